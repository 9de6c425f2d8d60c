"""Commitments: a promise needs one of its class in the source, or a person's answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.aligning import align
from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.phrases import (
    asks_for,
    commitments_by_class,
    given_by_class,
)
from sealedbid.intelligence.grounding.text.voice import voice

NEARLY = 0.6  # of the words that the nearest clause has in common, also had by another one
HALF = 0.5  # of the words of a short clause
ANSWERED = 2  # stems that an answer of a person has in common with the sentence
MET = re.compile(r"requirement \S+ is met: ")  # our own words before those of a requirement


def check_commitments(claim: Claim) -> Iterator[Found]:
    """Look for the class of each promise in the sources."""
    made = commitments_by_class(claim.text.folded, claim.text.language)
    if not made:
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
    wanted = asks_for(claim.text.folded, claim.text.language)
    for answer in claim.cited:
        if _answers(answer, claim):
            wanted = wanted or answer.is_yes
            found |= _answered(answer)
    if _is_their_deadline(claim):
        found.add("deadline")
    cited = [one for one in claim.cited if wanted or one.source.of != "brief"]
    for clause in claim.text.clauses:
        near = align(clause, cited)
        for one in near:
            if one.common < max(2, NEARLY * near[0].common) and one.share < HALF:
                continue  # a promise about something else
            said = one.text.sentence_of(one.clause)
            found |= given_by_class(said, one.text.language)
    return found


def _is_their_deadline(claim: Claim) -> bool:
    """True for "you receive offers by Monday at the latest": no promise of ours."""
    said, language = claim.text.folded, claim.text.language
    if any(one.source.of != "brief" for one in claim.cited) or voice(language, "we").search(said):
        return False
    return voice(language, "you").search(said) is not None


def _answers(one: Cited, claim: Claim) -> bool:
    """True if a person's answer is about the sentence."""
    if one.source.of != "answer":
        return False
    is_asked = one.is_yes and any(each.source.of == "brief" for each in claim.cited)
    return is_asked or len(one.text.stems & claim.text.stems) >= ANSWERED


def _answered(one: Cited) -> set[str]:
    """The classes in the words of an answer; a requirement that is met will be done."""
    found = set(given_by_class(one.text.folded, one.text.language))
    if one.is_yes or MET.search(one.text.folded):
        found.add("will")
    return found
