"""The model on this machine: its meaning, its weights, and its silence."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from sealedbid.intelligence.embedding import minilm, open_embedder
from sealedbid.intelligence.embedding.minilm import MiniLMEmbedder, check_weights
from sealedbid.intelligence.errors import LocalModelMissingError, ModelChangedError
from tests import SOURCE

# a question, an answer in other words, and a text that shares its words instead
MEANT = [
    ("How much will it cost?", "The price is 40,000 euros.", "How much will he sleep?"),
    ("Who will do the work?", "Our team is two engineers and a designer.", "Who will win the cup?"),
    ("When can you start?", "The first day of work is 3 May.", "When can you swim?"),
    ("Is patient data safe?", "Medical records are encrypted.", "Is patient waiting a virtue?"),
]


@pytest.fixture(scope="module")
def embedder() -> MiniLMEmbedder:
    return MiniLMEmbedder()


@pytest.mark.parametrize(("question", "answer", "decoy"), MEANT)
def test_the_same_meaning_in_other_words_is_closer_than_the_same_words(
    embedder: MiniLMEmbedder, question: str, answer: str, decoy: str
) -> None:
    asked, answered, other = embedder.embed([question, answer, decoy])
    near = sum(a * b for a, b in zip(asked, answered, strict=True))
    far = sum(a * b for a, b in zip(asked, other, strict=True))
    assert near > far


def test_zeros_fill_up_the_384_dimensions_of_the_model(embedder: MiniLMEmbedder) -> None:
    (vector,) = embedder.embed(["A text."])
    assert any(vector[:384])
    assert not any(vector[384:])


def test_known_texts_have_their_known_vectors(embedder: MiniLMEmbedder) -> None:
    # as version 1.0.0 of the weights made them: stored vectors must stay comparable
    (vector,) = embedder.embed(["This is an example sentence"])
    assert vector[:4] == pytest.approx([0.0668, 0.0612, 0.0509, 0.0790], abs=1e-3)


def test_what_follows_the_limit_is_not_looked_at(embedder: MiniLMEmbedder) -> None:
    most = "word " * (embedder.max_tokens - 2)
    assert embedder.count_tokens(most) == embedder.max_tokens
    assert embedder.embed([most]) == embedder.embed([most + "and something else"])
    assert embedder.embed([most]) != embedder.embed(["other " + most])


def test_other_weights_are_refused(tmp_path: Path) -> None:
    weights = tmp_path / "model.onnx"
    weights.write_bytes(b"not the model")
    with pytest.raises(
        ModelChangedError, match=r"model\.onnx are not the ones .* install"
    ) as error:
        check_weights(weights)
    assert "\n" not in str(error.value)


def test_the_weights_are_looked_at_when_they_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "MODEL_SHA256", "0" * 64)
    with pytest.raises(ModelChangedError):
        minilm._session.__wrapped__()


def test_the_vocabulary_is_that_of_bert() -> None:
    vocabulary = files("sealedbid.intelligence.embedding") / minilm.VOCABULARY
    found = hashlib.sha256(vocabulary.read_bytes()).hexdigest()
    assert found == "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"


def test_without_the_extra_auto_is_lexical_and_minilm_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert open_embedder().is_semantic
    monkeypatch.setattr(minilm, "PACKAGES", ("numpy", "a_package_that_is_not_there"))
    assert not open_embedder().is_semantic
    with pytest.raises(LocalModelMissingError, match=r"sealedbid\[local\]"):
        open_embedder("minilm")


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={"PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.full
def test_nothing_of_it_needs_a_network() -> None:
    program = """
import os, sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise PermissionError(f"{event}: no network here")

sys.addaudithook(forbid)
from sealedbid.intelligence.embedding import open_embedder
embedder = open_embedder("minilm")
texts = [f"Text number {number}, {'long ' * number}" for number in range(50)]
assert len(embedder.embed(texts)) == 50 and embedder.count_tokens("a b")
print(os.environ["HF_HUB_OFFLINE"], "huggingface_hub" in sys.modules)
"""
    assert run(program) == "1 False\n"


def test_what_is_heavy_is_loaded_when_it_is_used() -> None:
    program = """
import sys
import sealedbid.intelligence.embedding
import sealedbid.intelligence.knowledge.chunking
import sealedbid.intelligence.knowledge.reading
from sealedbid.intelligence.embedding.minilm import is_installed
assert is_installed()
sealedbid.intelligence.embedding.open_embedder("hashed").embed(["a"])
print({"numpy", "onnxruntime", "tokenizers", "charset_normalizer"} & set(sys.modules))
"""
    assert run(program) == "set()\n"
