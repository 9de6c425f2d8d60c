"""Any text can be read: the same every time, every finding verbatim, in time that grows with it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.brief import Brief, Span
from tests.fixtures.tiers import examples
from tests.intelligence.brief.reading import pieces, read

PIECES = [
    *("# ", "## Sec. 1.04 ", "- ", "1. ", "a) ", "> ", "```\n", "| a | b |\n|---|---|\n", "\t"),
    *("    ", "\n", "\n\n", "\r\n", "\r", "\ufeff", "\u2028", "\x0c", "* ", "**", "_", "\\"),
    *("<br>", "<td>", "[x](", ")", "[", "](", "<", ">", "&amp;", "&#0;", "&#x110000;", ":", "."),
    *(" ", "•", "\x00", "The vendor must ", "deliver. ", "may include: ", "We need ", "U.S. "),
    *("Proposals are due by ", "1 March 2027", " at 5pm ", "31.02.2027", "budget of ", "40k EUR"),
    *("€ 1.2.3", "$", "16 weeks", "the State will ", "(“Contractor” or “BA”)", "e.g. "),
    *(
        "From: a@b.example\n",
        "Subject: x\n",
        "> > ",
        "On Monday, Bea wrote:\n",
        "---\ntitle: x\n---\n",
    ),
    *("Page 3 of 9\n", "- 4 -\n", "soft-\n", "\u00ad", "\ufb01", "\u200b", "[Must] ", "REQ-001: "),
    *("ID\tRequirement\tLevel\n", "1\ta\tMust\n", "+--+--+\n", "| ID | Requirement |\n", "|", "||"),
    *(
        "<table>",
        "<tr>",
        "<th>ID",
        "</table>",
        "Offers shall contain: a; b; c. ",
        "Title: ",
        "(a) ",
    ),
    *("Der Bieter muss ", "Le prestataire doit ", "As a clerk, I need ", "Do you? ", "[insert x]"),
    *("مرحبا بالعالم. ", "要件です。", "😀", "Provide: ", "shall not ", "6.e.3 ", "(i) "),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)

pytestmark = pytest.mark.full


def spans(brief: Brief) -> Iterator[Span]:
    for group in (brief.requirements, brief.goals, brief.contents):
        yield from (each.span for each in group)
    for fact in brief.facts:
        yield from (fact.quote, *(each.quote for each in fact.alternatives))


@settings(max_examples=examples(2))
@given(TEXTS)
def test_every_span_is_verbatim_and_the_reading_is_the_same_twice(text: str) -> None:
    brief = read(text)
    for span in spans(brief):
        assert text[span.start : span.end] == span.text
        assert span.start < span.end
    assert brief == read(text)


@settings(max_examples=examples(2))
@given(TEXTS)
def test_every_piece_is_found_in_the_text_and_every_part_of_it_too(text: str) -> None:
    for piece in pieces(text):
        assert piece.text.strip() == piece.text
        part = piece.span_of(len(piece.text) // 2, len(piece.text))
        assert text[part.start : part.end] == part.text
        assert piece.span.start <= part.start < part.end <= piece.span.end


@settings(max_examples=examples(2))
@given(TEXTS)
def test_requirements_stand_in_order_each_with_a_reference_of_its_own(text: str) -> None:
    requirements = read(text).requirements
    refs = [each.ref for each in requirements]
    starts = [each.span.start for each in requirements]
    assert len(set(refs)) == len(refs)
    assert starts == sorted(starts)
    assert all(each.text for each in requirements)
    ends = [0, *(each.span.end for each in requirements)]
    assert all(end <= start for end, start in zip(ends, starts, strict=False))


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    assert len(read(text).goals) <= 12


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "word", "\ufeff# Title", "```\nopen", "\x00", "יש להגיש הצעה.", "要件"],
)
def test_the_least_texts_are_read(text: str) -> None:
    read(text)


def test_an_unclosed_fence_does_not_hide_what_is_behind_it() -> None:
    brief = read("```\nThe vendor must finish.\n\nThe vendor must rest.")
    assert [each.text for each in brief.requirements] == [
        "The vendor must finish.",
        "The vendor must rest.",
    ]


def test_line_ends_and_a_byte_order_mark_change_nothing_but_offsets() -> None:
    text = "# Shop\n\nThe vendor must\nfinish by 1 March 2027.\n\n- a\n- The vendor must rest.\n"
    plain, other = read(text), read("\ufeff" + text.replace("\n", "\r\n"))
    assert [each.text for each in plain.requirements] == [each.text for each in other.requirements]
    assert plain.title == other.title == "Shop"


PROSE = (
    "The museum was founded in the spring by a group of friends who collected old maps of the\n"
    "harbour and the river. Its rooms are small, its visitors are many, and on Sundays they wait\n"
    "in the rain, sometimes for an hour. The vendor must build a shop for tickets that a person\n"
    "understands at once.\n\n"
)
CASES = {
    "prose": PROSE,
    "one line": PROSE.replace("\n", " "),
    "sentences": "The vendor must deliver it by 1 March 2027. ",
    "items": "- a\n",
    "numbers": "1. a\n",
    "table": "a|b\n-|-\nc|d\n\n",
    "rows": "c|d\n",
    "quotes": "> ",
    "brackets": "[",
    "links": "[a](",
    "escapes": "\\*",
    "stars": "*a ",
    "tags": "<a ",
    "entities": "&a",
    "fences": "```\n",
    "commas": "the state, ",
    "and": "and ",
    "words": "must ",
    "digits": "1",
    "thousands": "1,000",
    "spaces": " ",
    "empty lines": " \n",
    "dots": ". ",
    "letters": "a",
    "definitions": '("Vendor" or "A1") ',
    "quotation marks": '"',
    "please": "please ",
    "not": "not ",
    "month": "May ",
    "pipes": "|",
    "rows of pipes": "| a | b |\n",
    "rows of tabs": "a\tb\n",
    "rows in HTML": "<tr><td>a</td></tr>",
    "tables": "<table>",
    "headers": "From: a\nSubject: b\n",
    "replies": "> a\n\nb\n",
    "pages": "a\n\nPage 1 of 2\n\nb\n",
    "numbers of pages": "a\n\n12\n",
    "hyphens": "a-\n",
    "soft hyphens": "\u00ad",
    "brackets of levels": "[Must] a ",
    "semicolons": "Offers shall contain: a; ",
    "names of requirements": "REQ-1: a\n",
    "letters in brackets": "(a) b ",
    "addresses": "a@b.example ",
    "underscores": "____",
    "colons": "a: ",
    "German": "muss nicht ",
    "French": "doit être ",
}


@pytest.mark.parametrize("piece", CASES.values(), ids=list(CASES))
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (60_000, 240_000))
    read(piece)
    first, second = _seconds(small), _seconds(large)
    assert second < 9 * first + 0.3  # four times the text; a square would be sixteen


def test_two_megabytes_of_prose_take_seconds_at_most() -> None:
    assert _seconds(PROSE * (2_000_000 // len(PROSE))) < 10


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start
