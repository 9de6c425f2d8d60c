"""Lead-in sentences and what they say of the items below them.

"At a minimum, provide:" makes each item mandatory, "may include:" makes none, and a heading "Nice
to have" makes wishes of the list under it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.brief.requirements.duty import Duty
from sealedbid.intelligence.brief.requirements.found import Apart
from sealedbid.intelligence.brief.requirements.sections import section
from sealedbid.intelligence.brief.requirements.words import Words
from sealedbid.intelligence.brief.structure.models import Piece

CAPTIONS = {"must", "should", "may", "none", "backlog"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The rule for the items below: None says nothing of them; ``at`` is the place of its piece.

    ``apart`` says that the items are no requirements: fields of a form, a backlog. ``optional``
    tells the wish that need not be met from the one that should.
    """

    duty: Duty | None
    lists: tuple[int, ...]
    ref: str
    heading: bool = False
    apart: Apart = ""
    optional: bool = False
    at: int = 0


class Leads:
    """The lead-ins in force at a piece, innermost last."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.stack: list[Lead] = []

    def enter(self, piece: Piece) -> None:
        """A piece begins: lead-ins end that do not govern its block."""
        if not piece.first:
            return
        if piece.kind == "heading" or piece.stressed:
            self.stack.clear()
            return
        if piece.kind == "cell":
            return
        while self.stack and not _governs(self.stack[-1], piece):
            self.stack.pop()

    def open(self, piece: Piece, own: Duty) -> None:
        """A lead-in or a heading: what it says of the items below."""
        title = piece.kind == "heading" or piece.stressed or is_caption(piece)
        if not title and not piece.leads:
            return
        said, apart, optional = self._said(piece.text, own, title=title)
        outer = self.governing(piece) if not title else None
        if outer and said is None:
            optional = outer.optional
        self.stack.append(
            Lead(
                duty=(outer.duty if outer else None) if said is None else said,
                lists=_ids(piece),
                ref=piece.ref,
                heading=title,
                apart=apart or (outer.apart if outer else ""),
                optional=optional,
                at=piece.span.start,
            )
        )

    def governing(self, piece: Piece) -> Lead | None:
        """The lead-in above this piece; None where there is none."""
        return self.stack[-1] if self.stack and _governs(self.stack[-1], piece) else None

    @property
    def within(self) -> bool:
        """True if a sentence, not a heading alone, leads in to what stands here."""
        return bool(self.stack) and not self.stack[-1].heading

    def _said(self, text: str, own: Duty, *, title: bool) -> tuple[Duty | None, Apart, bool]:
        """The duty that a lead-in gives, whether its items stand apart, if they may be left."""
        named = section(text)
        if named in {"must", "should", "may"}:
            return (Duty.MUST if named == "must" else Duty.SHOULD), "", named == "may"
        if named == "backlog":
            return None, "", False
        if self.words["leads.form"].search(text):
            return Duty.OTHERS, "form", False
        if own is not Duty.NONE and not title:
            return own, "", False
        if named in {"none", "not_asked"}:
            return Duty.OTHERS, "", False
        if text.rstrip().endswith((":", "：")):
            if self.words["leads.may"].search(text):
                return Duty.SHOULD, "", True
            if self.words["leads.must"].search(text):
                return Duty.MUST, "", False
        return None, "", False


def is_caption(piece: Piece) -> bool:
    """True if a line of its own names a section without a colon: "Key requirements"."""
    alone = piece.kind == "sentence" and piece.first and piece.last and not piece.numbered
    return alone and not piece.whole and not piece.leads and section(piece.text) in CAPTIONS


def _governs(lead: Lead, piece: Piece) -> bool:
    if piece.kind == "cell":
        return False
    ids = _ids(piece)
    if len(ids) > len(lead.lists):
        return ids[: len(lead.lists)] == lead.lists
    if lead.heading:
        # only lists stand under a heading alone; other text may say anything
        return ids == lead.lists and piece.leads and not piece.whole
    if ids != lead.lists or piece.opens:
        return False
    if piece.numbered:
        return piece.ref.startswith(lead.ref + ".") or not lead.ref
    return piece.first and piece.last and not piece.whole


def _ids(piece: Piece) -> tuple[int, ...]:
    return tuple(number for number, _ in piece.lists)
