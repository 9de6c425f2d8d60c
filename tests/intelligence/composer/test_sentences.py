"""Whole sentences only: none cut, none that leans on another without it, none twice."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.composer.scope import Scope
from sealedbid.intelligence.writer.composer.shelf import spoken, units_of
from sealedbid.intelligence.writer.wrapping import unwrapped
from tests.intelligence.composer.making import draft, printed


def match(text: str) -> Match:
    return Match(
        key="",
        id=uuid4(),
        source_id=uuid4(),
        source_title="A page",
        chunk_no=1,
        content_type="policy",
        heading="A page",
        content_text=text,
        similarity=0.5,
        score=0.5,
    )


def units(text: str) -> list[str]:
    return [unit.text for unit in units_of([match(text)])]


@pytest.mark.parametrize(
    "second",
    [
        "It is tested each day.",
        "They come on Monday.",
        "This takes a week.",
        "He has led five orders.",
        "In that event we write to the client.",
        "The result is signed.",
        "Both are employed by us.",
        "Otherwise nothing is paid.",
    ],
)
def test_a_sentence_that_leans_on_another_is_printed_with_it_or_not_at_all(second: str) -> None:
    first = "We check each order for faults."
    assert units(f"{first} {second}") == [first, f"{first} {second}"]
    assert units(second) == []
    assert units(f"Prices:\n\n{second}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Where the client asks for it, we attach the form",
        "Asked: by whom:",
        "| a | row |",
        "# A heading without a sentence.",
        "Yes.",
        "```code.```",
    ],
)
def test_what_is_no_whole_sentence_is_left(text: str) -> None:
    assert units(text) == []


def test_each_unit_stands_word_for_word_in_its_passage() -> None:
    text = (
        "We **check** each order, unless the client objects. It is e.g. tested.\n\n"
        "- We *also* ring."
    )
    found = units_of([match(text)])
    assert all(unit.quote in text for unit in found)
    assert [unit.text for unit in found] == [
        "We check each order, unless the client objects.",
        "We check each order, unless the client objects. It is e.g. tested.",
        "We *also* ring.",
    ]


def test_marks_of_markdown_are_not_spoken() -> None:
    assert spoken("**We** read `code` and [the page](https://x.example).") == (
        "We read code and the page."
    )
    assert spoken("2 * 3 * 4 and snake_case stay.") == "2 * 3 * 4 and snake_case stay."


def test_a_sentence_is_printed_once_however_often_it_is_asked_for() -> None:
    text = (
        "The code must be tested on each change. Tests of the code must run on each change. The "
        "tests of each change must be shown."
    )
    page = "# Tests\n\nOn each change, tests of the code run and are shown to the client.\n"
    assert printed(draft(text, pages={"policies/tests.md": page})).count("On each change") == 1


@pytest.mark.parametrize(
    ("brief", "sentence", "is_out"),
    [
        ("a read-only API", "The API writes to the old database.", True),
        ("a read-only API", "Every decision is written to a log.", False),
        ("a read-only API", "We deliver a read-only interface.", False),
        ("an API", "The API writes to the old database.", False),
        ("a clone with masked records", "Development uses synthetic records.", True),
        ("a clone with masked records", "Synthetic or masked records are sufficient.", False),
        ("We do not ask for sketches.", "We include two sketches in the offer.", True),
        ("We do not ask for sketches.", "There are no sketches in our offers.", False),
    ],
)
def test_the_briefs_own_words_exclude_sentences(brief: str, sentence: str, is_out: bool) -> None:
    assert bool(Scope(brief).excludes(sentence)) is is_out


def test_work_done_before_is_told_as_it_was() -> None:
    scope = Scope("a clone with masked records")
    assert scope.excludes("The team used synthetic records.", of_past=True) == ""


def test_a_sentence_goes_on_over_a_wrapped_line() -> None:
    text = (
        "We designed and built it with 22 pages and a calendar\nof events in 14 weeks. Every site "
        "that we build and hand over to a client conforms to\nWCAG 2.2, level AA. We test it.\n"
        "- Editors write pages themselves, in the system and\n  without code."
    )
    assert units(text)[:2] == [
        "We designed and built it with 22 pages and a calendar of events in 14 weeks.",
        "Every site that we build and hand over to a client conforms to WCAG 2.2, level AA.",
    ]
    assert units(text)[-1] == "Editors write pages themselves, in the system and without code."


@pytest.mark.parametrize(
    "text",
    [
        "Hollin Web\nLong Lane 4\nWe build websites.",
        "Opening hours\nWe answer from nine to five.",
        "A list of what we bring to each and every one of our projects\n- We bring tea.",
    ],
)
def test_short_lines_and_lists_are_no_wrapped_sentence(text: str) -> None:
    last = text.split("\n")[-1].removeprefix("- ")
    assert units(text) == [last]


@given(st.text(alphabet="ab .\n-#|(1)A", max_size=200))
def test_unwrapping_moves_nothing(text: str) -> None:
    after = unwrapped(text)
    assert len(after) == len(text)
    assert after.replace("\n", " ") == text.replace("\n", " ")
