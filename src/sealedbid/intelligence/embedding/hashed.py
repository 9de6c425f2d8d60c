"""Hashed words and character n-grams: no dependency, no meaning, labelled as what it is.

Signed feature hashing: Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
ICML 2009.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Final

from sealedbid.intelligence.embedding.embedder import DIMENSIONS

MODEL: Final = "hashed-ngrams-v1"
GRAM = 4  # characters
WORD_WEIGHT = 2.0  # a whole word says more than a piece of one

_WORD = re.compile(r"\w+")


class HashedEmbedder:
    """Texts are near that have words, or parts of words, in common."""

    model: str = MODEL
    max_tokens: int = 256
    is_semantic: bool = False

    def count_tokens(self, text: str) -> int:
        """Words."""
        return sum(1 for _ in _WORD.finditer(text))

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each."""
        return [self._embed(text) for text in texts]

    def _embed(self, text: str) -> list[float]:
        vector = [0.0] * DIMENSIONS
        for feature, weight in Counter(_features(text)).items():
            digest = int.from_bytes(blake2b(feature.encode(), digest_size=8).digest())
            sign = 1.0 if digest & 1 else -1.0
            worth = WORD_WEIGHT if feature.startswith("w:") else 1.0
            vector[(digest >> 1) % DIMENSIONS] += sign * worth * math.log1p(weight)
        length = math.sqrt(math.fsum(value * value for value in vector))
        return [value / length for value in vector] if length else vector


def _features(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        yield f"w:{word}"
        padded = f"_{word}_"
        for start in range(len(padded) - GRAM + 1):
            yield padded[start : start + GRAM]
