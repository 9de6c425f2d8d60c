"""A text as all checks see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.grounding.text.clauses import Clause, clauses_of
from sealedbid.intelligence.grounding.text.names import Name, names_of
from sealedbid.intelligence.grounding.text.words import spoken_in, stems
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.reading import find_values
from sealedbid.intelligence.vocabulary.folding import fold

KEPT = 4096  # texts that are read once: sentences of a draft, and passages that many of them cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with its language, clauses, values and names."""

    text: str
    folded: str
    language: str
    clauses: tuple[Clause, ...]
    values: tuple[Value, ...]
    names: tuple[Name, ...]
    stems: frozenset[str]

    def clause_at(self, place: int) -> Clause | None:
        """The clause that a place is in."""
        return next((one for one in self.clauses if one.start <= place < one.end), None)

    @property
    def sentences(self) -> int:
        """The number of sentences."""
        return self.clauses[-1].sentence + 1 if self.clauses else 0

    def sentence_of(self, clause: Clause) -> str:
        """The folded sentence that a clause is in."""
        same = [one for one in self.clauses if one.sentence == clause.sentence]
        return self.folded[same[0].start : same[-1].end]


@lru_cache(maxsize=KEPT)
def read(text: str, language: str) -> Text:
    """Read a text; the same one again costs nothing."""
    folded = fold(text)
    values = find_values(text, language)
    return Text(
        text=text,
        folded=folded,
        language=language,
        clauses=clauses_of(text, folded, language),
        values=values,
        names=names_of(text, values, language),
        stems=frozenset(stems(folded, language)),
    )


def read_source(source: Source, language: str) -> Text:
    """Read a source with its title, in its own language; ``language`` where it does not tell."""
    text = f"{source.title}.\n{source.text}" if source.title else source.text
    return read(text, spoken_in(text, language))
