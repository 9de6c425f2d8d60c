"""The blocks of prose: headings, paragraphs, list items, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sealedbid.intelligence.brief.structure.lines import Lines
from sealedbid.intelligence.brief.structure.paragraphs import Block, paragraphs, stripped
from sealedbid.intelligence.brief.structure.plain import plain

BLOCK_TAG = re.compile(
    r"</?(?:address|article|blockquote|body|caption|center|dd|div|dl|dt|h[1-6]|hr|html|li|ol|p"
    r"|section|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
BULLET = re.compile(r"(?m)^([ \t]{0,12})[•▪◦‣●∙·](?=[ \t])")
# The parser takes some 30 µs for a line at worst: beyond this many lines, empty lines alone
# separate blocks, so that no text takes minutes.
MOST_LINES = 40_000


class Blocks:
    """Reads the prose of one text, region by region; no two lists of it have the same number."""

    def __init__(self, found: Lines) -> None:
        self.found = found
        self.count = 0
        self.parser = MarkdownIt("commonmark", {"maxNesting": 20}).disable("reference")
        self.parser.core.ruler.enableOnly(["normalize", "block"])

    def of(self, numbers: Sequence[int]) -> Iterator[Block]:
        """The blocks of these lines, in order."""
        source, found = self.found.source, self.found
        starts = [found.starts[number] for number in numbers]
        ends = [found.ends[number] for number in numbers]
        gaps = tuple(
            (found.starts[one + 1], found.starts[other])
            for one, other in pairwise(numbers)
            if other > one + 1
        )
        if len(numbers) > MOST_LINES:
            yield from paragraphs(source, starts[0], ends[-1], (), gaps)
            return
        # Neither changes a length: what the parser says of lines holds for the source.
        words = "\n".join(found.text(number) for number in numbers)
        readable = BULLET.sub(r"\1-", words.replace("\ufeff", " "))
        walk = _Walk(source, starts, ends, gaps, self.count)
        yield from walk.blocks(self.parser.parse(readable))
        self.count = walk.count


class _Walk:
    """Follows the parser's tokens and knows the lists that are open."""

    def __init__(
        self,
        source: str,
        starts: list[int],
        ends: list[int],
        gaps: tuple[tuple[int, int], ...],
        count: int,
    ) -> None:
        self.source = source
        self.starts = starts
        self.ends = ends
        self.gaps = gaps
        self.lists: list[tuple[int, int | None]] = []
        self.count = count
        self.level = 0
        self.opens = False

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        for token in tokens:
            self._enter(token)
            if token.map is None:
                continue
            start, end = self.starts[token.map[0]], self.ends[token.map[1] - 1]
            if token.type == "inline":
                yield from self._inline(token, start, end)
            elif token.type == "html_block":
                yield from self._html(start, end)
            elif token.type == "code_block" or (token.type == "fence" and _is_text(token)):
                yield from paragraphs(self.source, start, end, tuple(self.lists), self.gaps)

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

    def _inline(self, token: Token, start: int, end: int) -> Iterator[Block]:
        first = token.content.split("\n", 1)[0]
        found = self.source.find(first, start, end)
        start = start if found < 0 else found
        words = plain(self.source, start, stripped(self.source, start, end), self.gaps)
        if not words.text.strip():
            return
        yield Block(
            kind="heading" if self.level else "paragraph",
            words=words,
            level=self.level,
            lists=tuple(self.lists),
            opens=self.opens,
            stressed=_is_stressed(token.content),
        )
        self.opens = False

    def _html(self, start: int, end: int) -> Iterator[Block]:
        """Find what stands between the tags of an HTML block, each piece by itself."""
        position = start
        for match in BLOCK_TAG.finditer(self.source, start, end):
            yield from self._piece(position, match.start())
            position = match.end()
        yield from self._piece(position, end)

    def _piece(self, start: int, end: int) -> Iterator[Block]:
        words = plain(self.source, start, stripped(self.source, start, end), self.gaps)
        if words.text.strip():
            yield Block(kind="paragraph", words=words, lists=tuple(self.lists))


def _is_text(token: Token) -> bool:
    """True if a fence holds words: it names no language."""
    return not token.info.strip()


def _is_stressed(content: str) -> bool:
    """True if all of a paragraph is bold: a heading in all but name."""
    return (
        len(content) < 200 and re.fullmatch(r"\*\*[^*\n]+\*\*:?|__[^_\n]+__:?", content) is not None
    )
