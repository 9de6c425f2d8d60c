"""Cells of a row that hold words, and reading any cell with a refusal that names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from sealedbid.content.models import BillingPeriod
from sealedbid.content.price_list.cells import CellError
from sealedbid.content.price_list.errors import refusal
from sealedbid.content.price_list.headings import billing_period_of
from sealedbid.content.price_list.table import Row

Cell = TypeVar("Cell")


def read_cell(row: Row, column: str, read: Callable[[str], Cell]) -> Cell:
    """Read a cell; the refusal names line and column. Raises PriceListError."""
    try:
        return read(row.cells.get(column, ""))
    except CellError as error:
        raise refusal(row.line, column, str(error)) from None


def text_of(row: Row, column: str, longest: int) -> str:
    """The text of a cell. Raises PriceListError if it is too long."""
    text = row.cells.get(column, "")
    if len(text) > longest:
        raise refusal(row.line, column, f"it has more than {longest} characters")
    return text


def words(row: Row, column: str, longest: int) -> str:
    """A text that is no number: a price cut at its comma has left its end in the next cell."""
    text = text_of(row, column, longest)
    if text.replace(".", "").replace(",", "").isdigit():
        raise refusal(
            row.line,
            column,
            f"“{text}” is a number: a price with a comma is written in quotes where commas "
            "separate the cells",
        )
    return text


def billing_period(row: Row) -> BillingPeriod:
    """The billing period of a row: once where its cell is empty. Raises PriceListError."""
    cell = row.cells.get("billing_period", "")
    if not cell:
        return "once"
    found = billing_period_of(cell)
    if found is None:
        raise refusal(
            row.line, "billing_period", f"“{cell[:40]}” is none: write once, monthly or yearly"
        )
    return cast(BillingPeriod, found)
