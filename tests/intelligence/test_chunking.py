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
from sealedbid.intelligence.knowledge.chunking import MOST_ROWS, Chunk, chunk
from sealedbid.intelligence.knowledge.cutting import LONGEST
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
    heads = {each.table_head for each in chunks}
    for table in lay.tables:
        if table.head in heads:
            room = table.rows[0][0] - table.start
            left[table.start : table.rows[0][0]] = " " * room
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
        for each in chunks:
            if each.start < heading.end and heading.start < each.end:
                assert (each.start, each.end) == heading.words
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


def test_a_code_block_stays_whole_where_it_fits() -> None:
    code = "```\na b\n\nc d\n```"
    source = f"Some words stand here before.\n\n{code}\n\nAnd after it."
    assert texts(chunk(source, words(12))) == [
        f"Some words stand here before.\n\n{code}",
        "And after it.",
    ]


HEAD = "| Priority | First answer | Repair |\n|---|---|---|"
TABLE = f"{HEAD}\n| Critical | 1 hour | 4 hours |\n| Minor | 1 day | 5 days |"


def test_each_row_of_a_table_is_a_passage_below_the_tables_head() -> None:
    source = f"# Support\n\nWe are quick.\n\n{TABLE}\n\nCall us."
    chunks = chunk(source, words(100))
    assert [(each.text, each.table_head) for each in chunks] == [
        ("We are quick.", ""),
        ("| Critical | 1 hour | 4 hours |", HEAD),
        ("| Minor | 1 day | 5 days |", HEAD),
        ("Call us.", ""),
    ]
    assert chunks[1].content == f"{HEAD}\n| Critical | 1 hour | 4 hours |"
    assert chunks[1].passage == f"Support\n\n{chunks[1].content}"
    check(source, chunks)


def test_a_row_that_does_not_fit_below_the_head_is_cut_without_it() -> None:
    long = " ".join(["word"] * 30)
    chunks = chunk(f"{HEAD}\n| Critical | {long}. | 4 hours |", words(25))
    assert len(chunks) > 1
    assert all(not each.table_head for each in chunks)
    assert all(len(each.passage.split()) <= 25 for each in chunks)


def test_a_table_of_which_no_row_fits_below_the_head_is_text() -> None:
    source = "| one two three four | five six |\n|---|---|\n| a b c d | e f g |"
    chunks = chunk(source, words(12))
    assert "".join(each.text for each in chunks) == source.replace("\n| a", "| a")
    assert all(not each.table_head for each in chunks)


def test_dashes_that_fill_a_column_take_no_room_of_a_row() -> None:
    source = f"| Priority | First answer |\n| {'-' * 70} | {'-' * 90} |\n| Critical | 1 hour |"
    (only,) = chunk(source, lambda text: len(text) <= 80)
    assert only.content == "| Priority | First answer |\n|---|---|\n| Critical | 1 hour |"


def test_a_table_of_very_many_rows_is_packed_and_each_part_has_the_head() -> None:
    rows = "".join(f"| {number} | x |\n" for number in range(MOST_ROWS + 1))
    source = f"These are:\n\n| n | x |\n|---|---|\n{rows}"
    chunks = chunk(source, words(60))
    check(source, chunks)
    lead, *parts = chunks
    assert lead.text == "These are:"
    assert all(each.table_head == "| n | x |\n|---|---|" for each in parts)
    assert len(parts) == 31
    assert parts[0].text.endswith("| 9 | x |")


def test_a_table_without_rows_and_one_in_a_quotation_are_text() -> None:
    for source in (HEAD, "> " + TABLE.replace("\n", "\n> ")):
        assert [(each.text, each.table_head) for each in chunk(source, words(100))] == [
            (source, "")
        ]


def test_a_passage_under_40_characters_is_a_passage() -> None:
    assert texts(chunk("# Rooms\n\nWe rent rooms in Graz.\n", words(100))) == [
        "We rent rooms in Graz."
    ]


def test_a_heading_that_says_something_is_a_passage_and_stands_above_its_text() -> None:
    source = "# Us\n\n## We rent *rooms* in Graz\n\n## We hold ISO 27001\n\nSince 2019.\n"
    chunks = chunk(source, words(100))
    assert [(each.heading, each.text) for each in chunks] == [
        ("Us", "We rent *rooms* in Graz"),
        ("Us", "We hold ISO 27001"),
        ("Us > We hold ISO 27001", "Since 2019."),
    ]
    check(source, chunks)


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
