"""The cells of tables as pieces, each with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sealedbid.intelligence.brief.structure.models import Piece, Speaker
from sealedbid.intelligence.brief.structure.plain import Plain
from sealedbid.intelligence.brief.structure.tables import Table

WORDY = re.compile(r"(?!\W*\d)(?=.*[^\W\d_]{3})(?![A-Z]{1,6}[-_.]?\d)", re.DOTALL)


@dataclass(slots=True)
class Rows:
    """Reads the tables of one text, and numbers them."""

    table: int = 0

    def of(
        self, table: Table, headings: tuple[str, ...], speaker: Speaker = "client"
    ) -> Iterator[Piece]:
        """The cells of a table that have words, row by row."""
        self.table += 1
        names = tuple(_text(cell) for cell in table.head)
        if table.caption is not None:
            headings = (*headings, _text(table.caption))
        if len(names) > 1 and sum(map(bool, names)) == 1:  # one cell over all columns: a caption
            headings = (*headings, "".join(names))
        for column, cell in enumerate(table.head):
            if cell.text.strip():
                yield _piece(cell, headings, speaker, self.table, 0, column, header=True)
        for line, row in enumerate(table.rows, 1):
            texts = tuple(_text(cell) for cell in row)
            head = tuple(names[index] if index < len(names) else "" for index in range(len(row)))
            said = tuple(zip(head, texts, strict=True))
            for column, cell in enumerate(row):
                if cell.text.strip():
                    yield _piece(
                        cell,
                        headings,
                        speaker,
                        self.table,
                        line,
                        column,
                        label=_label(said, column),
                        row=said,
                    )


def _piece(
    words: Plain,
    headings: tuple[str, ...],
    speaker: Speaker,
    table: int,
    line: int,
    column: int,
    *,
    label: str = "",
    row: tuple[tuple[str, str], ...] = (),
    header: bool = False,
) -> Piece:
    start = len(words.text) - len(words.text.lstrip())
    end = len(words.text.rstrip())
    return Piece(
        kind="cell",
        text=words.text[start:end],
        words=words,
        start=start,
        end=end,
        headings=headings,
        label=label,
        row=row,
        speaker=speaker,
        table=table,
        line=line,
        column=column,
        header=header,
    )


def _label(row: tuple[tuple[str, str], ...], column: int) -> str:
    """Find what labels a cell: the first words before it in its row, else its column's header."""
    before = (text for _, text in row[:column] if WORDY.match(text))
    return next(before, row[column][0])


def _text(words: Plain) -> str:
    return " ".join(words.text.split())
