"""Which embedder an installation uses."""

from __future__ import annotations

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
