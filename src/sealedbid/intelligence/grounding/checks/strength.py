"""Strength and cause: "all", "always", "only", "first", "because" need their like in the source."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.aligning import align
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, soft
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import claim_words

NEARLY = 0.6  # of the words that the nearest clause has in common, also had by another one
SHORT = 3  # stems of a clause that is read with its sentence


def check_strength(claim: Claim) -> Iterator[Found]:
    """Compare the strength and the cause of each clause with the sentences of its sources."""
    if not claim.in_language:
        return
    for clause in claim.text.clauses:
        strength, cause = _of_sources(clause, claim)
        for word, name in clause.marks.strength.items():
            if name not in strength and not _is_condition(clause, claim):
                yield soft("strength", word, f"the source does not say “{word}”")
        for word in clause.marks.cause:
            if not cause:
                yield soft("cause", word, "the source does not say that one led to the other")


def _of_sources(clause: Clause, claim: Claim) -> tuple[set[str], bool]:
    """The classes of strength in the sentences near to a clause, and True if they have a cause."""
    strength: set[str] = set()
    cause = False
    near = align(clause, claim.in_language)
    for one in near:
        if one.common < NEARLY * near[0].common:
            continue
        marks = [one.clause.marks]
        if min(len(clause.stems), len(one.clause.stems)) <= SHORT:
            marks += [
                other.marks for other in one.text.clauses if other.sentence == one.clause.sentence
            ]
        for each in marks:
            strength |= set(each.strength.values()) | ({"never"} if each.negations else set())
        same = [each.marks for each in one.text.clauses if each.sentence == one.clause.sentence]
        cause = cause or any(each.cause for each in same)
        if any(each.conditions or "only" in each.strength.values() for each in same):
            strength.add("only")  # "no other than", "except for", "only after"
    return strength, cause


def _is_condition(clause: Clause, claim: Claim) -> bool:
    """True for a clause that begins with "if": it claims nothing."""
    said = claim.text.folded[clause.start : clause.end].lstrip()
    return claim_words(claim.text.language, "conditions", "hard").match(said) is not None
