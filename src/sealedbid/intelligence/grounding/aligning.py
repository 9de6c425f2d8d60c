"""The clauses of sources that are nearest to a clause of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.grounding.claims import NOTHING, Cited
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import marks_in
from sealedbid.intelligence.grounding.text.reading import Text

FEWEST = 2  # stems by which clauses are compared
NEAR = 5  # clauses of the sources that a clause of the sentence is compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A clause of a source, and how much of the sentence's clause it has, from 0 to 1."""

    clause: Clause
    text: Text
    share: float
    common: int


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
