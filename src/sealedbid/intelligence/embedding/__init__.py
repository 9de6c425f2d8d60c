"""Texts as vectors of 1,536 dimensions, made on this machine; nothing is fetched or sent."""

from sealedbid.intelligence.embedding.choose import EmbedderName, embedder_for, open_embedder
from sealedbid.intelligence.embedding.embedder import DIMENSIONS, Embedder, ModelFileError

__all__ = [
    "DIMENSIONS",
    "Embedder",
    "EmbedderName",
    "ModelFileError",
    "embedder_for",
    "open_embedder",
]
