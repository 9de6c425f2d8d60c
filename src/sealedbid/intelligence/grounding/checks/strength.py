"""Strength and cause: "all", "always", "only", "first", "because" need their like in the source."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Claim, Found, align, soft
from sealedbid.intelligence.grounding.text.clauses import Clause

SAME = {"always": {"always", "all"}, "all": {"all", "always"}, "never": {"never"}}


def check_strength(claim: Claim) -> Iterator[Found]:
    """Compare the strength and the cause of each clause with the sentences of its sources."""
    if not claim.in_language:
        return
    for clause in claim.text.clauses:
        strength, cause = _of_sources(clause, claim)
        for word, name in clause.marks.strength.items():
            if not SAME.get(name, {name}) & strength:
                yield soft("strength", word, f"the source does not say “{word}”")
        for word in clause.marks.cause:
            if not cause:
                yield soft("cause", word, "the source does not say that one led to the other")


def _of_sources(clause: Clause, claim: Claim) -> tuple[set[str], bool]:
    """The classes of strength in the sentences near to a clause, and True if they have a cause."""
    strength: set[str] = set()
    cause = False
    for one in align(clause, claim.in_language):
        for other in one.text.clauses:
            if other.sentence == one.clause.sentence:
                strength |= set(other.marks.strength.values())
                if other.marks.negations:
                    strength.add("never")
                cause = cause or bool(other.marks.cause)
    return strength, cause
