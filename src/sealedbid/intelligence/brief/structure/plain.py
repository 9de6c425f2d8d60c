"""Plain words out of Markdown, and the way back to where they stand in the source.

White space is one space or, where a line was ended on purpose, one line break; words that were
parted at a line's end are joined, ligatures resolved, signs without width gone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.structure.markup import BREAK, MARKUP, PREFIX, SIGN, instead


@dataclass(frozen=True, slots=True)
class Plain:
    """Words of one block, and for each piece of them where it begins and ends in the source."""

    text: str
    source: str
    at: tuple[int, ...]
    pieces: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """Find where ``text[start:end]`` stands in the source; the part must not be empty."""
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


def plain(source: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> Plain:
    """The words of ``source[start:end]`` without those in ``gaps``: whole lines, in order."""
    words: list[str] = []
    at: list[int] = []
    pieces: list[tuple[int, int]] = []
    length = 0

    def add(text: str, begin: int, stop: int) -> None:
        nonlocal length
        if text[:1] == " " and words and words[-1][-1].isspace():  # one blank is enough
            text, begin = text[1:], begin + (stop - begin == len(text))
        if text:
            words.append(text)
            at.append(length)
            pieces.append((begin, stop))
            length += len(text)

    if SIGN.search(source, start, end) is None:
        add(source[start:end], start, end)
        return Plain("".join(words), source, tuple(at), tuple(pieces))
    jumps = _jumps(gaps, start, end)
    position = line = start
    for match in MARKUP.finditer(source, start, end):
        kind = match.lastgroup or ""
        if match.start() < position:
            continue
        stop = match.end()
        if jumps and kind in {"newline", "hyphen"}:
            stop = _behind(source, match, jumps)
        add(source[position : match.start()], position, match.start())
        add(instead(source, match, line, stop), match.start(), stop)
        position = stop
        if kind in {"newline", "hyphen"}:
            line = position
        if kind == "escape":  # the escaped sign is a word's part, whatever it looks like
            add(source[position : position + 1], position, position + 1)
            position += 1
    add(source[position:end], position, end)
    return Plain("".join(words), source, tuple(at), tuple(pieces))


def _jumps(gaps: Sequence[tuple[int, int]], start: int, end: int) -> dict[int, int]:
    """The gaps between ``start`` and ``end``, each end by its start."""
    if not gaps:
        return {}
    first = bisect_left(gaps, (start, start))
    return dict(gaps[first : bisect_left(gaps, (end, end))])


def _behind(source: str, match: re.Match[str], jumps: dict[int, int]) -> int:
    """Find where the words go on behind a line's end, whole lines left out."""
    broken = BREAK.search(source, match.start(), match.end())
    at = broken.end() if broken else match.end()
    if at not in jumps:
        return match.end()
    while at in jumps:
        at = jumps[at]
    prefix = PREFIX.match(source, at)
    return prefix.end() if prefix else at
