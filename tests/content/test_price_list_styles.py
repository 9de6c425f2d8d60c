"""Any price in any style that people write is read back as it was, or refused: never misread."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import settings as examples_of
from hypothesis import strategies as st

from sealedbid.content.price_list import PriceListError, priced, read_price_list
from sealedbid.content.price_list.numbers import readings
from tests.fixtures.tiers import examples

pytestmark = pytest.mark.full


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use no statements."""


@dataclass(frozen=True, slots=True)
class Style:
    """The signs of a hand: for decimals, for thousands, and around the number."""

    decimal: str
    group: str
    frame: str
    is_whole_short: bool

    def write(self, minor: int) -> str:
        whole, cents = divmod(minor, 100)
        digits = f"{whole:,}".replace(",", self.group)
        number = (
            digits if self.is_whole_short and not cents else f"{digits}{self.decimal}{cents:02}"
        )
        return self.frame.replace("#", number)


STYLES = st.builds(
    Style,
    decimal=st.sampled_from(".,"),
    group=st.sampled_from(["", ".", ",", " ", "'", "’", "\u00a0", "\u202f"]),
    frame=st.sampled_from(["#", "€ #", "# €", "EUR #", "#€", " # "]),
    is_whole_short=st.booleans(),
).filter(lambda style: style.decimal != style.group)
PRICES = st.lists(
    st.integers(0, 100_000_000_00) | st.integers(0, 10_000).map(lambda n: n * 100),
    min_size=1,
    max_size=6,
)


@examples_of(max_examples=examples(10))
@given(style=STYLES, prices=PRICES, separator=st.sampled_from(";\t"))
def test_a_price_is_read_back_or_refused(style: Style, prices: list[int], separator: str) -> None:
    lines = [separator.join((f"S{n}", style.write(minor))) for n, minor in enumerate(prices)]
    text = "\n".join([f"name{separator}price", *lines])
    read, refused = outcome(text)
    if refused:
        assert " can be " in refused
        assert style.is_whole_short  # with its cents no price can be two things
    else:
        assert read == prices


def outcome(text: str) -> tuple[list[int], str]:
    """The prices of a list, or the words of its refusal."""
    try:
        return [row["unit_price_minor"] for row in priced(read_price_list(text), "EUR")], ""
    except PriceListError as error:
        return [], str(error)


@examples_of(max_examples=examples(10))
@given(st.text("0123456789.,'’ \u00a0-€", max_size=20))
def test_a_text_has_two_readings_at_most_and_they_differ_by_a_thousand(text: str) -> None:
    found = readings(text)
    assert len(found) <= 2
    if len(found) == 2:
        less, more = sorted(one.value for one in found)
        assert more == less * 1000


@pytest.mark.full
@examples_of(max_examples=examples(3))
@given(st.text(max_size=300))
def test_any_text_is_a_list_or_a_refusal(text: str) -> None:
    for whole in (text, f"name;price\n{text}", f"name,price,tax,currency\n{text}"):
        read, refused = outcome(whole)
        assert read or refused.endswith((".", "?", "!", "…", ":"))
