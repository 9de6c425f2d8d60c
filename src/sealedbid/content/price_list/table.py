"""The cells of a price list: its separator is found, its heading row, and the rows below."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sealedbid.content.price_list.errors import PriceListError
from sealedbid.content.price_list.headings import GROSS, IGNORED, Heading, heading_of

SEPARATORS: Final = (";", "\t", ",", "|")
FIRST_ROWS: Final = 10  # among which the heading row is looked for
NEEDED: Final = {"name", "price"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings: its first line in the file, and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that were found, by meaning, and the rows that are not empty."""

    headings: dict[str, Heading]
    rows: list[Row]


def read_table(text: str) -> Table:
    """Read the cells of a CSV text. Raises PriceListError."""
    broken: csv.Error | None = None
    for separator in SEPARATORS:
        try:
            lines = list(_lines(text, separator))
        except csv.Error as error:
            broken = error  # quotes around cells that another sign separates, or none that end
            continue
        for place, (line, cells) in enumerate(lines[:FIRST_ROWS]):
            headings = [heading_of(cell) for cell in cells]
            if {one.meaning for one in headings} >= NEEDED:
                return _table(headings, line, lines[place + 1 :])
    if broken is not None:
        raise PriceListError(f"This is no CSV ({broken}): save the list as CSV in UTF-8.")
    raise PriceListError(_no_headings(text))


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, each with its first line in the file."""
    reader = csv.reader(io.StringIO(text), delimiter=separator, skipinitialspace=True, strict=True)
    before = 0
    for cells in reader:
        cells = [cell.strip() for cell in cells]
        is_hint = before == 0 and len(cells) <= 2 and cells[:1] and cells[0].startswith("sep=")
        if any(cells) and not is_hint:
            yield before + 1, cells
        before = reader.line_num


def _table(headings: list[Heading], line: int, rows: list[tuple[int, list[str]]]) -> Table:
    columns: dict[str, Heading] = {}
    places: dict[int, str] = {}
    for place, heading in enumerate(headings):
        if not heading.written or heading.meaning in (IGNORED, GROSS):
            continue  # where there is a price with tax, the one without it is there too
        if heading.meaning is None:
            raise PriceListError(
                f"Line {line}, {heading.written}: no such column is known: call it name, price, "
                "unit, description, billing_period, tax_rate or currency, or remove it."
            )
        if heading.meaning in columns:
            raise PriceListError(
                f"Line {line}, {heading.written}: “{columns[heading.meaning].written}” is the "
                f"{heading.meaning} already: remove one of them."
            )
        columns[heading.meaning] = heading
        places[place] = heading.meaning
    return Table(columns, [_row(number, cells, headings, places) for number, cells in rows])


def _row(line: int, cells: list[str], headings: list[Heading], places: dict[int, str]) -> Row:
    for place, cell in enumerate(cells):
        if cell and (place >= len(headings) or not headings[place].written):
            raise PriceListError(
                f"Line {line}, too many: “{cell[:40]}” stands in no column. A price with a comma "
                "is written in quotes where commas separate the cells."
            )
    return Row(line, {places[place]: cell for place, cell in enumerate(cells) if place in places})


def _no_headings(text: str) -> str:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    for separator in SEPARATORS:
        headings = [heading_of(cell) for cell in first.split(separator)]
        gross = next((one for one in headings if one.meaning == GROSS), None)
        if gross is not None:
            return (
                f"“{gross.written}” is a price with tax: give the price without it in a column of "
                "its own, price, and the tax in another, tax_rate."
            )
    return (
        "The first line names the columns, name and price at least, between commas, semicolons "
        f"or tabs. It is “{first[:60]}”."
    )
