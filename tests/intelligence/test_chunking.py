"""Passages: exact, complete, under their headings, and of a size."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.embedding import open_embedder
from sealedbid.intelligence.embedding.hashed import HashedEmbedder
from sealedbid.intelligence.knowledge.chunking import LONGEST, Chunk, chunk
from sealedbid.intelligence.knowledge.markdown import MOST_LINES, outline
from sealedbid.intelligence.knowledge.reading import read_text
from tests.fixtures.documents import handbook
from tests.fixtures.tiers import examples


def words(most: int) -> Callable[[str], bool]:
    return lambda text: len(text.split()) <= most


def texts(chunks: list[Chunk]) -> list[str]:
    return [each.text for each in chunks]


def lost(source: str, chunks: list[Chunk]) -> str:
    """Text of the source that no chunk has, without headings, front matter and white space."""
    lay = outline(source)
    left = list(source)
    for first, last in [
        (0, lay.body),
        *((each.start, each.end) for each in lay.headings),
        *((each.start, each.end) for each in chunks),
    ]:
        left[first:last] = " " * (last - first)
    return "".join(left).strip()


def check(source: str, chunks: list[Chunk]) -> None:
    """Assert the promises for every text."""
    assert [each.number for each in chunks] == list(range(1, len(chunks) + 1))
    assert all(each.text == source[each.start : each.end] for each in chunks)
    assert all(each.text.strip() for each in chunks)
    assert all(len(each.text) <= LONGEST for each in chunks)
    bounds = [bound for each in chunks for bound in (each.start, each.end)]
    assert bounds == sorted(bounds)
    for heading in outline(source).headings:
        assert not any(each.start < heading.end and heading.start < each.end for each in chunks)
    assert lost(source, chunks) == ""


MARKS = st.sampled_from(
    [
        *("# A", "## B b", "---", "===", "- item", "1. one", "  more", "> quoted", "```", "***"),
        *("|a|b|", "|-|-|", "|c|d|", "", "", "<div>", "[a]: b", "title: x", "...", "    code"),
        *("e.g. this", "Word. Word? 3!", "日本。語", "* * *", "{% x %}"),
        *("\t", "\r", "\f", "\x1c", "\u2028", "\0"),
    ]
)
MARKDOWN = st.lists(MARKS | st.text(max_size=30), max_size=25).map("\n".join)


@settings(max_examples=examples(2))
@given(source=MARKDOWN, most=st.integers(1, 60))
def test_any_text_is_cut_without_loss(source: str, most: int) -> None:
    chunks = chunk(source, lambda text: len(text) <= most)
    check(source, chunks)
    assert all(len(each.passage) <= most or len(each.text) == 1 for each in chunks)


@settings(max_examples=examples(0.5))
@given(source=MARKDOWN)
def test_any_text_is_cut_the_same_way_again(source: str) -> None:
    assert chunk(source, words(5)) == chunk(source, words(5))


@settings(max_examples=examples(0.1))
@given(source=MARKDOWN)
def test_where_nothing_fits_every_character_is_a_chunk(source: str) -> None:
    check(source, chunk(source, lambda text: False))


def test_headings_are_breadcrumbs_above_the_text() -> None:
    source = "Before.\n\n# Offer\n\nWe build.\n\n## *Prices*\n\nHigh.\n\n### None\n\n# Team\n\nUs."
    assert [(each.heading, each.text) for each in chunk(source, words(100))] == [
        ("", "Before."),
        ("Offer", "We build."),
        ("Offer > Prices", "High."),
        ("Team", "Us."),
    ]


def test_the_title_of_front_matter_stands_above_all_headings() -> None:
    source = "---\ntitle: Guide\ntags: [a]\n---\n\nIntro.\n\n## Part\n\nText.\n"
    chunks = chunk(source, words(100))
    assert [(each.heading, each.text) for each in chunks] == [
        ("Guide", "Intro."),
        ("Guide > Part", "Text."),
    ]
    assert chunks[1].passage == "Guide > Part\n\nText."
    assert chunk(source, words(100), title="Mine")[0].heading == "Mine"


def test_a_title_that_is_a_heading_does_not_stand_there_twice() -> None:
    (only,) = chunk("# Guide\n\n## Part\n\nText.", words(100), title="Guide")
    assert only.heading == "Guide > Part"


def test_prose_between_rules_is_not_front_matter() -> None:
    assert texts(chunk("---\n\nProse here.\n\n---\n\nMore.", words(2))) == [
        "---",
        "Prose here.",
        "---\n\nMore.",
    ]


def test_a_long_paragraph_over_dashes_is_no_heading() -> None:
    source = "One line,\nand another.\n---\nText."
    assert texts(chunk(source, words(100))) == [source]


def test_paragraphs_are_packed_together_up_to_the_size() -> None:
    source = "One two.\n\nThree four.\n\nFive six."
    assert texts(chunk(source, words(4))) == ["One two.\n\nThree four.", "Five six."]


def test_a_long_paragraph_is_cut_at_ends_of_sentences() -> None:
    source = "We build sites, e.g. shops. They are quick. Ask us."
    assert texts(chunk(source, words(5))) == [
        "We build sites, e.g. shops.",
        "They are quick. Ask us.",
    ]


def test_a_long_sentence_is_cut_at_words_and_a_long_word_anywhere() -> None:
    assert texts(chunk("one two three four five", words(2))) == ["one two", "three four", "five"]
    assert texts(chunk("abcdefgh", lambda text: len(text) <= 3)) == ["abc", "def", "gh"]


def test_a_code_block_and_a_table_stay_whole_where_they_fit() -> None:
    code = "```\na b\n\nc d\n```"
    table = "| a | b |\n|---|---|\n| c | d |"
    source = f"Some words stand here before.\n\n{code}\n\n{table}"
    assert texts(chunk(source, words(13))) == [f"Some words stand here before.\n\n{code}", table]
    assert texts(chunk(source, words(11))) == [f"Some words stand here before.\n\n{code}", table]


def test_a_table_that_is_too_long_is_cut_between_rows_after_what_leads_to_it() -> None:
    rows = "\n".join(f"| {number} | x |" for number in range(6))
    source = f"These are:\n\n| n | x |\n|---|---|\n{rows}"
    first, second = chunk(source, words(28))
    assert first.text.startswith("These are:")
    assert first.text.endswith("| 3 | x |")
    assert second.text == "| 4 | x |\n| 5 | x |"


def test_the_indentation_of_a_first_line_stays() -> None:
    assert texts(chunk("# Code\n\n    a = 1\n    b = 2\n", words(100))) == ["    a = 1\n    b = 2"]


def test_long_headings_leave_room_for_the_text() -> None:
    source = f"# {'Far ' * 20}\n\n## Near\n\nOne two three four."
    (only,) = chunk(source, words(10))
    assert only.heading == "Near"


@pytest.mark.parametrize("source", ["", "\n \n", "# Only\n\n## headings\n", "---\na: b\n---\n"])
def test_where_there_is_no_text_there_are_no_chunks(source: str) -> None:
    assert chunk(source, words(100)) == []


def test_a_text_of_very_many_lines_is_cut_without_loss() -> None:
    source = "a,b\n" * (MOST_LINES + 1) + "\n# End\n"
    chunks = chunk(source, words(1000))
    assert lost(source, chunks) == ""


@pytest.mark.full
@pytest.mark.parametrize(
    "source",
    [
        "A sentence of some words, as they are said. " * 110_000,
        "x" * 5_000_000,
        "A paragraph.\nOf two lines.\n\n" * 160_000,
        "# Heading\n\nAnd its text, which goes on for a while, and ends here at last.\n\n" * 65_000,
    ],
    ids=["one paragraph", "one word", "paragraphs", "sections"],
)
def test_five_megabytes_are_cut_in_time_that_grows_with_the_text(source: str) -> None:
    embedder = HashedEmbedder()
    counted = 0

    def fits(text: str) -> bool:
        nonlocal counted
        counted += len(text)
        return embedder.count_tokens(text) <= embedder.max_tokens

    started = time.process_time()
    chunks = chunk(source, fits)
    assert sum(len(each.text) for each in chunks) > 0.8 * len(re.sub(r"\s|# Heading", "", source))
    assert counted < 8 * len(source)  # steady, unlike the seconds, which only catch the quadratic
    assert time.process_time() - started < 60


@pytest.mark.parametrize("name", ["hashed", pytest.param("minilm", marks=pytest.mark.full)])
def test_a_real_handbook_is_cut_without_loss(name: str) -> None:
    embedder = open_embedder("hashed" if name == "hashed" else "minilm")

    def fits(text: str) -> bool:
        return embedder.count_tokens(text) <= embedder.max_tokens

    for page in handbook():
        file = read_text(page.name, page.read_bytes())
        chunks = chunk(file.text, fits, title=file.title)
        check(file.text, chunks)
        assert all(fits(each.passage) for each in chunks)
        assert all(each.heading for each in chunks)
