"""Transitions: sentences that lead from one to the next, and claim nothing."""

from __future__ import annotations

from sealedbid.intelligence.grounding.phrases import commitments_by_class
from sealedbid.intelligence.grounding.text.marks import claim_words
from sealedbid.intelligence.grounding.text.reading import read
from sealedbid.intelligence.grounding.text.words import WORD, empty_words, stem

LARGEST = 12  # a small number may count the sentences that follow


def is_transition(sentence: str, before: str = "", after: str = "", language: str = "en") -> bool:
    """True if a sentence states nothing.

    It has no digit, name, date or commitment, and no word of meaning that is not in the sentence
    before it, in the one after it, or one of a few words for parts of a text ("three points").
    """
    text = read(sentence, language)
    if any(sign.isdigit() for sign in sentence) or commitments_by_class(text.folded, language):
        return False
    if any(not (one.kind == "number" and one.number <= LARGEST) for one in text.values):
        return False
    around = read(f"{before}\n{after}", language)
    if any(not name.opens for name in text.names):
        return False
    if any(one.marks.certificates for one in text.clauses):
        return False
    neutral = claim_words(language, "transition")
    return all(
        word in empty_words(language) or neutral.fullmatch(word) or stem(word) in around.stems
        for word in WORD.findall(text.folded)
    )
