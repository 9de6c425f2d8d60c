"""Text of others in Markdown, where it stays text."""

from __future__ import annotations

from collections.abc import Iterable

from sealedbid.intelligence.shortening import on_one_line


def plain(text: str) -> str:
    """Return the text on one line, without anything that Markdown takes for HTML."""
    return on_one_line(text).replace("<", "&lt;")


def cell(text: str) -> str:
    """Return the text for one cell of a table."""
    return plain(text).replace("|", "\\|")


def marks(notes: Iterable[int]) -> str:
    """Write the numbers of notes, each after a space."""
    return "".join(f" [{number}]" for number in notes)
