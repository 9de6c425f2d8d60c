"""Texts as vectors, made on this machine."""

from sealedbid.intelligence.embedding.opening import EmbedderName, embedder_for, open_embedder
from sealedbid.intelligence.embedding.protocol import DIMENSIONS, Embedder

__all__ = ["DIMENSIONS", "Embedder", "EmbedderName", "embedder_for", "open_embedder"]
