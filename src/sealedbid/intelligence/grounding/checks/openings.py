"""Openings: the first word of a sentence may be a name, or a plain word written large."""

from __future__ import annotations

import re

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.text.known import forms_of, known_words
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.vocabulary.folding import fold

DOES = re.compile(
    r"\s(?:is|was|has|had|will|holds|joined|[a-z]{2,}(?:ed|[^s]s)(?!\s(?:are|were|have|of|for|can|may"
    r"|must|cost|take|come|need|get|do|which|that)\b))\s"
)
# Endings of plain words that begin a sentence ("Success is"), but for names that have them.
PLAIN_ENDING = re.compile(
    r"(?!(?:clement|charity|felicity|trinity|emily|kelly|sally|billy|molly|polly|holly|beverly"
    r"|kimberly|lily|constance|florence|clarence|terence|laurence|lawrence|olive|clive|sterling"
    r"|strauss|weiss|jess|ross|ness)$)[a-z]{2,}(?:tions?|ments?|ness|ity|ities|ss|sses|ings?|ances?"
    r"|ences?|able|ible|ful|less|ous|ships?|wares?|ive|ly|ures?|ages?|ists?)"
)


def is_plain(name: Name, claim: Claim) -> bool:
    """True if the first word of a sentence is a plain word somewhere in the sources."""
    word = name.words[0]
    return any(re.search(rf"(?<!\w){re.escape(word[:6])}", one.text.folded) for one in claim.cited)


def is_a_name(name: Name, claim: Claim) -> bool:
    """True if a source of the call has the word as a name: with a capital within a sentence."""
    return any(
        name.words[0] in other.words and not other.opens
        for one in claim.read_given()
        for other in one.text.names
    )


def acts(name: Name, claim: Claim) -> bool:
    """True if the first word of a sentence does what people do: "Karen leads ..."."""
    if PLAIN_ENDING.fullmatch(name.words[0]):
        return False
    if DOES.match(claim.text.folded, name.end) is None or not claim.in_language:
        return _has_part(name, claim)
    word = name.words[0]
    plain = (known_words(fold(f"{one.title} {one.text}")) for one in claim.given)
    return not any(form in words for words in plain for form in forms_of(word))


def _has_part(name: Name, claim: Claim) -> bool:
    return any(
        name.end <= claim.text.folded.find(word) <= name.end + 2
        for clause in claim.text.clauses
        for word in clause.marks.roles
    )
