"""Commitments: a promise needs one of its class in the source, or a person's answer."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Cited, Claim, Found, align, hard
from sealedbid.intelligence.grounding.phrases import (
    asks_for,
    commitments_by_class,
    given_by_class,
)

NEARLY = 0.6  # of the words that the nearest clause has in common, also had by another one
ANSWERED = 2  # stems that an answer of a person has in common with the sentence
YES = frozenset({"yes", "ja", "oui", "si", "sí", "confirmed", "y"})


def check_commitments(claim: Claim) -> Iterator[Found]:
    """Look for the class of each promise in the sources."""
    made = commitments_by_class(claim.text.folded, claim.text.language)
    if not made:
        return
    if any(_answers(one, claim) for one in claim.cited):
        return
    given = _given(claim)
    for name, words in made.items():
        if name not in given:
            yield hard(
                "commitment", words, "no source promises this: a person has to, or it is left out"
            )


def _given(claim: Claim) -> set[str]:
    """The classes of promises in the sentences of the sources that are nearest to the claim.

    What a client takes for granted is no promise of ours: only a wish is retold out of a brief.
    """
    found: set[str] = set()
    asks = asks_for(claim.text.folded, claim.text.language)
    cited = [one for one in claim.cited if asks or one.source.of != "brief"]
    for clause in claim.text.clauses:
        near = align(clause, cited)
        for one in near:
            if one.common < NEARLY * near[0].common:
                continue
            said = one.text.sentence_of(one.clause)
            found |= given_by_class(said, one.text.language)
    return found


def _answers(one: Cited, claim: Claim) -> bool:
    """True if a person's answer is about the sentence."""
    if one.source.of != "answer":
        return False
    is_yes = one.source.text.strip().lower().rstrip(".!") in YES
    common = len(one.text.stems & claim.text.stems)
    if is_yes:
        others = [each for each in claim.cited if each.source.of == "brief"]
        return common >= ANSWERED or bool(others)
    return common >= ANSWERED
