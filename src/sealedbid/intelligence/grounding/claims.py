"""A sentence to judge with its sources, as each check is given it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.grounding.phrases import asks_for
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.reading import Text, read_source
from sealedbid.intelligence.grounding.text.voice import voice
from sealedbid.intelligence.grounding.text.words import WORD, stem
from sealedbid.intelligence.grounding.values.models import Value

NOTHING: frozenset[str] = frozenset()
YES = frozenset({"yes", "ja", "oui", "si", "sí", "confirmed", "y"})
BEFORE = 3  # words before a name, one of which may say whose it is


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


def values_of(cited: Sequence[Cited], language: str) -> list[Value]:
    """The values of sources; nouns of another language than the sentence's are left out."""
    return [
        value if one.text.language == language else replace(value, heads=())
        for one in cited
        for value in one.text.values
    ]
