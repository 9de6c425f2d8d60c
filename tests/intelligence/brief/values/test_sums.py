"""Sums of money, in the styles of many countries."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intelligence.brief.facts.wording import worded
from tests.intelligence.brief.values.reading import sums

CENTS = st.integers(min_value=100, max_value=99_999_999_999)
STYLES = {
    "en": ("€{whole:,}.{cents:02}", ",", "."),
    "de": ("{whole:,},{cents:02} Euro", ".", ","),
    "fr": ("{whole:,},{cents:02} €", "\u00a0", ","),
    "es": ("{whole:,},{cents:02} euros", ".", ","),
    "nl": ("€ {whole:,},{cents:02}", ".", ","),
    "ch": ("EUR {whole:,}.{cents:02}", "’", "."),
}


@pytest.mark.parametrize("style", STYLES)
@given(CENTS)
def test_a_sum_reads_back_from_every_style(style: str, minor: int) -> None:
    form, group, _ = STYLES[style]
    digits = f"{minor // 100:,}".replace(",", group)
    text = form.replace("{whole:,}", digits).format(cents=minor % 100)
    language = "de" if style == "ch" else style
    (read,) = sums(f"x {text} x", language)
    assert read.value is not None
    assert (read.value.minor, read.value.currency) == (minor, "EUR")


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=99))
def test_lakh_and_crore_read_back(lakh: int, crore: int) -> None:
    (read,) = sums(f"₹{lakh} lakh")
    assert read.value is not None
    assert read.value.minor == lakh * 100_000 * 100
    whole = crore * 10_000_000 + lakh * 1_000
    tail = str(whole)[-3:]
    head = str(whole)[:-3]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    (read,) = sums(f"Rs. {','.join([*pairs, tail])}")
    assert read.value is not None
    assert read.value.minor == whole * 100


@given(
    st.decimals(min_value=Decimal("1.1"), max_value=Decimal("99.9"), places=1),
    st.sampled_from([("k", 3), (" million", 6), ("m", 6), (" thousand", 3)]),
)
def test_scales_multiply(number: Decimal, scale: tuple[str, int]) -> None:
    (read,) = sums(f"USD {number}{scale[0]}")
    assert read.value is not None
    assert read.value.minor == int(number.scaleb(scale[1] + 2))


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("fifteen thousand euros", "en", "EUR 15000"),
        ("ten to fifteen thousand pounds", "en", "GBP 10000..15000"),
        ("one million four hundred thousand dollars", "en", "USD 1400000"),
        ("half a million dollars", "en", "USD 500000"),
        ("dreissigtausend Franken", "de", "CHF 30000"),
        ("fünfzehntausend Euro", "de", "EUR 15000"),
        ("quatre-vingt mille euros", "fr", "EUR 80000"),
        ("un demi-million d'euros", "fr", "EUR 500000"),
        ("quince mil euros", "es", "EUR 15000"),
        ("vijftienduizend euro", "nl", "EUR 15000"),
        ("CHF 25'000.– exkl. MwSt.", "de", "CHF 25000 on_top"),
        ("€ 25.000,- excl. btw", "nl", "EUR 25000 on_top"),
        ("80 000 € TTC", "fr", "EUR 80000 included"),
        ("40 TEUR", "de", "EUR 40000"),
        ("1,2 M€", "fr", "EUR 1200000"),
        ("$80-100k", "en", "USD 80000..100000"),
        ("between 80,000 and 100,000 euros", "en", "EUR 80000..100000"),
        ("C$5,000", "en", "CAD 5000"),
        ("$5,000 CAD", "en", "CAD 5000"),
        ("3,000,000 yen", "en", "JPY 3000000"),
        ("USD 1,234.50 per month", "en", "USD 1234.5 per month"),
        ("at most 5000 EUR", "en", "EUR 5000 ceiling"),
        ("rund 20 Tausend Euro", "de", "EUR 20000 estimate"),
        ("1.250 million euros", "en", "EUR 1250000"),
    ],
)
def test_a_sum_is_read_as_it_is_written(text: str, language: str, said: str) -> None:
    (read,) = sums(text, language)
    assert (worded(read.value), read.doubt) == (said, "")


def test_a_sign_and_a_code_that_differ_are_a_doubt() -> None:
    (read,) = sums("$ 15.000.000 CLP", "es")
    assert {worded(value) for value in (read.value, *read.others)} == {
        "CLP 15000000",
        "USD 15000000",
    }
    assert read.doubt


@pytest.mark.parametrize(
    "text",
    [
        "9 page templates, 2,300 invoices, 61,000 parcels",
        "12 months, 2026, 35 pages",
        "99.5% of requests, 40 users",
    ],
)
def test_counts_are_no_sums(text: str) -> None:
    assert sums(text) == []
