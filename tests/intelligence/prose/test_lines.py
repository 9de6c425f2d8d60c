"""Lines of a model: what is read, what is passed over, and what costs one sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.writer.prose.lines import Broken, Line, Lines, read_line

READ = {
    "S | K7,B3.6 | Tests run weekly. | run weekly": Line(
        "claim", ("K7", "B3.6"), "Tests run weekly.", "run weekly"
    ),
    "s|K7|Tests run weekly.|": Line("claim", ("K7",), "Tests run weekly."),
    "- S | [K7], (K8) | Tests run. | “tests run”": Line(
        "claim", ("K7", "K8"), "Tests run.", "tests run"
    ),
    "1. **S** | K7 | Tests run. | tests run": Line("claim", ("K7",), "Tests run.", "tests run"),
    "S | - | Tests run. | tests run": Line("claim", (), "Tests run.", "tests run"),
    "S | Tests run.": Line("claim", (), "Tests run."),
    "`S | K7 | Tests run. | tests`": Line("claim", ("K7",), "Tests run.", "tests"),
    "T | - | Three things follow.": Line("transition", (), "Three things follow."),
    "ASK | B3.9 | Is training included?": Line("ask", ("B3.9",), "Is training included?"),
    "ASK | Is training included?": Line("ask", (), "Is training included?"),
    "P | 3.4": Line("part", text="3.4"),
    "P |": Line("part"),
    "P": Line("part"),
}


@pytest.mark.parametrize("raw", READ)
def test_a_line_is_read_with_the_noise_of_small_models(raw: str) -> None:
    assert read_line(raw) == READ[raw]


@pytest.mark.parametrize(
    "raw", ["", "   ", "```", "```text", "---", "</s>", "<|im_end|>", "[INST]"]
)
def test_marks_around_the_lines_are_passed_over(raw: str) -> None:
    assert read_line(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        "Here is the section you asked for:",
        "## Technical approach",
        "S | K7 | one | two | three",
        "S | K7",
        "P | 3.4 | Tests run.",
        "S | K7 | 123 | 4",
        "X | K7 | Tests run. | tests",
        "S | K7 | " + "word " * 400,
    ],
)
def test_a_line_that_is_none_of_ours_is_broken(raw: str) -> None:
    assert isinstance(read_line(raw), Broken)


def test_thoughts_and_calls_of_tools_are_passed_over() -> None:
    text = (
        "<think>\nThe user wants | S | K1 | a lie. | lie\n</think>\n"
        '<tool_call>{"name": "search",\n"arguments": {}}</tool_call>\n'
        "S | K1 | Tests run. | tests run\n"
    )
    assert Lines().feed(text) == [Line("claim", ("K1",), "Tests run.", "tests run")]


def test_a_thought_that_never_ends_leaves_nothing() -> None:
    lines = Lines()
    assert lines.feed("<think>\nS | K1 | Tests run. | tests\n") == []
    assert lines.close(is_whole=True) == []


def test_the_last_line_counts_only_if_the_answer_ended_by_itself() -> None:
    whole, cut = Lines(), Lines()
    whole.feed("S | K1 | Tests run. | tests run")
    cut.feed("S | K1 | Tests run. | tests run")
    assert whole.close(is_whole=True) == [Line("claim", ("K1",), "Tests run.", "tests run")]
    assert cut.close(is_whole=False) == []


words = st.text(st.sampled_from("abcdeé ß.,:;()[]{}*_-–'\"!?1234567890"), max_size=40)
ids = st.lists(
    st.from_regex(r"[A-Z][1-9]\d{0,3}(?:\.[1-9]){0,2}", fullmatch=True), min_size=1, max_size=3
)
noise = st.text(st.sampled_from("SPTASK |K1.\n-*`<think>/tool_call a"), max_size=120)


@given(noise, st.lists(st.integers(0, 300), max_size=8))
def test_any_text_in_any_pieces_gives_the_same_lines(text: str, cuts: list[int]) -> None:
    at = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[one:two] for one, two in pairwise(at)]
    once, often = Lines(), Lines()
    read = [*once.feed(text), *once.close(is_whole=True)]
    assert [
        *(line for piece in pieces for line in often.feed(piece)),
        *often.close(is_whole=True),
    ] == read


@given(ids, words.filter(lambda text: any(sign.isalpha() for sign in text)))
def test_a_line_as_it_was_asked_for_is_never_broken(cited: list[str], text: str) -> None:
    line = read_line(f"S | {','.join(cited)} | x {text} y | {cited[0]}")
    assert isinstance(line, Line)
    assert line.ids == tuple(dict.fromkeys(cited))
