"""The embedder that an installation uses."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Literal, TypeAlias

from sealedbid.intelligence.embedding.hashed import HashedEmbedder
from sealedbid.intelligence.embedding.minilm import MiniLMEmbedder, is_installed
from sealedbid.intelligence.embedding.protocol import Embedder

EmbedderName: TypeAlias = Literal["auto", "minilm", "hashed"]


def open_embedder(name: EmbedderName = "auto") -> Embedder:
    """The embedder of that name; ``auto`` is MiniLM where it is installed, and hashed otherwise.

    Ask ``is_semantic`` before promising anybody that meaning is found. Raises
    LocalModelMissingError (never for ``auto``), ModelChangedError.
    """
    if name == "hashed" or (name == "auto" and not is_installed()):
        return HashedEmbedder()
    return MiniLMEmbedder()


def embedder_for(models: AbstractSet[str]) -> Embedder:
    """The one that made the vectors there are, by their labels; the best there is if none did.

    Raises LocalModelMissingError, ModelChangedError.
    """
    if MiniLMEmbedder.model in models:
        return open_embedder("minilm")
    return open_embedder("hashed" if HashedEmbedder.model in models else "auto")
