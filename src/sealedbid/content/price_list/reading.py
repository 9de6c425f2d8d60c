"""A price list, read: what each line sells, before it is known what an unnamed currency is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar, cast

from sealedbid.content.models import BillingPeriod
from sealedbid.content.price_list.cells import (
    CellError,
    Price,
    TaxCell,
    price_of,
    share_of,
    tax_of,
)
from sealedbid.content.price_list.errors import PriceListError, refusal
from sealedbid.content.price_list.headings import Heading, billing_period_of, is_sum
from sealedbid.content.price_list.numbers import settled
from sealedbid.content.price_list.table import Row, Table, read_table
from sealedbid.core.currencies import UnknownCurrencyError, check_currency

MOST: Final = 1000  # lines
LONGEST_NAME: Final = 200  # characters, as the database has it
LONGEST_UNIT: Final = 40
LONGEST_DESCRIPTION: Final = 20_000
DEAREST: Final = Decimal(1_000_000_000)

Cell = TypeVar("Cell")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line; ``price`` is in the currency's own unit, ``tax_rate`` a share: 0.21 is 21 %.

    ``currencies`` are those that the line can mean: one, several ("$"), or none that it names.
    """

    line: int
    name: str
    price: Decimal
    currencies: tuple[str, ...]
    unit: str
    description: str
    billing_period: BillingPeriod
    tax_rate: Decimal


def read_price_list(text: str) -> list[Listed]:
    """Read the services of a CSV text. Raises PriceListError, which names line and column."""
    table = read_table(text)
    if not table.rows:
        raise PriceListError("There is no service in the list.")
    if len(table.rows) > MOST:
        raise PriceListError(f"There are more than {MOST} services: split the list.")
    _check_names(table.rows)
    prices = [_cell(row, "price", price_of) for row in table.rows]
    taxes = _taxes(table)
    return [
        _listed(row, table.headings, price, prices, tax)
        for row, price, tax in zip(table.rows, prices, taxes, strict=True)
    ]


def _check_names(rows: Sequence[Row]) -> None:
    """Check that each line has a name of its own."""
    names: dict[str, int] = {}
    for row in rows:
        name = _text(row, "name", LONGEST_NAME)
        if not name:
            raise refusal(row.line, "name", "it is empty")
        if is_sum(name):
            raise refusal(row.line, "name", f"“{name}” is a sum and no service: remove the line")
        if name in names:
            raise PriceListError(
                f"Line {row.line}: {name} is there twice, first in line {names[name]}."
            )
        names[name] = row.line


def _listed(
    row: Row,
    headings: dict[str, Heading],
    price: Price,
    prices: Sequence[Price],
    tax_rate: Decimal,
) -> Listed:
    return Listed(
        line=row.line,
        name=row.cells["name"],
        price=_value(row, price, prices),
        currencies=_currencies(row, headings["price"], price),
        unit=_words(row, "unit", LONGEST_UNIT) or "project",
        description=_words(row, "description", LONGEST_DESCRIPTION),
        billing_period=_billing_period(row),
        tax_rate=tax_rate,
    )


def _value(row: Row, price: Price, prices: Sequence[Price]) -> Decimal:
    """The price, in the style of the other prices where it could be two."""
    if len(price.readings) == 1:
        value = price.readings[0].value
    else:
        chosen = settled(price.readings, (one.readings for one in prices))
        if chosen is None:
            less, more = sorted(one.value for one in price.readings)
            raise refusal(
                row.line,
                "price",
                f"“{price.written}” can be {more:f} or {less:f}: write {more:f}.00 for the one, "
                f"{less:.2f} for the other",
            )
        value = chosen.value
    if value > DEAREST:
        raise refusal(row.line, "price", f"it is more than {DEAREST:,}")
    return value


def _currencies(row: Row, heading: Heading, price: Price) -> tuple[str, ...]:
    """The currencies on which the heading, the price's sign and the column of currencies agree."""
    cell = row.cells.get("currency", "")
    said = [one for one in (heading.currencies, price.currencies) if one]
    if cell:
        try:
            said.append((check_currency(cell),))
        except UnknownCurrencyError as error:
            raise refusal(row.line, "currency", str(error)) from None
    if not said:
        return ()
    agreed = tuple(code for code in said[0] if all(code in one for one in said))
    if not agreed:
        raise refusal(row.line, "price", f"“{price.written}” names another currency than its line")
    return agreed


def _taxes(table: Table) -> list[Decimal]:
    """The tax of each row, 0 where its cell is empty."""
    heading = table.headings.get("tax_rate")
    if heading is None:
        return [Decimal(0)] * len(table.rows)

    def read(cell: str) -> TaxCell:
        return tax_of(cell or "0", is_percent=heading.is_percent)

    cells = [_cell(row, "tax_rate", read) for row in table.rows]
    are_percent = any(cell.is_percent for cell in cells)
    shares = []
    for row, cell in zip(table.rows, cells, strict=True):
        try:
            shares.append(share_of(cell, others_are_percent=are_percent))
        except CellError as error:
            raise refusal(row.line, "tax_rate", str(error)) from None
    return shares


def _billing_period(row: Row) -> BillingPeriod:
    cell = row.cells.get("billing_period", "")
    if not cell:
        return "once"
    found = billing_period_of(cell)
    if found is None:
        raise refusal(
            row.line, "billing_period", f"“{cell[:40]}” is none: write once, monthly or yearly"
        )
    return cast(BillingPeriod, found)


def _words(row: Row, column: str, longest: int) -> str:
    """A text that is no number: a price cut at its comma has left its end in the next cell."""
    text = _text(row, column, longest)
    if text.replace(".", "").replace(",", "").isdigit():
        raise refusal(
            row.line,
            column,
            f"“{text}” is a number: a price with a comma is written in quotes where commas "
            "separate the cells",
        )
    return text


def _text(row: Row, column: str, longest: int) -> str:
    text = row.cells.get(column, "")
    if len(text) > longest:
        raise refusal(row.line, column, f"it has more than {longest} characters")
    return text


def _cell(row: Row, column: str, read: Callable[[str], Cell]) -> Cell:
    try:
        return read(row.cells.get(column, ""))
    except CellError as error:
        raise refusal(row.line, column, str(error)) from None
