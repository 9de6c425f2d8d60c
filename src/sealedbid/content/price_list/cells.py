"""Cells of a price list: a price with its currency, and a rate of tax."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sealedbid.content.price_list.numbers import LONGEST, Reading, readings
from sealedbid.core.currencies import meant_by

SMALLEST_SHARE: Final = Decimal("0.0001")  # as the database has it
MOST_TAX: Final = 45  # percent; more is the end of a price that was cut at its comma
_DASHES: Final = re.compile(r"[.,]\s?[-–—]{1,2}$")
_PARTS: Final = re.compile(r"(?P<before>[^0-9]*?)\s*(?P<number>[0-9](?:.*[0-9])?)\s*(?P<after>\D*)")


class CellError(ValueError):
    """The reason why a cell cannot be read, and what to write."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price as it is written; ``currencies`` are those that its sign can mean, or none."""

    written: str
    readings: tuple[Reading, ...]
    currencies: tuple[str, ...]


def price_of(cell: str) -> Price:
    """Read a price: a number, with or without a currency. Raises CellError."""
    text = cell.strip()
    if not text:
        raise CellError("it is empty: give a price, or remove the line")
    if len(text) > LONGEST:
        raise CellError("it is too long for a price: write a number")
    parts = _PARTS.fullmatch(_DASHES.sub("", text))
    if parts is None:
        raise CellError(f"“{text}” is no number: write one, as 1200 or 1200.50")
    before, number, after = parts["before"].strip(), parts["number"], parts["after"].strip()
    if before in ("-", "−", "–") or after == "-":
        raise CellError(f"“{text}” is less than 0")
    found = readings(number)
    if not found:
        raise CellError(f"“{text}” is no number: write one, as 1200 or 1200.50")
    return Price(text, found, _currencies(text, before, after))


def _currencies(text: str, before: str, after: str) -> tuple[str, ...]:
    found: tuple[str, ...] | None = None
    for word in filter(None, (before, after)):
        codes = meant_by(word)
        if not codes:
            raise CellError(
                f"“{text}” has more than a number and a currency: write “{word}” into the unit or "
                "the description"
            )
        if found is not None:
            codes = tuple(code for code in found if code in codes)
            if not codes:
                raise CellError(f"“{text}” names two currencies: leave one")
        found = codes
    return found or ()


@dataclass(frozen=True, slots=True)
class TaxCell:
    """A rate of tax as it is written; ``is_percent`` is None where nothing says it."""

    written: str
    number: Decimal
    is_percent: bool | None


def tax_of(cell: str, *, is_percent: bool) -> TaxCell:
    """Read a rate of tax: 21, 21 %, 0.21. Raises CellError."""
    text = cell.strip()
    bare = text.removesuffix("%").strip()
    if not re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{1,6})?", bare):
        raise CellError(f"“{text[:LONGEST]}” is no rate of tax: write 21% for 21 percent")
    number = Decimal(bare.replace(",", "."))
    signed = is_percent or text.endswith("%")
    if number > MOST_TAX or re.match("0[0-9]", bare):
        raise CellError(
            f"“{text}” is no rate of tax: a price with a comma is written in quotes where commas "
            "separate the cells"
        )
    if signed or number > 1:
        return TaxCell(text, number, True)
    return TaxCell(text, number, None)


def share_of(tax: TaxCell, *, others_are_percent: bool) -> Decimal:
    """The rate as a share: 0.21 for 21 percent. Raises CellError where it could be either."""
    if tax.number == 0:
        return Decimal(0)
    if not tax.is_percent and (tax.number == 1 or others_are_percent):
        raise CellError(
            f"“{tax.written}” can be {tax.number} % or {tax.number * 100:f} %: write it with the "
            "percent sign"
        )
    share = tax.number / 100 if tax.is_percent else tax.number
    if share * 100 > MOST_TAX:
        raise CellError(f"“{tax.written}” is {share * 100:f} %: write it with the percent sign")
    if share != share.quantize(SMALLEST_SHARE):
        raise CellError(f"“{tax.written}” is finer than a hundredth of a percent")
    return share
