"""The promise that every embedder keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

DIMENSIONS = 1536  # the width of the column, and of the widest models that are often configured


class Embedder(Protocol):
    """Turns texts into vectors; the same text gives the same vector.

    Zeros fill a shorter vector up to DIMENSIONS: they change neither lengths nor angles, so that
    one column serves every model. Vectors of different models must still never be compared.
    """

    @property
    def model(self) -> str:
        """The label stored beside each vector; another label means that they cannot be compared."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of every vector, DIMENSIONS."""
        ...

    @property
    def max_tokens(self) -> int:
        """The number of tokens that a vector can speak for; the rest of a text is not looked at."""
        ...

    @property
    def is_semantic(self) -> bool:
        """True if it finds the same meaning in other words; False: it finds only the words."""
        ...

    def count_tokens(self, text: str) -> int:
        """The tokens of the whole text, as ``max_tokens`` counts them."""
        ...

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector of DIMENSIONS floats and of unit length for each text, in their order."""
        ...
