"""Rows of tables in stored passages, and headings that say something."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.knowledge.chunking import chunk
from sealedbid.intelligence.knowledge.rows import Row, rows
from sealedbid.intelligence.knowledge.saying import says_something, why_nothing
from tests.fixtures.tiers import examples

# small.md A7: asked "Critical incidents within 1 hour", known a row of a table.
SUPPORT = """# Support

Incidents are handled by our team on call, by their priority:

| Priority | First answer | Repair |
|----------|--------------|--------|
| Critical | 1 hour       | 4 hours |
| Minor    | 1 day        |        |
"""


def test_the_row_that_answers_is_quoted_with_its_head() -> None:
    stored = [each.content for each in chunk(SUPPORT, lambda text: len(text) < 500)]
    lead, critical, minor = stored
    assert rows(lead) == []
    (row,) = rows(critical)
    assert row.quote == "| Critical | 1 hour       | 4 hours |"
    assert row.quote in critical
    assert row.quote in SUPPORT
    assert row.head == ("Priority", "First answer", "Repair")
    assert row.said == "Critical: First answer 1 hour; Repair 4 hours"
    assert [row.said for row in rows(minor)] == ["Minor: First answer 1 day"]


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ("a | b\n---|---\nc | d", ["c: b d"]),
        (
            "Text.\n\n| a |\n|---|\n| b |\n| c |\n\nMore.\n\n| d | e |\n|--|--|\n| f | g |",
            ["b", "c", "f: e g"],
        ),
        ("| a | b |\n|---|---|\n|   |   |", []),
        ("| a | b |\n|---|---|\n| **c** | `d \\| e` |", ["c: b d | e"]),
        ("| a | b |\n|---|---|\n| c | d | more |", ["c: b d"]),
        ("|  | b |\n|---|---|\n|  | d |", ["b d"]),
        ("| Critical | 1 hour |", []),
        ("| a | b |\n|---|---|", []),
        ("", []),
    ],
)
def test_rows_are_found_in_any_passage(passage: str, said: list[str]) -> None:
    found = rows(passage)
    assert [row.said for row in found] == said
    assert all(row.quote in passage and len(row.head) == len(row.cells) for row in found)


LINES = st.sampled_from(
    ["| a | b |", "|---|---|", "|-|", "a | b", "> | c |", "- | d |", "", "```", "| \\| |", "text"]
)


@settings(max_examples=examples(1))
@given(passage=st.lists(LINES | st.text(max_size=12), max_size=12).map("\n".join))
def test_every_quote_is_in_its_passage(passage: str) -> None:
    for row in rows(passage):
        assert row.quote in passage
        assert row.quote
        assert len(row.head) == len(row.cells) > 0
        assert row.said.strip()


def test_a_row_is_plain_data() -> None:
    assert rows("|a|b|\n|-|-|\n|c|d|") == [Row(head=("a", "b"), cells=("c", "d"), quote="|c|d|")]


@pytest.mark.parametrize(
    ("title", "is_alone", "says"),
    [
        ("We rent rooms in Graz", False, True),
        ("2.1 We answer at once", False, True),
        ("I answer every letter", False, True),
        ("A. We answer at once", False, True),
        ("Wir vermieten Räume in Graz", False, True),
        ("Nous louons des salles", False, True),
        ("Every page is read by two people.", False, True),
        ("Answers within 4 hours", True, True),
        ("Answers within 4 hours", False, False),
        ("4. Terms and conditions", True, False),
        ("Section 3. SCOPE OF WORK", True, False),
        ("Article 6. No Assignment or Delegation.", False, False),
        ("Before you use a new tool...", False, False),
        ("ISO 27001 certified since 2019", True, True),
        ("Terms and conditions.", True, False),
        ("How we work", True, False),
        ("Our approach to testing", True, False),
        ("Do we answer on Saturdays?", True, False),
        ("We offer three things:", True, False),
        ("We work", True, False),
        ("Team", True, False),
        ("", True, False),
    ],
)
def test_a_sentence_says_something_and_a_label_does_not(
    title: str, is_alone: bool, says: bool
) -> None:
    assert says_something(title, is_alone=is_alone) is says


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# Empty\n", "it holds only a heading"),
        ("# Empty\n\n## Also\n", "it holds only headings"),
        ("---\ntitle: Empty\n---\n", "it holds only front matter"),
        ("---\ntitle: Empty\n---\n# Empty\n", "it holds only front matter and a heading"),
    ],
)
def test_a_text_without_a_passage_says_why(text: str, reason: str) -> None:
    assert chunk(text, lambda text: True) == []
    assert why_nothing(text) == reason
