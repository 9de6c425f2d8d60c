"""A price list, read: what each line sells, before it is known what an unnamed currency is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sealedbid.content.models import BillingPeriod
from sealedbid.content.price_list.cells import Price, price_of
from sealedbid.content.price_list.errors import PriceListError, refusal
from sealedbid.content.price_list.headings import Heading, is_sum
from sealedbid.content.price_list.sums import currencies_in, taxes_of, value_of
from sealedbid.content.price_list.table import Row, read_table
from sealedbid.content.price_list.texts import billing_period, read_cell, text_of, words

MOST: Final = 1000  # lines
LONGEST_NAME: Final = 200  # characters, as the database has it
LONGEST_UNIT: Final = 40
LONGEST_DESCRIPTION: Final = 20_000


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
    prices = [read_cell(row, "price", price_of) for row in table.rows]
    taxes = taxes_of(table)
    return [
        _listed(row, table.headings, price, prices, tax)
        for row, price, tax in zip(table.rows, prices, taxes, strict=True)
    ]


def _check_names(rows: Sequence[Row]) -> None:
    """Check that each line has a name of its own."""
    names: dict[str, int] = {}
    for row in rows:
        name = text_of(row, "name", LONGEST_NAME)
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
        price=value_of(row, price, prices),
        currencies=currencies_in(row, headings["price"], price),
        unit=words(row, "unit", LONGEST_UNIT) or "project",
        description=words(row, "description", LONGEST_DESCRIPTION),
        billing_period=billing_period(row),
        tax_rate=tax_rate,
    )
