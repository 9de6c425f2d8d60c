"""Sentences written by hand, in five languages: true ones pass, each planted fault is caught."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.intelligence.grounding.cases import Sentence, held_out, planted, true_ones
from tests.intelligence.grounding.demo import prose, with_faults

# A sentence with a fault of one of these kinds may be weak; of every other kind, it is unsupported.
DOUBTS = frozenset({"noun", "hedge", "bound", "strength", "cause", "condition", "role"})
# The first word of a sentence may be a name: that is told as a doubt.
UNSURE = frozenset({"Kestrel is the owner of the queue."})
FALSE_AT_MOST = 0.05
SETS = ("first", "second", "third", "fourth")  # sentences about other agencies


@pytest.mark.parametrize("one", true_ones(), ids=lambda one: one.text[:60])
def test_a_true_sentence_is_supported(one: Sentence) -> None:
    judged = one.judged()
    assert judged.verdict == "supported", judged.reasons
    assert judged.reasons == ()


@pytest.mark.parametrize("one", planted(), ids=lambda one: f"{one.kind}: {one.text[:60]}")
def test_a_planted_fault_is_caught(one: Sentence) -> None:
    judged = one.judged()
    assert judged.reasons
    assert judged.verdict != "supported"
    if one.kind not in DOUBTS and one.text not in UNSURE:
        assert judged.verdict == "unsupported", judged.reasons


def test_prose_about_the_demos_pages_is_seldom_flagged() -> None:
    sentences = list(prose())
    flagged = [one.text for one in sentences if one.judged().verdict != "supported"]
    assert len(flagged) <= FALSE_AT_MOST * len(sentences), flagged


@pytest.mark.parametrize("those", [held_out(name) for name in SETS], ids=SETS)
def test_sentences_about_other_agencies(those: Sequence[Sentence]) -> None:
    true = [one for one in those if not one.kind]
    flagged = [one.text for one in true if one.judged().verdict != "supported"]
    assert len(flagged) <= max(2, FALSE_AT_MOST * len(true)), flagged
    assert not [one.text for one in those if one.kind and one.judged().verdict == "supported"]


@pytest.mark.parametrize(
    "kind",
    ["money", "currency", "date", "percentage", "name", "product", "client", "certificate",
     "placeholder", "number", "unit"],
)  # fmt: skip
def test_faults_planted_by_rule_in_prose_are_caught(kind: str) -> None:
    made = [fault for one in prose() for fault in with_faults(one) if fault.kind == kind]
    assert made
    assert not [one.text for one in made if one.judged().verdict == "supported"]
