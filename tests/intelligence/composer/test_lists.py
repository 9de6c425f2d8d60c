"""Answers that are lists: each entry is read whole, or the list is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.writer.composer.lists import by_place, hours, named

WORDS = st.text("abc -äé", min_size=1, max_size=20).filter(lambda text: text.strip() != "")
LENGTHS = st.lists(st.integers(1, 4), min_size=1, max_size=6)


@given(LENGTHS, st.data())
def test_places_that_follow_each_other_are_read_as_they_were_written(
    lengths: list[int], data: st.DataObject
) -> None:
    wanted, at = [], 1
    for length in lengths:
        wanted.append((at, at + length - 1, data.draw(WORDS).strip()))
        at += length
    text = "; ".join(f"{a}-{b}: {said}" if a < b else f"{a}: {said}" for a, b, said in wanted)
    assert by_place(text, at - 1) == wanted
    assert by_place(text, at) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "staging; keys",
        "1: staging; 3: keys",
        "2: keys; 1: staging; 3: reports",
        "1: staging; 1: keys; 2: log; 3: reports",
        "1: staging; 2: ; 3: reports",
        "3-1: all of it",
        "first: staging; second: keys; third: reports",
    ],
)
def test_a_list_with_a_place_missing_twice_or_out_of_order_is_none(text: str) -> None:
    assert by_place(text, 3) == []


def test_places_have_a_word_before_them_in_any_language() -> None:
    assert by_place("Sprint 1: a; Sprint 2 bis 3: b.", 3) == [(1, 1, "a"), (2, 3, "b")]
    assert by_place("semaine 1 à 2: a; semaine 3: b", 3) == [(1, 2, "a"), (3, 3, "b")]


@given(st.dictionaries(st.sampled_from(["Ann Ode", "Bo", "Cy de Marr"]), st.integers(1, 9999)))
def test_hours_are_read_with_their_names(each: dict[str, int]) -> None:
    wanted = {name: Decimal(number) for name, number in each.items()}
    assert hours("; ".join(f"{name} {number}" for name, number in each.items())) == wanted
    assert hours("; ".join(f"{name}: {number:,} h" for name, number in each.items())) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "Ann", "320", "Ann 320; Ann 100", "Ann 320; the rest", "Ann 300 to 320", "Ann -5 x"],
)
def test_hours_that_are_not_one_number_a_name_are_none(text: str) -> None:
    assert hours(text) == {}


def test_an_entry_is_named_by_what_stands_before_its_first_colon() -> None:
    assert named("A clone: by May 1, at 9:30; keys.") == [
        ("A clone", "by May 1, at 9:30"),
        ("keys", ""),
    ]
