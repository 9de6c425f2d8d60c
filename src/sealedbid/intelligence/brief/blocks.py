"""The blocks of a text: headings, paragraphs, list items, cells, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sealedbid.intelligence.brief.plain import Plain, plain

BlockKind: TypeAlias = Literal["heading", "paragraph", "cell"]

LINE = re.compile(r"\r\n|\n|\r")
EMPTY_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r)){2,}")
BLOCK_TAG = re.compile(
    r"</?(?:address|article|blockquote|body|caption|center|dd|div|dl|dt|h[1-6]|hr|html|li|ol|p"
    r"|section|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
BULLET = re.compile(r"(?m)^([ \t]{0,12})[•▪◦‣●∙·](?=[ \t])")
# The parser takes some 30 µs for a line at worst: beyond this many lines, empty lines alone
# separate blocks, so that no text takes minutes.
MOST_LINES = 40_000


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
        """Its words."""
        return self.words.text


def blocks(source: str) -> Iterator[Block]:
    """The blocks of ``source`` in its order."""
    starts = [0, *(match.end() for match in LINE.finditer(source)), len(source)]
    if len(starts) > MOST_LINES:
        yield from _paragraphs(source, 0, len(source), ())
        return
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # Neither changes a length: what the parser says of lines holds for the source.
    readable = BULLET.sub(r"\1-", source.replace("\ufeff", " "))
    yield from _Walk(source, starts).blocks(parser.parse(readable))


class _Walk:
    """Follows the parser's tokens and knows the lists that are open."""

    def __init__(self, source: str, starts: list[int]) -> None:
        self.source = source
        self.starts = starts
        self.lists: list[tuple[int, int | None]] = []
        self.count = 0
        self.level = 0
        self.opens = False
        self.row: int | None = None  # in a table: where its last cell ended

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        for token in tokens:
            self._enter(token)
            if token.map is None:
                continue
            start, end = self.starts[token.map[0]], self.starts[token.map[1]]
            if token.type == "inline":
                yield from self._inline(token, start, end)
            elif token.type == "html_block":
                yield from self._html(start, end)
            elif token.type == "code_block" or (token.type == "fence" and _is_text(token)):
                yield from _paragraphs(self.source, start, end, tuple(self.lists))

    def _enter(self, token: Token) -> None:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self.count += 1
            before = int(token.attrs.get("start", 1)) - 1 if token.type[0] == "o" else None
            self.lists.append((self.count, before))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif token.type == "list_item_open":
            number, ordinal = self.lists[-1]
            self.lists[-1] = (number, None if ordinal is None else ordinal + 1)
            self.opens = True
        elif token.type == "heading_open":
            self.level = int(token.tag[1:])
        elif token.type == "heading_close":
            self.level = 0
        elif token.type == "tr_open" and token.map is not None:
            self.row = self.starts[token.map[0]]
        elif token.type == "tr_close":
            self.row = None

    def _inline(self, token: Token, start: int, end: int) -> Iterator[Block]:
        first = token.content.split("\n", 1)[0]
        if self.row is not None:
            start, first = self.row, first.replace("|", r"\|")
        found = self.source.find(first, start, end)
        start = start if found < 0 else found
        if self.row is not None:
            self.row = end = start + len(first)
        words = plain(self.source, start, _stripped(self.source, start, end))
        if not words.text.strip():
            return
        yield Block(
            kind="heading" if self.level else "paragraph" if self.row is None else "cell",
            words=words,
            level=self.level,
            lists=tuple(self.lists),
            opens=self.opens,
            stressed=_is_stressed(token.content),
        )
        self.opens = False

    def _html(self, start: int, end: int) -> Iterator[Block]:
        """What stands between the tags of an HTML block, each piece by itself."""
        position = start
        for match in BLOCK_TAG.finditer(self.source, start, end):
            yield from self._piece(position, match.start())
            position = match.end()
        yield from self._piece(position, end)

    def _piece(self, start: int, end: int) -> Iterator[Block]:
        words = plain(self.source, start, end)
        if words.text.strip():
            yield Block(kind="cell", words=words, lists=tuple(self.lists))


def _is_text(token: Token) -> bool:
    """Whether a fence holds words: it names no language."""
    return not token.info.strip()


def _is_stressed(content: str) -> bool:
    """Whether all of a paragraph is bold: a heading in all but name."""
    return (
        len(content) < 200 and re.fullmatch(r"\*\*[^*\n]+\*\*:?|__[^_\n]+__:?", content) is not None
    )


def _stripped(source: str, start: int, end: int) -> int:
    while end > start and source[end - 1].isspace():
        end -= 1
    return end


def _paragraphs(
    source: str, start: int, end: int, lists: tuple[tuple[int, int | None], ...]
) -> Iterator[Block]:
    """Text without structure: empty lines separate its paragraphs."""
    position = start
    for match in EMPTY_LINES.finditer(source, start, end):
        yield from _paragraph(source, position, match.start(), lists)
        position = match.end()
    yield from _paragraph(source, position, end, lists)


def _paragraph(
    source: str, start: int, end: int, lists: tuple[tuple[int, int | None], ...]
) -> Iterator[Block]:
    while start < end and (source[start].isspace() or source[start] == "\ufeff"):
        start += 1
    words = plain(source, start, _stripped(source, start, end))
    if words.text.strip():
        yield Block(kind="paragraph", words=words, lists=lists)
