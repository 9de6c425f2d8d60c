"""Requirements: sentences that oblige the bidder, and items that a lead-in obliges."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sealedbid.intelligence.brief.requirements.duty import Duty, duty
from sealedbid.intelligence.brief.requirements.kinds import kind_of
from sealedbid.intelligence.brief.requirements.leads import Leads
from sealedbid.intelligence.brief.models import Requirement
from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.structure.models import Piece

# Orders in these are addressed to whoever evaluates, not to who bids.
FOR_EVALUATORS = re.compile(
    r"\b(?:examples?|formula|scoring|evaluation form|converting|points)\b", re.IGNORECASE
)
BINDS = re.compile(r"\b(?:must|shall|required|will|needs?|please|sure)\b", re.IGNORECASE)


def requirements(found: Iterable[Piece], parties: Parties) -> tuple[Requirement, ...]:
    """The requirements among the statements of a text."""
    leads, refs, evaluators = Leads(), Refs(), Evaluators()
    result: list[Requirement] = []
    for statement in found:
        leads.enter(statement)
        if statement.kind == "heading":
            evaluators.enter(statement)
            leads.open(statement, Duty.NONE)
            continue
        orders = not evaluators.addressed and statement.kind != "cell"
        asked = _asked(statement, leads, parties, orders=orders)
        if asked in {Duty.MUST, Duty.SHOULD}:
            result.append(_requirement(statement, refs, mandatory=asked is Duty.MUST))
    return tuple(result)


class Evaluators:
    """Knows whether the headings above speak to who evaluates: of examples, formulas, scores."""

    def __init__(self) -> None:
        self.levels: list[tuple[int, bool]] = []

    def enter(self, heading: Piece) -> None:
        """A heading begins; what those above it say still holds."""
        while self.levels and self.levels[-1][0] >= heading.level:
            self.levels.pop()
        self.levels.append((heading.level, FOR_EVALUATORS.search(heading.text) is not None))

    @property
    def addressed(self) -> bool:
        """Whether an order here is theirs."""
        return any(addressed for _, addressed in self.levels)


def _asked(statement: Piece, leads: Leads, parties: Parties, *, orders: bool) -> Duty:
    """What a statement asks, its lead-in considered; a lead-in is opened where it is one."""
    above = leads.duty(statement)
    continues = leads.within and statement.text[:1].islower()  # the lead-in's own sentence
    own = duty(statement.text, parties, orders=orders and not continues)
    if (
        own is Duty.MUST
        and above in {Duty.OTHERS, Duty.SHOULD}
        and not BINDS.search(statement.text)
    ):
        own = above  # an order, but under "may include:" or "should discuss:"
    said = own
    if statement.item and above in {Duty.MUST, Duty.SHOULD}:
        yields = {Duty.NONE} | ({Duty.OTHERS} if continues else set())
        said = above if own in yields or (statement.name and own is Duty.SHOULD) else own
    if statement.leads or statement.stressed:
        leads.open(statement, own)
        if own is Duty.NONE:  # "General Technology:" says nothing by itself
            return Duty.NONE
    named = statement.name and not statement.item and statement.first
    return Duty.NONE if named else said


def _requirement(statement: Piece, refs: Refs, *, mandatory: bool) -> Requirement:
    return Requirement(
        ref=refs.next(statement.ref),
        span=statement.span,
        text=statement.text,
        heading=statement.heading,
        mandatory=mandatory,
        kind=kind_of(statement.text, statement.heading),
    )


class Refs:
    """Gives each requirement a reference of its own."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.counts: dict[str, int] = {}

    def next(self, number: str) -> str:
        """``number``, or "R1" without one; with "(2)" behind it where it was given before."""
        while True:
            count = self.counts[number] = self.counts.get(number, 0) + 1
            ref = f"R{count}" if not number else number if count == 1 else f"{number} ({count})"
            if ref not in self.given:
                self.given.add(ref)
                return ref
