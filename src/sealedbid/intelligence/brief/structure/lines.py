"""The lines of a text, and those of them that a converted page left between its sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from sealedbid.intelligence.vocabulary.patterns import pattern

BREAK = re.compile(r"\r\n|\n|\r")
ONLY_NUMBER = re.compile(r"[\W_]{0,6}(\d{1,4})[\W_]{0,6}")
ENDED = re.compile(r"[.!?:;。]['\"”’»)\]*_]{0,4}\s*$")
STRUCTURE = re.compile(r"\s*(?:#{1,6}\s|[-*+•|>]|\d{1,3}[.)]\s|```|~~~)")
LONGEST = 140  # characters of a running head
RETURNS = 3  # a line beside page numbers that returns so often is a running head as well


@dataclass(frozen=True, slots=True)
class Lines:
    """The places at which each line of ``source`` begins and ends, its line break left out."""

    source: str
    starts: tuple[int, ...] = field(default=())
    ends: tuple[int, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, number: int) -> str:
        """The words of a line, from 0."""
        return self.source[self.starts[number] : self.ends[number]]


@cache
def _page() -> str:
    return f"(?:{pattern('pages', 'page').pattern})"


@cache
def _sure() -> re.Pattern[str]:
    """A line that is enough by itself: "RFP 2027-01 Page 3 of 34"."""
    of = f"(?:{pattern('pages', 'of').pattern})"
    return re.compile(
        rf"[\W_]{{0,8}}(?:.{{0,90}}?[\s|–—-])??{_page()}\s?\|?\s?\d{{1,4}}\s{{0,2}}{of}"
        r"\s{0,2}\d{1,4}\b.{0,60}(?<![.,;])",
        re.IGNORECASE,
    )


@cache
def _perhaps() -> re.Pattern[str]:
    """A line that counts only where it returns with another number: "Page 3", "3 | Acme"."""
    return re.compile(
        rf"[\W_]{{0,8}}(?:(?:.{{0,80}}[\s|–—-])?{_page()}\s?\|?\s?\d{{1,4}}(?:[\s|–—-].{{0,80}})?"
        r"|\d{1,4}\s?(?:/|of)\s?\d{1,4}|\d{1,4}\s?\|.{1,60}|.{1,60}\|\s?\d{1,4})[\W_]{0,6}",
        re.IGNORECASE,
    )


@cache
def _refers() -> re.Pattern[str]:
    """The end of a line whose words go on with a page's number: "see"."""
    words = pattern("pages", "refers").pattern
    return re.compile(rf"(?:\b(?:{words})|,)\W*$", re.IGNORECASE)


def lines(source: str) -> Lines:
    """The lines of ``source``."""
    starts, ends = [0], []
    for match in BREAK.finditer(source):
        ends.append(match.start())
        starts.append(match.end())
    return Lines(source, tuple(starts), (*ends, len(source)))


def running(found: Lines) -> frozenset[int]:
    """Numbers of the lines that are heads or feet of pages, and of the empty ones around them.

    Empty lines go with them only where they part a sentence: the line before has no end, and the
    one behind begins small.
    """
    texts = [found.text(number).strip() for number in range(len(found))]
    heads = _numbered(texts)
    if not heads:
        return frozenset()
    repeated = Counter(text for text in texts if 3 < len(text) <= LONGEST)
    beside = {
        near
        for number in heads
        for near in _near(texts, number)
        if repeated[texts[near]] >= RETURNS and not texts[near].startswith("|")
    }
    dropped = heads | beside
    return frozenset(dropped | _parted(texts, dropped))


def _numbered(texts: list[str]) -> set[int]:
    """Lines that count the pages."""
    sure, skeletons, numbers = set(), Counter[str](), []
    perhaps: list[tuple[int, str]] = []
    for index, text in enumerate(texts):
        if not text or len(text) > LONGEST or not any(map(str.isdigit, text)):
            continue
        if text.startswith("|") or text.count("|") > 2:
            continue
        above = texts[index - 1] if index and text[0].islower() else ""
        if _sure().fullmatch(text) and not _refers().search(_before(text) or above):
            sure.add(index)
        elif only := ONLY_NUMBER.fullmatch(text):
            numbers.append((index, int(only[1])))
        elif _perhaps().fullmatch(text):
            skeleton = re.sub(r"\d+", "#", text)
            skeletons[skeleton] += 1
            perhaps.append((index, skeleton))
    sure |= {index for index, skeleton in perhaps if skeletons[skeleton] > 1}
    return sure | _counted(texts, numbers)


def _before(text: str) -> str:
    return re.split(_page(), text, maxsplit=1, flags=re.IGNORECASE)[0]


def _counted(texts: list[str], numbers: list[tuple[int, int]]) -> set[int]:
    """Bare numbers that stand alone and count up by one: at least three."""
    alone = [
        (index, value)
        for index, value in numbers
        if not texts[index - 1 if index else 0].strip() or not "".join(texts[index + 1 : index + 2])
    ]
    result: set[int] = set()
    run: list[tuple[int, int]] = []
    for each in [*alone, (len(texts), -1)]:
        if run and each[1] != run[-1][1] + 1:
            result |= {index for index, _ in run} if len(run) >= RETURNS else set()
            run = []
        run.append(each)
    return result


def _near(texts: list[str], number: int) -> list[int]:
    """The nearest lines with words before and behind a line, at most two lines away."""
    result = []
    for step in (-1, 1):
        near = number + step
        while 0 <= near < len(texts) and not texts[near] and abs(near - number) < 3:
            near += step
        if 0 <= near < len(texts) and texts[near]:
            result.append(near)
    return result


def _parted(texts: list[str], dropped: set[int]) -> set[int]:
    """Empty lines around dropped ones that part a sentence."""
    result: set[int] = set()
    for number in sorted(dropped):
        before, behind = number - 1, number + 1
        while before >= 0 and (not texts[before] or before in dropped):
            before -= 1
        while behind < len(texts) and (not texts[behind] or behind in dropped):
            behind += 1
        if before < 0 or behind >= len(texts) or behind - before > 12:
            continue
        open_end = not ENDED.search(texts[before]) and not texts[before].startswith(("#", "|"))
        if open_end and texts[behind][:1].islower() and not STRUCTURE.match(texts[behind]):
            result |= {each for each in range(before + 1, behind) if not texts[each]}
    return result
