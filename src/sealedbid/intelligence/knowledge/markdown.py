"""The lay of a Markdown text: its headings, and the places where it can be cut.

CommonMark 0.31 with tables, by markdown-it-py, of which only the block parser runs: it maps every
block to its lines. Plain text is Markdown with few headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

LINE_END = re.compile(r"\r\n?|\n")  # what the parser takes for one
# Between thematic breaks at the top of a text there may be prose: front matter begins with a key.
FRONT_MATTER = re.compile(
    r"""\ufeff?---[ \t]*\r?\n
    (?P<yaml>
      (?:\s*[#].*\n)* \s*["']?[\w.-]+["']?[ \t]*:(?:[ \t\r].*)?\n
      (?:(?!(?:---|\.\.\.)[ \t]*\r?$).*\n)*
    )
    (?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)""",
    re.MULTILINE | re.VERBOSE,
)
YAML_TITLE = re.compile(r"^title[ \t]*:[ \t]*(?P<title>\S[^\r\n]*)", re.MULTILINE)
ATTRIBUTES = re.compile(r"\s*\{[:#.][^{}]*\}\s*$")  # {#id} and {: .class} of kramdown
# A line of dashes under a paragraph makes the paragraph a heading; text that long is no title.
LONGEST_HEADING = 200
# The parser takes 2 KB and 30 us for a line of a list: a text of more lines is taken for data, and
# cut at blank lines alone.
MOST_LINES = 200_000
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the text; ``start`` and ``end`` are offsets of its lines.

    ``words`` are those of what it says, without its marks.
    """

    level: int
    title: str
    start: int
    end: int
    words: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with rows; ``rows`` are the offsets of their lines.

    ``head`` is its first line and the rule below it, without the dashes that only fill a column.
    """

    start: int
    end: int
    head: str
    rows: list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The places at which a text can be cut; all numbers are offsets in it, rising."""

    body: int  # where front matter ends; 0 without any
    title: str  # of the front matter; "" without any
    headings: list[Heading]
    blocks: list[int]  # where a paragraph, a list, a table, a code block begins
    parts: list[int]  # where an item of a list, a row of a table, a line of code begins
    tables: list[Table]


def outline(text: str) -> Outline:
    """The headings and blocks of a text. About 0.3 s for a million characters of prose."""
    matter = FRONT_MATTER.match(text)
    body = matter.end() if matter else 0
    title = _yaml_title(matter["yaml"]) if matter else ""
    if text.count("\n") > MOST_LINES:
        blocks = [body + blank.end() for blank in BLANK_LINES.finditer(text[body:])]
        return Outline(body=body, title=title, headings=[], blocks=blocks, parts=[], tables=[])
    return _parsed(text, body, title)


def _parsed(text: str, body: int, title: str) -> Outline:
    """The outline of what stands behind ``body``."""
    ends = [body + end.end() for end in LINE_END.finditer(text[body:])]
    lines = [body, *ends]  # where each line begins
    if lines[-1] != len(text):
        lines.append(len(text))
    headings: list[Heading] = []
    blocks, parts = set[int](), set[int]()
    tokens = parser().parse(text[body:])
    for place, token in enumerate(tokens):
        if token.map is None or token.type == "inline":
            continue
        start, end = (lines[min(each, len(lines) - 1)] for each in token.map)
        (parts if token.level else blocks).add(start)
        if token.type in {"fence", "code_block", "html_block"}:
            parts.update(lines[token.map[0] : token.map[1]])
        if token.type == "heading_open" and token.level == 0:
            content = tokens[place + 1].content
            if "\n" not in content and len(content) <= LONGEST_HEADING:
                level = int(token.tag.removeprefix("h"))
                at = max(text.find(content, start, end), start)
                words = at, min(at + len(content), end)
                headings.append(
                    Heading(level=level, title=plain(content), start=start, end=end, words=words)
                )
    return Outline(
        body=body,
        title=title,
        headings=headings,
        blocks=sorted(blocks),
        parts=sorted(parts),
        tables=list(_tables(text, tokens, lines)),
    )


def _tables(text: str, tokens: Sequence[Token], lines: Sequence[int]) -> Iterator[Table]:
    """The tables of the text itself: one in a list or a quotation has marks between its lines."""
    rows, columns = list[tuple[int, int]](), 0
    for token in tokens:
        if token.type == "tr_open" and token.map and token.level == 2:
            start, end = lines[token.map[0]], lines[min(token.map[1], len(lines) - 1)]
            rows.append((start, start + len(text[start:end].rstrip())))
        elif token.type == "table_close":
            if token.level == 0 and len(rows) > 1:
                (start, end), *others = rows
                head = f"{text[start:end]}\n|{'---|' * columns}"
                yield Table(start=start, end=others[-1][1], head=head, rows=others)
            rows, columns = [], 0
        elif token.type == "th_open":
            columns += 1


def plain(content: str) -> str:
    """The words of one line of Markdown, without its marks."""
    tokens: list[Token] = []
    parser().inline.parse(ATTRIBUTES.sub("", content), parser(), {}, tokens)
    words = "".join(each.content for each in tokens if each.type != "html_inline")
    return " ".join(words.split())


def _yaml_title(yaml: str) -> str:
    """The title in front matter, where it stands on one line; the rest of YAML is not read."""
    found = YAML_TITLE.search(yaml)
    title = found["title"].strip() if found else ""
    if title[:1] in {'"', "'"} and title[-1:] == title[:1]:
        title = title[1:-1]
    return "" if title[:1] in {"|", ">", "&", "*", "{", "["} else " ".join(title.split())


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, of which only the blocks are parsed."""
    made = MarkdownIt("commonmark").enable("table")
    made.core.ruler.enableOnly(["normalize", "block"])
    return made
