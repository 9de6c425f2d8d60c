"""The embedder without a model."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sealedbid.intelligence.embedding import hashed
from sealedbid.intelligence.embedding.hashed import HashedEmbedder
from tests import SOURCE


def cosine(one: str, other: str) -> float:
    left, right = HashedEmbedder().embed([one, other])
    return sum(a * b for a, b in zip(left, right, strict=True))


def test_texts_that_share_words_are_closer() -> None:
    question = "What is your refund policy?"
    assert cosine(question, "The refund policy: within 14 days.") > 0.2
    assert cosine(question, "Rain fell on Tuesday night.") < 0.1


def test_case_and_width_make_no_difference() -> None:
    assert cosine("Straße OPEN", "STRASSE open") == pytest.approx(1.0)


def test_forms_of_a_word_are_close() -> None:
    assert cosine("estimates", "estimated") > 0.3


@pytest.mark.full
def test_every_process_makes_the_same_vector() -> None:
    program = (
        "from sealedbid.intelligence.embedding.hashed import HashedEmbedder\n"
        "[vector] = HashedEmbedder().embed(['the same everywhere'])\n"
        "print([(place, value) for place, value in enumerate(vector) if value])"
    )
    command = [sys.executable, "-c", program]
    said = {
        subprocess.run(
            command,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": SOURCE},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_features_that_cancel_out_still_have_an_angle(monkeypatch: pytest.MonkeyPatch) -> None:
    signs = {"wab": (5, 1.0), "g<ab>": (5, -2.0)}
    monkeypatch.setattr(hashed, "_place", lambda feature: signs.get(feature, (9, 1.0)))
    assert HashedEmbedder().embed(["ab"])[0][9] == 1.0
