"""Requirements out of findings, each with the doubt that only a model reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.agents.intake.facts import ONLY_A_MODEL
from sealedbid.intelligence.agents.intake.findings import RequirementFound, overlap
from sealedbid.intelligence.agents.intake.values import plain
from sealedbid.intelligence.brief.language import is_read
from sealedbid.intelligence.brief.models import Requirement, RequirementLevel, Span
from sealedbid.intelligence.brief.requirements.duty import Duty, duty
from sealedbid.intelligence.brief.requirements.kinds import kind_of
from sealedbid.intelligence.brief.requirements.parties import parties
from sealedbid.intelligence.brief.requirements.words import words_of
from sealedbid.intelligence.brief.structure.models import Piece

MOST = 60  # requirements that a model may add to a brief
FEWEST_WORDS = 3  # of a requirement
HALF = 0.5  # of a quote: when so much of it is known, all of it is


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of duty of a brief's language."""

    pieces: Sequence[Piece]
    language: str
    text: str

    def level(self, found: RequirementFound, words: str) -> RequirementLevel:
        """The level that a model says. "must" needs a word of duty, in a language that is read."""
        if not is_read(self.language):
            return found.level or "should"
        known = words_of(self.language)
        if found.level in ("should", "may"):
            return found.level
        asked = duty(words, parties(self.text, known), known)
        return "must" if asked is Duty.MUST else "should"

    def heading(self, place: Span) -> str:
        """The heading above a place; empty for none."""
        return next((each.heading for each in self.pieces if overlap(each.span, place)), "")


def added_requirements(
    known: Sequence[Requirement], found: Sequence[RequirementFound], wording: Wording
) -> tuple[Requirement, ...]:
    """Make requirements of what ``known``, those of the rules, lack; in the order of the text."""
    added: list[Requirement] = []
    refs = {one.ref for one in known}
    for each in sorted(found, key=lambda one: one.quote.start):
        text = plain(each.quote.text)
        ref = _ref(text)
        if len(added) >= MOST or ref in refs or len(text.split()) < FEWEST_WORDS:
            continue
        if _is_read(each.quote, [one.span for one in (*known, *added)]):
            continue
        heading = wording.heading(each.quote)
        words = words_of(wording.language if is_read(wording.language) else "en")
        refs.add(ref)
        added.append(
            Requirement(
                ref=ref,
                numbered=False,
                span=each.quote,
                text=text,
                heading=heading,
                level=wording.level(each, text),
                kind=each.kind or kind_of(text, heading, words),
                doubt=ONLY_A_MODEL,
            )
        )
    return tuple(added)


def _is_read(quote: Span, spans: Sequence[Span]) -> bool:
    """True if half of the quote is known, or a part of it is a known requirement as a whole."""
    common = [(overlap(quote, span), span) for span in spans]
    if sum(size for size, _ in common) >= HALF * (quote.end - quote.start):
        return True
    return any(size and size >= HALF * (span.end - span.start) for size, span in common)


def _ref(text: str) -> str:
    """A reference of these words: a later reading that finds them gives the same."""
    return f"M{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:6].upper()}"
