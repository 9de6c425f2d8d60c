"""A sentence to judge with its sources, as each check is given it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sealedbid.intelligence.grounding.models import Fault, Reason, Source
from sealedbid.intelligence.grounding.phrases import asks_for
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import marks_in
from sealedbid.intelligence.grounding.text.reading import Text, read_source
from sealedbid.intelligence.grounding.text.words import WORD, stem
from sealedbid.intelligence.vocabulary.loading import vocabulary

NOTHING: frozenset[str] = frozenset()
FEWEST = 2  # stems by which clauses are compared
YES = frozenset({"yes", "ja", "oui", "si", "sí", "confirmed", "y"})
BEFORE = 3  # words before a name, one of which may say whose it is
NEAR = 5  # clauses of the sources that a clause of the sentence is compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source with its text, read."""

    source: Source
    text: Text

    @property
    def is_yes(self) -> bool:
        """True for a person's yes: what was asked holds."""
        said = self.source.text.strip().lower().rstrip(".!")
        return self.source.of == "answer" and said in YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence, the sources that it cites, and all sources of the call.

    ``known`` are folded names that need no source: those of the client and of the organization.
    """

    text: Text
    cited: tuple[Cited, ...]
    given: Sequence[Source]
    anchor: str
    known: frozenset[str]

    @property
    def said(self) -> str:
        """The folded texts of all cited sources."""
        return "\n".join(one.text.folded for one in self.cited)

    @property
    def stems_said(self) -> frozenset[str]:
        """The stems of all cited sources."""
        return NOTHING.union(*(one.text.stems for one in self.cited))

    def read_given(self) -> Iterator[Cited]:
        """All sources of the call but the brief, which may be long."""
        for source in self.given:
            if source.of != "brief":
                yield Cited(source=source, text=read_source(source, self.text.language))

    @property
    def named(self) -> frozenset[str]:
        """The stems of the names in the sentence."""
        return frozenset(stem(word) for name in self.text.names for word in name.words)

    def is_ours(self, clause: Clause | None) -> bool:
        """True if a clause tells of us: it is no wish of the client, and not of the client."""
        language, whole = self.text.language, self._part_of(clause)
        if not voice(language, "we").search(whole):
            return False
        said = self.text.folded[clause.start : clause.end] if clause else whole
        ours = [piece for piece in said.split(",") if voice(language, "we").search(piece)]
        if ours and not all(asks_for(piece, language) for piece in ours):
            return True
        if ours or asks_for(said, language):
            return False
        if asks_for(whole, language) or voice(language, "you").search(said):
            return False
        return not any(word in self.known for word in said.split())

    def is_yours(self, place: int) -> bool:
        """True if "your", or a known name, stands at most three words before a place."""
        you = voice(self.text.language, "you")
        before = WORD.findall(self.text.folded[:place])[-BEFORE:]
        return any(you.fullmatch(word) or word in self.known for word in before)

    def bearing(self, clause: Clause | None) -> tuple[Cited, ...]:
        """The cited sources that bear out a clause: of us, the brief tells only what we confirm."""
        if all(one.source.of != "brief" for one in self.cited):
            return self.cited
        if any(one.is_yes for one in self.cited) or not self.is_ours(clause):
            return self.cited
        return tuple(one for one in self.cited if one.source.of != "brief")

    def _part_of(self, clause: Clause | None) -> str:
        """The folded words between two semicolons that a clause is in."""
        if clause is None:
            return self.text.folded
        start = self.text.folded.rfind(";", 0, clause.start) + 1
        end = self.text.folded.find(";", max(clause.start, clause.end - 2))
        return self.text.folded[start : end if end >= 0 else len(self.text.folded)]

    def readable(self, clause: Clause) -> tuple[Cited, ...]:
        """The sources that may bear out a clause, in the language of the sentence."""
        return tuple(one for one in self.bearing(clause) if one.text.language == self.text.language)

    @property
    def in_language(self) -> tuple[Cited, ...]:
        """The cited sources in the language of the sentence: only these can be read beside it."""
        return tuple(one for one in self.cited if one.text.language == self.text.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A clause of a source, and how much of the sentence's clause it has, from 0 to 1."""

    clause: Clause
    text: Text
    share: float
    common: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reason, and if it alone makes the sentence unsupported."""

    reason: Reason
    is_hard: bool


@cache
def voice(language: str, who: str) -> re.Pattern[str]:
    """The pattern of the words for "we" or "you" in a language."""
    words = "|".join(re.escape(word) for word in vocabulary(language, "voice")[who])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def hard(fault: Fault, what: str, why: str) -> Found:
    """A fault for which no source can be blamed: the sentence is unsupported."""
    return Found(reason=Reason(fault=fault, what=what.strip(), why=why), is_hard=True)


def soft(fault: Fault, what: str, why: str) -> Found:
    """A doubt: the sentence is weak."""
    return Found(reason=Reason(fault=fault, what=what.strip(), why=why), is_hard=False)


def align(
    clause: Clause, cited: Sequence[Cited], without: frozenset[str] = NOTHING
) -> list[Aligned]:
    """The clauses of the sources nearest to a clause, best first.

    ``without`` are stems that do not count: names, for which a source may say "she".
    """
    found: list[Aligned] = []
    mine = clause.stems - without if len(clause.stems - without) >= FEWEST else clause.stems
    if not mine:
        return found
    for one in cited:
        for other in one.text.clauses:
            common = len(mine & other.stems)
            if common:
                share = common / len(mine)
                found.append(Aligned(clause=other, text=one.text, share=share, common=common))
    found.sort(key=lambda each: (-each.common, len(each.clause.stems)))
    return found[:NEAR]


def joined(
    clause: Clause, cited: Sequence[Cited], without: frozenset[str] = NOTHING
) -> Aligned | None:
    """The sentence nearest to a clause that no clause is near to: its clauses that have a part."""
    mine = clause.stems - without if len(clause.stems - without) >= FEWEST else clause.stems
    best: Aligned | None = None
    for one in cited:
        for number in range(one.text.sentences):
            parts = [
                each for each in one.text.clauses if each.sentence == number and mine & each.stems
            ]
            common = len(mine & NOTHING.union(*(each.stems for each in parts)))
            if parts and (best is None or common > best.common):
                whole = merged(parts, one.text)
                share = common / len(mine)
                best = Aligned(clause=whole, text=one.text, share=share, common=common)
    return best


def merged(parts: Sequence[Clause], text: Text) -> Clause:
    """Several clauses of a sentence as one, with all of their marks."""
    said = " ; ".join(text.folded[one.start : one.end] for one in parts)
    return Clause(
        start=parts[0].start,
        end=parts[-1].end,
        sentence=parts[0].sentence,
        stems=NOTHING.union(*(one.stems for one in parts)),
        marks=marks_in(said, text.language),
    )
