"""Negation: a clause denies what its source denies, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sealedbid.intelligence.grounding.claims import Aligned, Claim, Found, align, hard
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import Marks, marks_in
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.vocabulary.loading import vocabulary

NEAR = 0.6  # share of a clause's stems that the source's clause has, to compare them
FEWEST = 2  # common stems
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

    A short clause is a piece of a list: what its sentence denies before it, it denies too.
    """
    if _matches(draft.marks, near.clause.marks):
        return True
    short = min(len(draft.stems), len(near.clause.stems)) <= SHORT
    return short and _matches(_around(draft, text), _around(near.clause, near.text))


def _matches(mine: Marks, theirs: Marks) -> bool:
    if bool(mine.negations) == bool(theirs.negations):
        return True
    if mine.negations:
        return bool(theirs.unlike - mine.unlike)
    return bool(mine.unlike - theirs.unlike)


def _around(clause: Clause, text: Text) -> Marks:
    """The marks of the whole sentence."""
    same = [one for one in text.clauses if one.sentence == clause.sentence]
    return marks_in(text.folded[same[0].start : clause.end], text.language)


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
