"""Ends of sentences, and marks that only look like them."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.brief.structure.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. Department of Health issues this.",
        "See FAR 52.217-8, Sec. 2.0 and No. 5 for the rest.",
        "Bring papers, e.g. Passports, to the office.",
        "Arrive at 12:00PM or at 3 p.m. on Monday.",
        "Read https://x.example/a.b?c=d. first, then reply.",
        "1. Provide a plan.",
        "a. Format the file.",
        "Mr. J. Smith of Acme Inc. will answer.",
        "It costs $1.2 million.",
        "Wait... then go.",
    ],
)
def test_these_are_one_sentence(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It is done. It works.", ["It is done.", "It works."]),
        ("Made in the U.S. The vendor pays.", ["Made in the U.S.", "The vendor pays."]),
        ("Is it? Yes! Good.", ["Is it?", "Yes!", "Good."]),
        ("He said “stop.” They did.", ["He said “stop.”", "They did."]),
        ("これは要件です。次の文です。", ["これは要件です。", "次の文です。"]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("...  ---  !!!", []),
    ],
)
def test_these_are_several(text: str, parts: list[str]) -> None:
    assert split(text) == parts
