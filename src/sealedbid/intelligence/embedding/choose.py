"""Which embedder there is, and which one made the vectors that are there."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from importlib.util import find_spec
from typing import Literal, TypeAlias

from sealedbid.intelligence.embedding import hashed, minilm
from sealedbid.intelligence.embedding.embedder import Embedder, ModelFileError

EmbedderName: TypeAlias = Literal["auto", "minilm", "hashed"]

_NEEDED = ("onnxruntime", "tokenizers", "numpy", minilm.MODEL_PACKAGE, minilm.TOKENIZER_PACKAGE)


@cache
def open_embedder(name: EmbedderName = "auto") -> Embedder:
    """MiniLM where the extra `local` is installed, hashed n-grams otherwise, or the one named.

    Raises ModelFileError.
    """
    is_there = all(find_spec(package) is not None for package in _NEEDED)
    if name == "minilm" and not is_there:
        raise ModelFileError("MiniLM is not installed: pip install 'sealedbid[local]'.")
    if name == "hashed" or not is_there:
        return hashed.HashedEmbedder()
    return minilm.MiniLmEmbedder()


def embedder_for(models: AbstractSet[str]) -> Embedder:
    """The one that made vectors there are, by their labels; the best there is if none did.

    Raises ModelFileError when it is not installed here.
    """
    if minilm.MODEL in models:
        return open_embedder("minilm")
    return open_embedder("hashed" if hashed.MODEL in models else "auto")
