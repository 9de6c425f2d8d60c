"""Vectors of words and pieces of words, with nothing but the standard library.

Lexical: it finds what is written alike, and never what means alike.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from sealedbid.intelligence.embedding.protocol import DIMENSIONS

WORD = re.compile(r"\w+")
# Word pieces of a trained vocabulary are a little shorter; a text without spaces has tokens too.
TOKEN = re.compile(r"\w{1,8}|[^\w\s]")
GRAM = 4
WORD_WEIGHT = 2.0  # a whole word says more than each of its pieces
KNOWN_FEATURES = 65_536


class HashedEmbedder:
    """Signed feature hashing of words and character 4-grams.

    Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009: each feature
    adds to one dimension with a sign of its own, so that collisions cancel out on average. Counts
    are damped by the logarithm.
    """

    model = "hashed-ngrams-v1"
    dimensions = DIMENSIONS
    max_tokens = 256  # nothing forces a limit: the size of a passage that one quotes
    is_semantic = False

    def count_tokens(self, text: str) -> int:
        """Pieces of words of at most eight characters, and marks."""
        return len(TOKEN.findall(text))

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector of unit length for each text, in their order."""
        return [_vector(text) for text in texts]


def _vector(text: str) -> list[float]:
    sums = [0.0] * DIMENSIONS
    for feature, count in Counter(_features(text)).items():
        place, sign = _place(feature)
        weight = WORD_WEIGHT if feature[0] == "w" else 1.0
        sums[place] += sign * weight * (1.0 + math.log(count))
    length = math.sqrt(math.fsum(value * value for value in sums))
    if length == 0.0:
        # No words, or all cancelled out: a vector of zeros has no angle (pgvector answers NaN).
        sums[_place("")[0]] = length = 1.0
    return [value / length for value in sums]


def _features(text: str) -> Iterator[str]:
    for word in WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        yield f"w{word}"
        # the bounds tell the beginning and the end of a word from its middle
        bounded = f"<{word}>"
        for start in range(len(bounded) - GRAM + 1):
            yield f"g{bounded[start : start + GRAM]}"


@lru_cache(maxsize=KNOWN_FEATURES)
def _place(feature: str) -> tuple[int, float]:
    # hash() differs from process to process; blake2b is the fastest of the standard library's
    # digests that do not.
    number = int.from_bytes(blake2b(feature.encode("utf-8", "replace"), digest_size=8).digest())
    return (number >> 1) % DIMENSIONS, 1.0 if number & 1 else -1.0
