"""Lead-in sentences and what they say of the items below them.

"At a minimum, provide:" makes each item mandatory, "may include:" makes none, and a heading "Nice
to have" makes wishes of the list under it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sealedbid.intelligence.brief.requirements.duty import Duty
from sealedbid.intelligence.brief.structure.models import Piece

MUST_HAVE = re.compile(
    r"(?:must[- ]haves?|(?:(?:mandatory|minimum|key|functional|technical|general"
    r"|hard) )?requirements"
    r"|(?:what )?we need|mandatory(?: items)?|required|deliverables|what (?:you"
    r"|to) (?:must )?submit)",
    re.IGNORECASE,
)
NICE_TO_HAVE = re.compile(
    r"(?:nice[- ]to[- ]haves?|optional(?:ly)?(?: \w+)?|desirable(?: \w+)?|desired\b.*|wish ?list"
    r"|bonus"
    r"|could[- ]haves?|should[- ]haves?|preferred(?: \w+)?|(?:what )?we(?:'d| would) like)",
    re.IGNORECASE,
)
NOT_ASKED = re.compile(
    r"\b(?:goals?|objectives?|aims?|background|out[- ]of[- ]scope|not (?:included|required"
    r"|in scope)"
    r"|won't[- ]haves?|examples?)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^[\W\d_]*(?:(?:sec(?:tion)?|part|article)\.?\s*[\d.]+\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What governs the items below: None says nothing of them."""

    duty: Duty | None
    lists: tuple[int, ...]
    ref: str
    heading: bool = False


class Leads:
    """The lead-ins in force at a statement, innermost last."""

    def __init__(self) -> None:
        self.stack: list[Lead] = []

    def enter(self, statement: Piece) -> None:
        """A statement begins: lead-ins end that do not govern its block."""
        if not statement.first:
            return
        if statement.kind == "heading" or statement.stressed:
            self.stack.clear()
            return
        if statement.kind == "cell":
            return
        while self.stack and not _governs(self.stack[-1], statement):
            self.stack.pop()

    def open(self, statement: Piece, own: Duty) -> None:
        """A lead-in or a heading: what it says of the items below."""
        title = statement.kind == "heading" or statement.stressed
        if not title and not statement.leads:
            return
        said = _said(statement.text, own, title=title)
        outer = self.duty(statement) if not title else None
        self.stack.append(
            Lead(
                duty=outer if said is None else said,
                lists=_ids(statement),
                ref=statement.ref,
                heading=title,
            )
        )

    def duty(self, statement: Piece) -> Duty | None:
        """What the lead-in above says of this statement; None where there is none."""
        governed = self.stack and _governs(self.stack[-1], statement)
        return self.stack[-1].duty if governed else None

    @property
    def within(self) -> bool:
        """Whether a sentence, not a heading alone, leads in to what stands here."""
        return bool(self.stack) and not self.stack[-1].heading


def _said(text: str, own: Duty, *, title: bool) -> Duty | None:
    words = NUMBER.sub("", text).strip(" :.*")
    if NICE_TO_HAVE.fullmatch(words):
        return Duty.SHOULD
    if MUST_HAVE.fullmatch(words):
        return Duty.MUST
    if own is not Duty.NONE and not title:
        return own
    return Duty.OTHERS if NOT_ASKED.search(words) else None


def _governs(lead: Lead, statement: Piece) -> bool:
    ids = _ids(statement)
    if statement.kind == "cell":
        return False
    if len(ids) > len(lead.lists):
        return ids[: len(lead.lists)] == lead.lists
    if lead.heading:
        # only lists stand under a heading alone; other text may say anything
        return ids == lead.lists and statement.leads and not statement.whole
    if ids != lead.lists or statement.opens:
        return False
    if statement.numbered:
        return statement.ref.startswith(lead.ref + ".") or not lead.ref
    return statement.first and statement.last and not statement.whole


def _ids(statement: Piece) -> tuple[int, ...]:
    return tuple(number for number, _ in statement.lists)
