"""Rows of the tables in a stored passage, each of which can be quoted by itself."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.knowledge.markdown import parser, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table.

    ``quote`` is its line, word for word as it stands in the passage and in its source. ``head`` and
    ``cells`` are the words of the head and of the row, without marks; they are of one length.
    """

    head: tuple[str, ...]
    cells: tuple[str, ...]
    quote: str

    @property
    def said(self) -> str:
        """The row as a line of text in its own words: "Critical: First answer 1 hour; ..."."""
        first, *others = zip(self.head, self.cells, strict=True)
        rest = [" ".join(filter(None, pair)) for pair in others if pair[1]]
        return ": ".join(filter(None, (first[1], "; ".join(rest))))


def rows(passage: str) -> list[Row]:
    """The rows of all tables of a passage, in order; none where it has no table with its head."""
    lines = passage.split("\n")
    found: list[Row] = []
    head: tuple[str, ...] = ()
    cells: list[str] = []
    tokens = parser().parse(passage)
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            cells, line = [], token.map[0] if token.map else 0
        elif token.type in {"th_open", "td_open"}:
            cells.append(plain(tokens[place + 1].content))
        elif token.type == "thead_close":
            head = tuple(cells)
        elif token.type == "tr_close" and head and any(cells):
            found.append(Row(head=head, cells=tuple(cells), quote=lines[line].strip()))
        elif token.type == "table_close":
            head = ()
    return found
