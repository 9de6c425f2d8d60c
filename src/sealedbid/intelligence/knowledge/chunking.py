"""Cutting a text into passages that an embedder can take and a person can quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from sealedbid.intelligence.knowledge.cutting import LONGEST, Cutter
from sealedbid.intelligence.knowledge.markdown import Heading, Outline, Table, outline
from sealedbid.intelligence.knowledge.saying import says_something

MOST_ROWS = 300  # of a table whose rows are passages each; a longer one is data, and is packed
BREADCRUMB = " > "


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage of a source; its text stands in it word for word, from ``start`` to ``end``.

    ``table_head`` are the two lines at the beginning of the table that the text is rows of.
    """

    number: int  # its place among the chunks of the source, from 1
    heading: str  # the headings above it, "Title > Section"; "" above the first
    text: str
    start: int
    end: int
    table_head: str = ""

    @property
    def content(self) -> str:
        """The text that is stored and quoted from: rows of a table below its head."""
        return _below(self.table_head, self.text)

    @property
    def passage(self) -> str:
        """The text that an embedder is given: the content under its headings."""
        return _under(self.heading, self.content)


def chunk(text: str, fits: Callable[[str], bool], *, title: str = "") -> list[Chunk]:
    """The passages of a Markdown or plain text, in order; each ``passage`` fits.

    ``fits`` says whether an embedder can take a text, and must be true of every beginning of one
    that fits. ``title`` stands above all headings; without one, that of the front matter does.
    Nothing is lost but headings, front matter and white space; no passage goes beyond a heading.
    A heading that says something is a passage itself. Each row of a table is one, below the table's
    head, unless the two do not fit. Where even one character does not fit, the passage is that
    character.
    """
    lay = outline(text)
    chunks: list[Chunk] = []
    for crumbs, start, end in _sections(text, lay, title or lay.title):
        # Headings may take half of the room: the outermost go first.
        while crumbs and not fits(BREADCRUMB.join([*crumbs, *crumbs])):
            crumbs = crumbs[1:]
        heading = BREADCRUMB.join(crumbs)
        tables = _tables(text, lay, start, end, partial(_fits_under, fits, heading))
        for table, first, last in _stretches(tables, start, end):
            head = table.head if table else ""
            cutter = Cutter(text, last, lay, partial(_fits_under, fits, heading, head))
            for begins, ends in cutter.pieces(first):
                chunks.append(
                    Chunk(
                        number=len(chunks) + 1,
                        heading=heading,
                        text=text[begins:ends],
                        start=begins,
                        end=ends,
                        table_head=head if table and _is_whole(table, begins, ends) else "",
                    )
                )
    return chunks


def _tables(
    text: str, lay: Outline, start: int, end: int, fits: Callable[[str, str], bool]
) -> Iterator[Table]:
    """The tables of a section of which a row fits below the head; the others are text."""
    for table in lay.tables[bisect_left(lay.tables, start, key=lambda each: each.start) :]:
        if table.start >= end:
            break
        rows = (text[first:last] for first, last in table.rows)
        if len(table.head) <= LONGEST // 2 and any(fits(table.head, row) for row in rows):
            yield table


def _stretches(
    tables: Iterable[Table], start: int, end: int
) -> Iterator[tuple[Table | None, int, int]]:
    """Divide a section into text between tables, and rows: one by one, or a long table's at once.

    The head of a table is in none of them.
    """
    for table in tables:
        yield None, start, table.start
        if len(table.rows) <= MOST_ROWS:
            yield from ((table, *row) for row in table.rows)
        else:
            yield table, table.rows[0][0], table.end
        start = table.end
    yield None, start, end


def _is_whole(table: Table, start: int, end: int) -> bool:
    """True if a piece of the table begins where a row begins and ends where one ends."""
    first = bisect_right(table.rows, start, key=lambda row: row[0]) - 1
    last = bisect_right(table.rows, end, key=lambda row: row[1]) - 1
    return last >= 0 and table.rows[first][0] == start and table.rows[last][1] == end


def _fits_under(fits: Callable[[str], bool], heading: str, head: str, text: str) -> bool:
    return fits(_under(heading, _below(head, text)))


def _below(head: str, text: str) -> str:
    return f"{head}\n{text}" if head else text


def _under(heading: str, text: str) -> str:
    return f"{heading}\n\n{text}" if heading else text


def _sections(text: str, lay: Outline, title: str) -> Iterator[tuple[list[str], int, int]]:
    """The headings above each stretch of text between two headings, and its offsets.

    A heading that says something is a stretch of its own.
    """
    bounds = [*(heading.start for heading in lay.headings), len(text)]
    # a title that was taken from the headings stands above its own already
    root = [title] if title and all(each.title != title for each in lay.headings) else []
    yield root, lay.body, bounds[0]
    above: list[Heading] = []
    for heading, end in zip(lay.headings, bounds[1:], strict=True):
        above = [each for each in above if each.level < heading.level]
        titles = root + [each.title for each in above if each.title]
        if says_something(heading.title, is_alone=not text[heading.end : end].strip()):
            yield titles, *heading.words
        above.append(heading)
        yield titles + ([heading.title] if heading.title else []), heading.end, end
