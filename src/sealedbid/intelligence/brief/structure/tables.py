"""Tables in Markdown, in HTML, of tabs: rows of cells, and which row is their head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sealedbid.intelligence.brief.structure.columns import is_header
from sealedbid.intelligence.brief.structure.lines import Lines
from sealedbid.intelligence.brief.structure.plain import Plain, plain
from sealedbid.intelligence.brief.structure.regions import PREFIX, RULE, Region

PIPE = re.compile(r"(?<!\\)\|")
TAB = re.compile(r"\t+")
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>table|tr|t[dh]|caption|thead|tbody|tfoot)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
SPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; an empty cell has no words. ``head`` is the header row, empty for none."""

    rows: tuple[tuple[Plain, ...], ...]
    head: tuple[Plain, ...] = ()
    caption: Plain | None = None


def tables(found: Lines, region: Region) -> Iterator[Table | Plain]:
    """The tables of a region, and the words that stand between them."""
    if region.kind == "html":
        yield from _html(found, region)
        return
    rows: list[tuple[Plain, ...]] = []
    marked = False
    grid = sum(found.text(number).lstrip().startswith("+") for number in region.lines) > 1
    ruled = True
    for number in region.lines:
        line = found.text(number)
        if RULE.fullmatch(line) and (len(rows) < 2 or "--" in line or "==" in line):
            marked = marked or len(rows) == 1
            ruled = True
            continue
        cells = tuple(_cells(found, number, TAB if region.kind == "tabs" else PIPE))
        if grid and not ruled and rows and len(cells) == len(rows[-1]):
            rows[-1] = tuple(_both(one, other) for one, other in zip(rows[-1], cells, strict=True))
        elif any(cell.text for cell in cells):
            rows.append(cells)
        ruled = False
    yield from _table(rows, marked=marked)


def _table(
    rows: list[tuple[Plain, ...]], *, marked: bool, caption: Plain | None = None
) -> Iterator[Table]:
    if not rows:
        return
    texts = [tuple(" ".join(cell.text.split()) for cell in row) for row in rows[:3]]
    head = is_header(texts, marked=marked)
    yield Table(
        rows=tuple(rows[1:] if head else rows), head=rows[0] if head else (), caption=caption
    )


def _both(one: Plain, other: Plain) -> Plain:
    """The words of a cell that goes on in the line below."""
    if not one.text or not other.text:
        return one if one.text else other
    shift = len(one.text) + 1
    begin, end = one.pieces[-1][1], other.pieces[0][0]
    return Plain(
        f"{one.text} {other.text}",
        one.source,
        (*one.at, len(one.text), *(at + shift for at in other.at)),
        (*one.pieces, (begin, max(begin + 2, end)), *other.pieces),
    )


def _cells(found: Lines, number: int, mark: re.Pattern[str]) -> Iterator[Plain]:
    start, end = found.starts[number], found.ends[number]
    prefix = PREFIX.match(found.source, start, end)
    start = prefix.end() if prefix else start
    if mark is PIPE:
        start += found.source.startswith("|", start)
        while end > start and found.source[end - 1].isspace():
            end -= 1
        closed = end - 1 > start and found.source[end - 1] == "|" and found.source[end - 2] != "\\"
        end -= closed
    for match in mark.finditer(found.source, start, end):
        yield _cell(found.source, start, match.start())
        start = match.end()
    yield _cell(found.source, start, end)


def _cell(source: str, start: int, end: int) -> Plain:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return plain(source, start, end)


def _html(found: Lines, region: Region) -> Iterator[Table | Plain]:
    source = found.source
    start, end = found.starts[region.lines[0]], found.ends[region.lines[-1]]
    rows: list[list[Plain]] = []
    heads: list[bool] = []
    caption: Plain | None = None
    opened: str | None = None
    wide = 1
    position = start
    for match in [*TAG.finditer(source, start, end), None]:
        name = match["name"].lower() if match else "table"
        words = _cell(source, position, match.start() if match else end)
        if words.text.strip():
            if opened in {"td", "th"} and rows:
                rows[-1].extend([words, *[_cell(source, start, start)] * (wide - 1)])
                heads[-1] = heads[-1] and opened == "th"
            elif opened == "caption":
                caption = words
            else:
                yield words
        elif opened in {"td", "th"} and rows:
            rows[-1].append(words)
        if match is None:
            break
        position = match.end()
        opening = not match["close"]
        if name == "tr" and opening:
            rows.append([])
            heads.append(True)
        elif name == "table" and rows:
            yield from _finished(rows, heads, caption)
            rows, heads, caption = [], [], None
        if name in {"td", "th"} and opening:
            if not rows:
                rows.append([])
                heads.append(True)
            opened = name
            columns = SPAN.search(match[0])
            wide = min(int(columns[1]), 12) if columns else 1
        else:
            opened = name if name == "caption" and opening else None
    yield from _finished(rows, heads, caption)


def _finished(
    rows: list[list[Plain]], heads: list[bool], caption: Plain | None
) -> Iterator[Table | Plain]:
    kept = [(row, head) for row, head in zip(rows, heads, strict=True) if any(c.text for c in row)]
    if kept:
        marked = kept[0][1] and len(kept) > 1
        yield from _table([tuple(row) for row, _ in kept], marked=marked, caption=caption)
