"""What every embedder gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from sealedbid.platform.errors import SealedbidError

DIMENSIONS: Final = 1536


class ModelFileError(SealedbidError):
    """A file of a model is missing, or is not the one that is known."""


class Embedder(Protocol):
    """Makes vectors; those of two models are never compared."""

    model: str  # stands beside every vector
    max_tokens: int  # what is longer is cut off
    is_semantic: bool  # whether it is meaning that is near, and not words alone

    def count_tokens(self, text: str) -> int:
        """How many tokens the text has."""
        ...

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each: DIMENSIONS long, of length 1."""
        ...
