"""Passages that stand in the brief: a client is never quoted to themselves as our words."""

from __future__ import annotations

from sealedbid.intelligence.writer.composer.words import plain_words

MOST_SHARED = 0.9  # share of a sentence's words that stand in the brief in the same order
RUN = 3  # words in a row that count as the same order


class Brief:
    """The words of a brief, ready to be compared with many sentences."""

    def __init__(self, text: str) -> None:
        words = plain_words(text)
        self._runs = frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))

    def has(self, sentence: str) -> bool:
        """Return True if the sentence stands in the brief, word for word or nearly so."""
        words = plain_words(sentence)
        if len(words) <= RUN:
            return words[:RUN] in self._runs
        covered: set[int] = set()
        for at in range(len(words) - RUN + 1):
            if words[at : at + RUN] in self._runs:
                covered.update(range(at, at + RUN))
        return len(covered) >= MOST_SHARED * len(words)
