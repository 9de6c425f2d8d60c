"""A proposal as Markdown: to be read in a terminal, sent, or turned into something else."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.content.documents import Block, Section
from sealedbid.intelligence.export.escaping import marks, plain
from sealedbid.intelligence.export.price_table import price_table
from sealedbid.intelligence.export.requirement_table import requirement_table
from sealedbid.intelligence.export.source_list import source_list
from sealedbid.intelligence.presenting import Presented

_AUTHOR = (
    "*For you alone: cut this off. The text above was composed of your own words, without a model.*"
)


def to_markdown(shown: Presented, *, with_author_notes: bool = True) -> str:
    """Write the whole document; the author's notes come last, so that they are cut off easily."""
    proposal = shown.proposal
    parts = [
        f"# {plain(proposal.title)}",
        f"Proposal for **{plain(proposal.client_name)}** by **{plain(shown.organization)}**",
    ]
    for section in shown.document.sections:
        parts += _section(section, shown)
    if shown.citations:
        parts += ["## Sources", *source_list(shown)]
    if with_author_notes and shown.document.author_notes:
        parts += ["---", "## Before you send this", _AUTHOR]
        parts.append("\n".join(f"- {plain(note)}" for note in shown.document.author_notes))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, shown: Presented) -> Iterator[str]:
    yield f"## {plain(section.heading)}"
    if section.id == "price":
        yield from price_table(shown)
    yield from _blocks(section.blocks)
    if section.id == "requirements":
        yield requirement_table(shown)


def _blocks(blocks: list[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if items and block.kind != "item":
            yield "\n".join(items)
            items = []
        text = plain(block.text) + marks(block.notes)
        if block.kind == "item":
            items.append(f"- {text}")
        elif block.kind == "heading":
            yield f"### {plain(block.text)}"
        elif block.kind == "quote":
            yield f"> {text}"
        else:
            yield text
    if items:
        yield "\n".join(items)
