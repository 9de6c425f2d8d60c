"""Currencies by their ISO 4217 codes, checked; and the one that an organization has not named."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Final

from sealedbid.platform.errors import ValueRefusedError

NO_CURRENCY: Final = "XXX"
"""ISO 4217's own code for "no currency": the organization was founded without one."""

SYMBOLS: Final[dict[str, tuple[str, ...]]] = {
    "€": ("EUR",),
    "£": ("GBP",),
    "₹": ("INR",),
    "₺": ("TRY",),
    "₴": ("UAH",),
    "₪": ("ILS",),
    "₩": ("KRW",),
    "₫": ("VND",),
    "฿": ("THB",),
    "zł": ("PLN",),
    "kč": ("CZK",),
    "ft": ("HUF",),
    "lei": ("RON",),
    "fr": ("CHF",),
    "fr.": ("CHF",),
    "sfr": ("CHF",),
    "sfr.": ("CHF",),
    "us$": ("USD",),
    "ca$": ("CAD",),
    "c$": ("CAD",),
    "a$": ("AUD",),
    "au$": ("AUD",),
    "nz$": ("NZD",),
    "hk$": ("HKD",),
    "s$": ("SGD",),
    "r$": ("BRL",),
    "rs": ("INR", "PKR", "LKR", "NPR"),
    "rs.": ("INR", "PKR", "LKR", "NPR"),
    "¥": ("JPY", "CNY"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("DKK", "SEK", "NOK", "ISK"),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "pound": ("GBP",),
    "pounds": ("GBP",),
    "dollar": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "dollars": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "franken": ("CHF",),
    "francs": ("CHF", "XOF", "XAF"),
    "rupees": ("INR", "PKR", "LKR", "NPR"),
    "yen": ("JPY",),
}
"""Signs and names of currencies, in lower case, and the codes that each can mean."""


class UnknownCurrencyError(ValueRefusedError):
    """A text is no currency in use, or may be several."""


@cache
def known_codes() -> frozenset[str]:
    """The ISO 4217 codes of money that some territory pays with today."""
    from babel.core import get_global

    return frozenset(
        code
        for currencies in get_global("territory_currencies").values()
        for code, _, until, is_tender in currencies
        if until is None and is_tender
    )


def meant_by(text: str) -> tuple[str, ...]:
    """The codes that a code, a sign or a word can mean, the likeliest first; empty for none."""
    word = text.strip()
    if word.upper() in known_codes():
        return (word.upper(),)
    return SYMBOLS.get(word.lower(), ())


def check_currency(text: str, *, field: str = "currency") -> str:
    """Return the code of a currency, given by code, sign or name. Raises UnknownCurrencyError."""
    codes = meant_by(text)
    if len(codes) == 1:
        return codes[0]
    word = text.strip()[:20]
    if codes:
        raise UnknownCurrencyError(
            f"“{word}” can be {', '.join(codes)}: write the three letters.", field=field
        )
    near = get_close_matches(word.upper(), sorted(known_codes()), n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise UnknownCurrencyError(
        f"“{word}” is no currency: give its three letters of ISO 4217, as EUR, USD or GBP.{hint}",
        field=field,
    )
