"""Find what the sentences and items of a text ask, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.brief.models import RequirementLevel
from sealedbid.intelligence.brief.requirements.duty import Duty, duty
from sealedbid.intelligence.brief.requirements.evaluators import Evaluators, Illustration
from sealedbid.intelligence.brief.requirements.found import Apart, Found
from sealedbid.intelligence.brief.requirements.leads import Lead, Leads, is_caption
from sealedbid.intelligence.brief.requirements.marks import marked
from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.sections import section
from sealedbid.intelligence.brief.requirements.words import Words
from sealedbid.intelligence.brief.structure.models import Piece

ASKED = {Duty.MUST, Duty.SHOULD}


class Prose:
    """Reads pieces in order; knows the lead-ins and headings in force."""

    def __init__(self, parties: Parties, words: Words) -> None:
        self.parties = parties
        self.words = words
        self.leads = Leads(words)
        self.evaluators = Evaluators(words)
        self.illustration = Illustration(words)

    def read(self, piece: Piece) -> Iterator[Found]:
        """Find what a piece outside of tables asks."""
        self.leads.enter(piece)
        self.illustration.enter(piece)
        if piece.kind == "heading":
            self.evaluators.enter(piece)
            self.leads.open(piece, Duty.NONE)
            return
        above = self.leads.governing(piece)
        own_marks = list(marked(piece.text))
        if own_marks:
            for start, end, given in own_marks:
                if given != "none":
                    yield self._found(piece, given, start=start, end=end, lead=above)
            return
        apart = self._apart(piece, above)
        level: RequirementLevel
        if apart:
            level = "should" if apart == "question" else "may"
            yield self._found(piece, level, apart=apart, lead=above)
            return
        asked = self._asked(piece, above)
        if asked in ASKED:
            level = "must" if asked is Duty.MUST else "should"
            if asked is Duty.SHOULD and above and above.optional:
                level = "may"
            yield self._found(piece, level, lead=above)

    def read_cell(self, cell: Piece, start: int, end: int, *, ref: str) -> Iterator[Found]:
        """Find what a sentence of a cell asks that no header explains."""
        asked = self.duty_of(cell.text[start:end], orders=False)
        if asked in ASKED:
            level: RequirementLevel = "must" if asked is Duty.MUST else "should"
            yield self._found(cell, level, start=start, end=end, ref=ref)

    def duty_of(self, text: str, *, orders: bool = True) -> Duty:
        """Find what a sentence asks by itself."""
        return duty(text, self.parties, self.words, orders=orders)

    def _apart(self, piece: Piece, above: Lead | None) -> Apart:
        """True if a piece stands apart from the requirements, and as what."""
        is_story = self.words["leads.story"].search(piece.text) is not None
        if self.illustration.holds and (is_story or piece.kind == "item"):
            return "backlog"
        if is_story and any(section(each) == "backlog" for each in piece.headings):
            return "backlog"
        if above and above.apart and (piece.kind == "item" or piece.numbered):
            return above.apart
        if not piece.text.endswith("?") or self.words["leads.request"].match(piece.text):
            return ""
        return "question" if self.words["leads.question"].search(piece.text) else ""

    def _asked(self, piece: Piece, lead: Lead | None) -> Duty:
        """Find what a piece asks, its lead-in considered; a lead-in is opened where it is one."""
        above = lead.duty if lead else None
        continues = self.leads.within and piece.text[:1].islower()  # the lead-in's own sentence
        orders = not self.evaluators.addressed and not continues
        own = self.duty_of(piece.text, orders=orders)
        if (
            own is Duty.MUST
            and above in {Duty.OTHERS, Duty.SHOULD}
            and not self.words["leads.binds"].search(piece.text)
        ):
            own = above  # an order, but under "may include:" or "should discuss:"
        said = own
        if piece.item and above in ASKED:
            yields = {Duty.NONE} | ({Duty.OTHERS} if continues else set())
            said = above if own in yields or (piece.name and own is Duty.SHOULD) else own
        if piece.leads or piece.stressed or is_caption(piece):
            self.leads.open(piece, own)
            if own is Duty.NONE:  # "General Technology:" says nothing by itself
                return Duty.NONE
        named = piece.name and not piece.item and piece.first
        return Duty.NONE if named else said

    def _found(
        self,
        piece: Piece,
        level: RequirementLevel,
        *,
        start: int = 0,
        end: int | None = None,
        apart: Apart = "",
        ref: str = "",
        lead: Lead | None = None,
    ) -> Found:
        return Found(
            piece=piece,
            start=start,
            end=len(piece.text) if end is None else end,
            level=level,
            ref=ref or piece.ref,
            heading=piece.heading,
            apart=apart,
            leads=piece.leads and self._is_bare(piece.text),
            lead=None if lead is None or lead.heading else lead.at,
        )

    def _is_bare(self, text: str) -> bool:
        """True if a lead-in says nothing that its items do not say."""
        if section(text) or self.words["leads.form"].search(text):
            return True
        return self.words["leads.bare"].search(text) is not None
