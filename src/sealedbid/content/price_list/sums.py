"""Prices and taxes of a list: the style of one cell may be told by the others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sealedbid.content.price_list.cells import CellError, Price, TaxCell, share_of, tax_of
from sealedbid.content.price_list.errors import refusal
from sealedbid.content.price_list.headings import Heading
from sealedbid.content.price_list.numbers import settled
from sealedbid.content.price_list.table import Row, Table
from sealedbid.content.price_list.texts import read_cell
from sealedbid.core.currencies import UnknownCurrencyError, check_currency

DEAREST: Final = Decimal(1_000_000_000)


def value_of(row: Row, price: Price, prices: Sequence[Price]) -> Decimal:
    """The price, in the style of the other prices where it could be two.

    Raises PriceListError where they do not tell.
    """
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


def currencies_in(row: Row, heading: Heading, price: Price) -> tuple[str, ...]:
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


def taxes_of(table: Table) -> list[Decimal]:
    """The tax of each row, 0 where its cell is empty."""
    heading = table.headings.get("tax_rate")
    if heading is None:
        return [Decimal(0)] * len(table.rows)

    def read(cell: str) -> TaxCell:
        return tax_of(cell or "0", is_percent=heading.is_percent)

    cells = [read_cell(row, "tax_rate", read) for row in table.rows]
    are_percent = any(cell.is_percent for cell in cells)
    shares = []
    for row, cell in zip(table.rows, cells, strict=True):
        try:
            shares.append(share_of(cell, others_are_percent=are_percent))
        except CellError as error:
            raise refusal(row.line, "tax_rate", str(error)) from None
    return shares
