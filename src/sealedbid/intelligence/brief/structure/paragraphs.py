"""Blocks of a text, and its paragraphs where it has no other structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.structure.plain import Plain, plain

BlockKind: TypeAlias = Literal["heading", "paragraph"]

EMPTY_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r)){2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block. ``level`` is a heading's (1 is the topmost), 0 for all else.

    ``lists`` are the lists it stands in, outermost first: each with its number in the text and the
    item's ordinal, None for bullets. ``opens`` says that it begins an item.
    """

    kind: BlockKind
    words: Plain
    level: int = 0
    lists: tuple[tuple[int, int | None], ...] = ()
    opens: bool = False
    stressed: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.words.text


def stripped(source: str, start: int, end: int) -> int:
    """Find where ``source[start:end]`` ends without the white space behind it."""
    while end > start and source[end - 1].isspace():
        end -= 1
    return end


def paragraphs(
    source: str,
    start: int,
    end: int,
    lists: tuple[tuple[int, int | None], ...],
    gaps: tuple[tuple[int, int], ...],
) -> Iterator[Block]:
    """Text without structure: empty lines separate its paragraphs."""
    position = start
    for match in EMPTY_LINES.finditer(source, start, end):
        yield from _paragraph(source, position, match.start(), lists, gaps)
        position = match.end()
    yield from _paragraph(source, position, end, lists, gaps)


def _paragraph(
    source: str,
    start: int,
    end: int,
    lists: tuple[tuple[int, int | None], ...],
    gaps: tuple[tuple[int, int], ...],
) -> Iterator[Block]:
    while start < end and (source[start].isspace() or source[start] == "\ufeff"):
        start += 1
    words = plain(source, start, stripped(source, start, end), gaps)
    if words.text.strip():
        yield Block(kind="paragraph", words=words, lists=lists)
