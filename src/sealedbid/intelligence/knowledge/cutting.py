"""Cutting one stretch of a text into passages that fit, at the coarsest places that there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sealedbid.intelligence.knowledge.markdown import Outline

LONGEST = 4_000  # characters, whatever the embedder would take: a word of any length is one token
INDENT = 40  # of leading spaces; more of them are no indentation
# An end of a sentence, unless the next goes on with a small letter ("e.g. this").
SENTENCE = re.compile(
    r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]*_`]*\s+(?=[^\w\s]{0,4}[^\W_a-z])|[\u3002\uff01\uff1f]"
)
LINE = re.compile(r"\S[^\S\r\n]*[\r\n]\s*")
WORD = re.compile(r"\S\s+")
TEXT = re.compile(r"\S")


class Cutter:
    """Cuts one section, at the coarsest places that there are.

    Greedy: a passage reaches as far as whole blocks fit. Where the next one would not fit a passage
    of its own either, it is cut anyway, and then the passage is filled from it.
    """

    def __init__(self, text: str, end: int, lay: Outline, fits: Callable[[str], bool]) -> None:
        self._text = text
        self._end = end
        self._fits = fits
        self._size = LONGEST // 4  # of the last passage: a guess at the next one's
        self._levels: list[Callable[[int, int], Sequence[int]]] = [
            partial(_between, lay.blocks),
            partial(_between, lay.parts),
            partial(self._found, SENTENCE),
            partial(self._found, LINE),
            partial(self._found, WORD),
            lambda start, last: range(start + 1, last + 1),  # anywhere
        ]

    def pieces(self, start: int) -> Iterator[tuple[int, int]]:
        """Offsets of the passages from ``start`` on, without the white space around them."""
        while (start := self._skip(start)) < self._end:
            last = self._furthest(start)
            end = start + len(self._text[start:last].rstrip())
            self._size = end - start
            if end > start:
                yield start, end
            start = last

    def _skip(self, start: int) -> int:
        """Return where the next text begins, with the indentation of its line."""
        found = TEXT.search(self._text, start, self._end)
        if found is None:
            return self._end
        margin = max(start, found.start() - INDENT)
        broken = max(self._text.rfind(each, margin, found.start()) for each in "\r\n")
        if broken >= 0:
            return broken + 1
        return start if margin == start else found.start()

    def _furthest(self, start: int) -> int:
        """Return the furthest end of a passage from ``start`` on."""
        best = start
        horizon = min(self._end, start + LONGEST)
        for level in self._levels:
            points = [each for each in level(best, horizon) if each < self._end] + [self._end]
            reached = self._reached(start, points)
            best = points[reached - 1] if reached else best
            if best == self._end or (best > start and self._fit(best, points[reached])):
                break
        return max(best, start + 1)

    def _reached(self, start: int, points: Sequence[int]) -> int:
        """Count the places, from the first, that a passage from ``start`` on can reach.

        It looks where the last passage ended, then around there in growing steps: the work of one
        passage is a few looks at its own length, however many places there are.
        """
        low, high, step = 0, len(points) + 1, 1
        look = bisect_right(points, start + self._size)
        while high - low > 1:
            if not low < look < high:
                look = (low + high) // 2
            if self._fit(start, points[look - 1]):
                low, look = look, look + step
            else:
                high, look = look, look - step
            step *= 2
        return low

    def _fit(self, start: int, end: int) -> bool:
        """True if that much may be one passage; nothing longer than LONGEST is ever counted."""
        return end - start <= LONGEST and self._fits(self._text[start:end].rstrip())

    def _found(self, pattern: re.Pattern[str], start: int, last: int) -> list[int]:
        return [found.end() for found in pattern.finditer(self._text, start, last)]


def _between(places: Sequence[int], start: int, last: int) -> Sequence[int]:
    """The places after ``start`` up to ``last``, and the next one, where a whole block may end."""
    return places[bisect_right(places, start) : bisect_right(places, last) + 1]
