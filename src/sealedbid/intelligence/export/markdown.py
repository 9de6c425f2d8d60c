"""The client's document as Markdown: to be read in a terminal, or turned into something else."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.content.documents import Block, Section, Table
from sealedbid.intelligence.export.cover import cover_rows
from sealedbid.intelligence.export.escaping import inline, plain
from sealedbid.intelligence.export.pieces import pieces
from sealedbid.intelligence.export.prices import counted, rates
from sealedbid.intelligence.export.sources import Sources
from sealedbid.intelligence.presenting import Presented


def to_markdown(shown: Presented) -> str:
    """Write the client's document. Any text stays the text that it is."""
    proposal, document = shown.proposal, shown.document
    sources = Sources(shown.citations)
    parts = [
        f"# {inline(proposal.title)}",
        f"Proposal for **{inline(proposal.client_name)}** by **{inline(shown.organization)}**",
    ]
    rows = cover_rows(shown)
    if rows:
        parts.append("\n".join(f"- **{inline(row.label)}:** {inline(row.text)}" for row in rows))
    if document.weights:
        weights = Table(
            head=["You weigh", "Answered in section"],
            sides=["left", "right"],
            rows=[[row.label, row.text] for row in document.weights],
        )
        parts.append(_table(weights))
    for place, section in enumerate(document.sections, 1):
        number = f"{place}. " if len(document.sections) > 1 else ""
        parts.append(f"## {number}{inline(section.heading)}")
        parts += _section(section, shown, sources)
    listed = sources.listed()
    if listed:
        lines = [f"- \\[{number}\\] {inline(title)}" for number, title in listed]
        parts += ["## Sources", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _section(section: Section, shown: Presented, sources: Sources) -> Iterator[str]:
    if section.id.split("-")[0] == "price":
        table = counted(shown)
        if table is not None:
            yield _table(table)
        for heading, rows in rates(shown):
            yield f"{inline(heading)}:"
            yield _table(rows)
    yield from _blocks(section.blocks, sources)


def _blocks(blocks: list[Block], sources: Sources) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if items and block.kind != "item":
            yield "\n".join(items)
            items = []
        if block.table is not None:
            yield _table(block.table)
        elif block.kind == "item":
            items.append(f"- {_text(block, sources)}")
        elif block.kind == "heading":
            yield f"### {inline(block.text)}"
        elif block.kind == "quote":
            yield f"> {_text(block, sources)}"
        else:
            yield _text(block, sources)
    if items:
        yield "\n".join(items)


def _text(block: Block, sources: Sources) -> str:
    """The block's label and pieces; only at the beginning of a line can a text open anything."""
    said = ""
    for piece in pieces(block):
        marks = "".join(f" \\[{number}\\]" for number in sources.of(piece.notes))
        is_first = not said and not block.label
        said += f"{' ' if said else ''}{(plain if is_first else inline)(piece.text)}{marks}"
    return f"**{inline(block.label)}:** {said}" if block.label else said


def _table(table: Table) -> str:
    lines = [_row(table.head)]
    lines.append(f"|{'|'.join('---:' if side == 'right' else '---' for side in table.sides)}|")
    body = len(table.rows) - table.sums
    lines += [_row(row) for row in table.rows[:body]]
    lines += [
        _row([f"**{inline(c)}**" if c else "" for c in row], raw=True) for row in table.rows[body:]
    ]
    return "\n".join(lines)


def _row(cells: list[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else inline(cell) for cell in cells)} |"
