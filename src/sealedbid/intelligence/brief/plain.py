"""Plain words out of Markdown, and the way back to where they stand in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from sealedbid.intelligence.brief.models import Span

# What is not a word. Each alternative is bounded, so that no text makes the search slow.
MARKUP = re.compile(
    r"""(?=[\r\n\\<!\[\]&*~`_])(?:
      (?P<newline>(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?){0,20}[ \t]*)
    | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
    | (?P<break><[bB][rR][ ]?/?>)
    | (?P<image>!\[[^\[\]\r\n]{0,300}\]\([^()\r\n]{0,600}\))
    | (?P<open>\[(?=[^\[\]]{0,500}\]\((?:[^()\r\n]|\([^()\r\n]{0,200}\)){0,600}\)))
    | (?P<close>\]\((?:[^()\r\n]|\([^()\r\n]{0,200}\)){0,600}\))
    | (?P<comment><!--.{0,600}?-->)
    | (?P<tag></?(?!https?:|mailto:)[a-zA-Z][^<>\r\n]{0,300}>)
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    | (?P<stress>\*+|~~+|`+|(?<![\w\\])_+(?=\w)|(?<=[\w.,;:!?)])_+(?!\w))
    )""",
    re.VERBOSE,
)
SIGN = re.compile(r"[\r\n\\<!\[\]&*~`_]")  # without one of these there is no markup
# A line that begins like this begins something new, even where no empty line stands before it.
LABEL = re.compile(r"[A-Z][\w /()-]{1,30}:\s|[-–*]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
SHORT_LINE = 50  # a shorter line was ended on purpose, not wrapped, if a capital follows


@dataclass(frozen=True, slots=True)
class Plain:
    """Words of one block, and for each piece of them where it begins and ends in the source."""

    text: str
    source: str
    at: tuple[int, ...]
    pieces: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the source; the part must not be empty."""
        first = bisect_right(self.at, start) - 1
        last = bisect_right(self.at, end - 1) - 1
        begin = self._source(first, start)
        stop = self._source(last, end - 1, after=True)
        return Span(start=begin, end=stop, text=self.source[begin:stop])

    def _source(self, piece: int, position: int, *, after: bool = False) -> int:
        begin, end = self.pieces[piece]
        words = self.at[piece + 1] if piece + 1 < len(self.at) else len(self.text)
        if words - self.at[piece] != end - begin:  # a piece that stands for another
            return end if after else begin
        return begin + position - self.at[piece] + (1 if after else 0)


def plain(source: str, start: int, end: int) -> Plain:
    """The words of ``source[start:end]``."""
    words: list[str] = []
    at: list[int] = []
    pieces: list[tuple[int, int]] = []
    length = 0

    def add(text: str, begin: int, stop: int) -> None:
        nonlocal length
        if text:
            words.append(text)
            at.append(length)
            pieces.append((begin, stop))
            length += len(text)

    if SIGN.search(source, start, end) is None:
        add(source[start:end], start, end)
        return Plain("".join(words), source, tuple(at), tuple(pieces))
    position = line = start
    for match in MARKUP.finditer(source, start, end):
        kind = match.lastgroup or ""
        if match.start() < position:
            continue
        add(source[position : match.start()], position, match.start())
        add(_instead(source, match, line), match.start(), match.end())
        position = match.end()
        if kind == "newline":
            line = position
        if kind == "escape":  # the escaped sign is a word's part, whatever it looks like
            add(source[position : position + 1], position, position + 1)
            position += 1
    add(source[position:end], position, end)
    return Plain("".join(words), source, tuple(at), tuple(pieces))


def _instead(source: str, match: re.Match[str], line: int) -> str:
    """What stands in the plain words for a piece of markup, on a line that begins at ``line``."""
    if match.lastgroup == "entity":
        return html.unescape(match[0])
    if match.lastgroup == "break":
        return "\n"
    if match.lastgroup != "newline":
        return ""
    following = source[match.end() : match.end() + 1]
    new = following.isupper() or following.isdigit()
    ended = new and match.start() - line < SHORT_LINE
    return "\n" if ended or LABEL.match(source, match.end()) else " "
