"""The lay of a Markdown text: its headings, and the places where it can be cut.

CommonMark 0.31 with tables, by markdown-it-py, of which only the block parser runs: it maps every
block to its lines. Plain text is Markdown with few headings.
"""

from __future__ import annotations

import re
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
    """A heading of the text; ``start`` and ``end`` are offsets of its lines."""

    level: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Where a text can be cut; all numbers are offsets in it, rising."""

    body: int  # where front matter ends; 0 without any
    title: str  # of the front matter; "" without any
    headings: list[Heading]
    blocks: list[int]  # where a paragraph, a list, a table, a code block begins
    parts: list[int]  # where an item of a list, a row of a table, a line of code begins


def outline(text: str) -> Outline:
    """The headings and blocks of a text. About 0.3 s for a million characters of prose."""
    matter = FRONT_MATTER.match(text)
    body = matter.end() if matter else 0
    title = _yaml_title(matter["yaml"]) if matter else ""
    if text.count("\n") > MOST_LINES:
        blocks = [body + blank.end() for blank in BLANK_LINES.finditer(text[body:])]
        return Outline(body=body, title=title, headings=[], blocks=blocks, parts=[])
    headings, blocks, parts = _parsed(text, body)
    return Outline(body=body, title=title, headings=headings, blocks=blocks, parts=parts)


def _parsed(text: str, body: int) -> tuple[list[Heading], list[int], list[int]]:
    """Headings, blocks and parts, as in Outline, of what stands behind ``body``."""
    ends = [body + end.end() for end in LINE_END.finditer(text[body:])]
    lines = [body, *ends]  # where each line begins
    if lines[-1] != len(text):
        lines.append(len(text))
    headings: list[Heading] = []
    blocks, parts = set[int](), set[int]()
    tokens = _parser().parse(text[body:])
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
                headings.append(Heading(level=level, title=plain(content), start=start, end=end))
    return headings, sorted(blocks), sorted(parts)


def plain(content: str) -> str:
    """The words of one line of Markdown, without its marks."""
    tokens: list[Token] = []
    _parser().inline.parse(ATTRIBUTES.sub("", content), _parser(), {}, tokens)
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
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
