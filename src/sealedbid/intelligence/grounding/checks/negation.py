"""Negation: a clause denies what its source denies, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sealedbid.intelligence.grounding.claims import Aligned, Claim, Found, align, hard
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import Marks, marks_in
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.grounding.text.words import stems
from sealedbid.intelligence.vocabulary.loading import vocabulary

NEAR = 0.6  # share of a clause's stems that the source's clause has, to compare them
FEWEST = 2  # common stems
ALIKE = 0.85  # share of common stems in two clauses that say the same
SHORT = 3  # stems of a clause that is read with its sentence


def check_negation(claim: Claim) -> Iterator[Found]:
    """Compare each clause with the nearest one of its sources."""
    for clause in claim.text.clauses:
        aligned = align(clause, claim.in_language)
        near = [one for one in aligned if _is_near(one, clause)]
        if not near:
            if aligned and len(clause.stems) <= FEWEST:
                yield from _opposites(claim, clause, aligned[0])
            continue
        best = [one for one in near if one.common == near[0].common]
        if not any(_agrees(clause, claim.text, one) for one in best):
            words = claim.text.text[clause.start : clause.end]
            yield hard("negation", words, f"the source says: “{_said(near[0])}”")
        else:
            yield from _opposites(claim, clause, near[0])


def _is_near(one: Aligned, clause: Clause) -> bool:
    return one.share >= NEAR and one.common >= min(FEWEST, len(clause.stems))


def _agrees(draft: Clause, text: Text, near: Aligned) -> bool:
    """True if both deny or neither does; a word like "closed" on one side explains a "not".

    Two clauses that are nearly the same deny equally often. A short clause is a piece of a list:
    what its sentence denies, it denies too.
    """
    if _matches(draft.marks, near.clause.marks, _is_alike(draft.stems, near.clause.stems)):
        return True
    if min(len(draft.stems), len(near.clause.stems)) > SHORT:
        return False
    mine, theirs = text.sentence_of(draft), near.text.sentence_of(near.clause)
    alike = _is_alike(
        frozenset(stems(mine, text.language)), frozenset(stems(theirs, near.text.language))
    )
    return _matches(marks_in(mine, text.language), marks_in(theirs, near.text.language), alike)


def _matches(mine: Marks, theirs: Marks, alike: bool) -> bool:
    if alike and len(mine.negations) != len(theirs.negations):
        return mine.unlike != theirs.unlike and not (mine.negations and theirs.negations)
    if bool(mine.negations) == bool(theirs.negations):
        return True
    if mine.negations:
        return bool(theirs.unlike - mine.unlike)
    return bool(mine.unlike - theirs.unlike)


def _is_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


def _opposites(claim: Claim, clause: Clause, near: Aligned) -> Iterator[Found]:
    """Words whose opposite is in the source's clause, while they are in none of the sources."""
    said = claim.text.folded[clause.start : clause.end]
    source = near.text.folded[near.clause.start : near.clause.end]
    if clause.marks.negations or near.clause.marks.negations:
        return
    for one, other in _pairs(claim.text.language):
        for mine, theirs in ((one, other), (other, one)):
            found = mine.search(said)
            if found and theirs.search(source) and not mine.search(source):
                words = theirs.search(source)
                assert words is not None
                yield hard("negation", found[0], f"the source says “{words[0]}”")
                return


def _said(near: Aligned) -> str:
    return near.text.text[near.clause.start : near.clause.end].strip()


@cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    pairs = (each.split(" / ") for each in vocabulary(language, "claims")["opposites"]["pairs"])
    return tuple((_word(one), _word(other)) for one, other in pairs)


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")
