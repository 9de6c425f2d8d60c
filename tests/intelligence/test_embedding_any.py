"""Promises of every embedder."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.embedding import DIMENSIONS, Embedder, open_embedder
from sealedbid.intelligence.embedding.hashed import HashedEmbedder
from sealedbid.intelligence.embedding.minilm import MiniLMEmbedder
from tests.fixtures.tiers import examples

TEXTS = [
    "",
    " \n",
    "?!",
    "We design booking portals for clinics.",
    "Ünïcode, 日本語, עברית and 🙂",
    "[MASK] [SEP] \x01 \ufeff",
    "supercalifragilistic" * 20,
    "A sentence that is said again and again. " * 250,
]


@pytest.fixture(
    scope="module", params=[HashedEmbedder, pytest.param(MiniLMEmbedder, marks=pytest.mark.full)]
)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    made: Embedder = request.param()
    return made


def length(vector: list[float]) -> float:
    return math.sqrt(math.fsum(value * value for value in vector))


def distance(one: list[float], other: list[float]) -> float:
    return length([a - b for a, b in zip(one, other, strict=True)])


def test_every_text_has_a_vector_of_unit_length_and_full_width(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert [len(vector) for vector in vectors] == [DIMENSIONS] * len(TEXTS)
    assert [length(vector) for vector in vectors] == pytest.approx([1.0] * len(TEXTS), abs=1e-5)
    assert all(type(value) is float for vector in vectors for value in vector)


def test_no_texts_have_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed([]) == []


def test_the_same_text_has_the_same_vector(embedder: Embedder) -> None:
    assert embedder.embed(TEXTS[3:4]) == embedder.embed(TEXTS[3:4])


def test_different_texts_have_different_vectors(embedder: Embedder) -> None:
    vectors = embedder.embed(["We paint houses.", "We build bridges.", "Prices are in euros."])
    assert all(distance(*pair) > 0.1 for pair in itertools.combinations(vectors, 2))


def test_a_vector_does_not_depend_on_its_company(embedder: Embedder) -> None:
    texts = [f"Offer {number}. {'More of it. ' * (number % 40)}" for number in range(60)]
    together = dict(zip(texts, embedder.embed(texts), strict=True))
    shuffled = random.Random(7).sample(texts, len(texts))
    for text, vector in zip(shuffled, embedder.embed(shuffled), strict=True):
        assert distance(vector, together[text]) < 1e-5
    assert distance(embedder.embed([texts[39]])[0], together[texts[39]]) < 1e-5


def test_tokens_of_the_whole_text_are_counted(embedder: Embedder) -> None:
    sentence = "A sentence that is said again and again. "
    assert embedder.count_tokens(sentence * 250) > embedder.max_tokens
    assert 5 < embedder.count_tokens(sentence) < 20
    assert embedder.count_tokens("") <= 2


@settings(max_examples=examples(0.25))
@given(text=st.text(max_size=300))
def test_any_text_at_all_is_taken(embedder: Embedder, text: str) -> None:
    (vector,) = embedder.embed([text])
    assert length(vector) == pytest.approx(1.0, abs=1e-5)
    assert embedder.count_tokens(text) >= 0


def test_labels_tell_the_embedders_apart() -> None:
    minilm, hashed = open_embedder("minilm"), open_embedder("hashed")
    assert (minilm.model, minilm.is_semantic) == ("all-MiniLM-L6-v2-int8", True)
    assert (hashed.model, hashed.is_semantic) == ("hashed-ngrams-v1", False)
    assert minilm.dimensions == hashed.dimensions == DIMENSIONS
