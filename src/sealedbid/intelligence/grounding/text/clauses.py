"""Clauses of a text: the pieces in which one thing is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.grounding.text.marks import Marks, marks_in
from sealedbid.intelligence.grounding.text.words import stems

# No comma within a number parts clauses.
PARTING = re.compile(
    r"[;:\u2014\u2013()]\s?|,\s|\s-\s"
    r"|\s(?=(?:but|while|whereas|aber|sondern|mais|pero|sino|maar|unless|tenzij|sofern|sauf|salvo"
    r"|except)\b)"
)
FEWEST = 2  # stems of a clause: a shorter one goes with the one before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """``text[start:end]``, its stems, its marks, and the number of its sentence."""

    start: int
    end: int
    sentence: int
    stems: frozenset[str]
    marks: Marks


def clauses_of(text: str, folded: str, language: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    found: list[Clause] = []
    for number, (start, end) in enumerate(sentences(text)):
        for first, last in _pieces(folded, start, end, language):
            found.append(
                Clause(
                    start=first,
                    end=last,
                    sentence=number,
                    stems=frozenset(stems(folded[first:last], language)),
                    marks=marks_in(folded[first:last], language),
                )
            )
    return tuple(found)


def _pieces(folded: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Cut at the marks; pieces with too few words are joined to the one before them."""
    cuts = [start, *(cut.end() for cut in PARTING.finditer(folded, start, end)), end]
    pieces: list[tuple[int, int]] = []
    for first, last in pairwise(cuts):
        few = len(stems(folded[first:last], language)) < FEWEST
        if pieces and (few or _is_few(folded, pieces[-1], language)):
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
    yield from (piece for piece in pieces if folded[piece[0] : piece[1]].strip())


def _is_few(folded: str, piece: tuple[int, int], language: str) -> bool:
    return len(stems(folded[piece[0] : piece[1]], language)) < FEWEST
