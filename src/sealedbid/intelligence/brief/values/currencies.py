"""Currencies by their signs, codes and names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sealedbid.intelligence.vocabulary.calendar_words import either


@dataclass(frozen=True, slots=True, kw_only=True)
class Currencies:
    """The signs, codes and names of currencies in texts."""

    codes: frozenset[str]
    dollars: frozenset[str]
    decimals: dict[str, int]
    signs: dict[str, str]
    names: dict[str, str]
    scales: dict[str, int]

    def code(self, written: str) -> str:
        """The ISO 4217 code for a sign, a code or a name, folded."""
        written = written.removeprefix("de ").removeprefix("d'").rstrip(")")
        return self.signs.get(written) or self.names.get(written) or written.upper()

    def minor_digits(self, code: str | None) -> int:
        """The number of decimals in a currency's sums."""
        return self.decimals.get(code or "", 2)


@cache
def currencies() -> Currencies:
    """The table of currencies."""
    place = files("sealedbid.intelligence.vocabulary") / "currencies.toml"
    table = tomllib.loads(place.read_text(encoding="utf-8"))
    return Currencies(
        codes=frozenset(table["codes"]),
        dollars=frozenset(table["dollars"]),
        decimals=table["decimals"],
        signs=table["signs"],
        names=table["names"],
        scales=table["scales"],
    )


@cache
def before_sum() -> str:
    """A pattern of what stands before a sum: "€", "US$", "EUR"."""
    known = currencies()
    codes = either(code.lower() for code in known.codes)
    return rf"(?:(?<![a-z$])(?:{either(known.signs)})|\b(?:{codes})\b\)?)"


@cache
def after_sum() -> str:
    """A pattern of what stands behind a sum: "euros", "EUR", "€"."""
    known = currencies()
    codes = either(code.lower() for code in known.codes)
    return rf"(?:[€£$₹]|\b(?:{codes})\b|(?:\bd'|\bde\s)?\b(?:{either(known.names)})\b)"


def other_currencies(folded: str) -> frozenset[str]:
    """The codes that a text names in letters."""
    known = currencies()
    found = re.findall(rf"\b(?:{either(code.lower() for code in known.codes)})\b", folded)
    return frozenset(code.upper() for code in found)
