"""Conditions: "unless", "if", "except", "only after" of a source stay with its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.aligning import Aligned, align
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.text.marks import claim_words

NEAR = 0.6
FEWEST = 2
WHOLE, MOSTLY = 0.85, 0.6  # shares of the claim's stems and of the source's sentence in common


def check_conditions(claim: Claim) -> Iterator[Found]:
    """Find conditions of the source that the sentence has lost."""
    mine = [mark for one in claim.text.clauses for mark in one.marks.conditions]
    softer = [mark for one in claim.text.clauses for mark in one.marks.softeners]
    if not mine and (whole := _lost(claim)):
        yield hard("condition", claim.text.text, f"the source has a condition: “{whole} …”")
        return
    for clause in claim.text.clauses:
        near = [
            one
            for one in align(clause, claim.in_language)
            if one.share >= NEAR and one.common >= min(FEWEST, len(clause.stems))
        ]
        if not near:
            continue
        best = [one for one in near if one.common == near[0].common]
        lost = [_conditions(one) for one in best]
        words = claim.text.text[clause.start : clause.end]
        if not mine and all(lost):
            yield hard("condition", words, f"the source has a condition: “{lost[0][0]} …”")
        elif not softer and not mine and all(one.clause.marks.softeners for one in best):
            said = best[0].clause.marks.softeners[0]
            yield soft("condition", words, f"the source says “{said}”")


def _lost(claim: Claim) -> str:
    """The condition of a sentence of the sources that the claim repeats nearly whole."""
    mine = claim.text.stems
    for cited in claim.in_language:
        for number in range(cited.text.sentences):
            clauses = [one for one in cited.text.clauses if one.sentence == number]
            theirs = frozenset[str]().union(*(one.stems for one in clauses))
            common = len(mine & theirs)
            if common >= WHOLE * len(mine) and common >= MOSTLY * len(theirs):
                marks = [mark for one in clauses for mark in one.marks.conditions]
                return marks[0] if marks else ""
    return ""


def _conditions(one: Aligned) -> tuple[str, ...]:
    """The conditions in a clause, and in the neighbour that begins with one."""
    clauses = one.text.clauses
    at = clauses.index(one.clause)
    found = list(one.clause.marks.conditions)
    for step, opens in ((1, False), (-1, True)):
        other = clauses[at + step] if 0 <= at + step < len(clauses) else None
        if other is None or other.sentence != one.clause.sentence:
            continue
        said = one.text.folded[other.start : other.end].lstrip(" ,;(")
        begins = claim_words(one.text.language, "conditions", "hard").match(said)
        first = at + step == 0 or clauses[at + step - 1].sentence != other.sentence
        if begins and (first or not opens):
            found.append(begins[0])
    return tuple(found)
