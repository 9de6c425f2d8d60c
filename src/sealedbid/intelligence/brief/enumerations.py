"""Enumerations in a sentence: their parts, a short heading of each, and its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sealedbid.intelligence.vocabulary.patterns import longest, pattern

COLON = re.compile(r"[:：]\s+")
NUMBERED = re.compile(r"(?:^|(?<=[\s;,]))\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
SEMICOLON = re.compile(r";\s+")
COMMA = re.compile(r",\s+(?=[^\W\d])")
PAREN = re.compile(r"\s*\(([^()]{2,200})\)")
NUMBER = re.compile(r"^[\W\d_]*(?:[A-Za-z][.)]\s+)?(?=\w)")
LONGEST = 7  # words of a heading


def enumerated(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The parts of an enumeration behind ``start``; none where fewer than two are there."""
    colon = COLON.search(text, max(0, start - 2))
    begin = colon.end() if colon and len(text[start : colon.start()].split()) <= 8 else start
    end = len(text.rstrip(" .;"))
    numbers = list(NUMBERED.finditer(text, begin, end))
    if len(numbers) > 1:
        stops = [match.start() for match in numbers[1:]] + [end]
        parts = [(match.end(), stop) for match, stop in zip(numbers, stops, strict=True)]
    elif SEMICOLON.search(text, begin, end):
        parts = _split(text, begin, end, SEMICOLON)
    else:
        parts = _split(text, begin, end, COMMA)
        if colon is None and not _is_list(text, parts):
            return
        head, tail = parts[-1]
        last = _last().search(text, head, tail)
        if last and last.start() > head:
            parts[-1:] = [(head, last.start()), (last.end(), tail)]
    restricts = pattern("contents", "restricts")
    trimmed = [
        each
        for part in parts
        if (each := _trimmed(text, *part)) and not restricts.match(text, *each)
    ]
    if len(trimmed) > 1 and all(len(text[one:two].split()) <= 60 for one, two in trimmed):
        yield from trimmed


def _is_list(text: str, parts: list[tuple[int, int]]) -> bool:
    """True if parts without a colon before them are things: each begins as a noun does."""
    opening = pattern("contents", "determiner")
    noun = all(opening.match(text, *part) for part in parts)
    return len(parts) > 1 and noun


def short_heading(text: str) -> str:
    """A heading for a thing that is asked: its noun, without article, number or conditions."""
    whole = NUMBER.sub("", " ".join(text.split()), count=1)
    words = whole[longest("contents", "opening", whole) :] or whole
    found = _said().split(words, maxsplit=1)[0].strip(" .:;,*_–—-") or words
    parts = found.split()
    short = " ".join(parts[:LONGEST]).strip(" .:;,")
    return short[:1].upper() + short[1:]


def conditions(text: str) -> tuple[str, ...]:
    """Find what a thing's words say of it beyond its heading, part by part."""
    words = _behind().sub("", " ".join(text.split()))
    said = _said().search(words, longest("contents", "opening", words))
    if said is None:
        return ()
    aside = [match[1] for match in PAREN.finditer(words, said.start())]
    rest = PAREN.sub("", words[said.start() :]).strip(" ,;:–—-")
    parts = [part.strip(" ,") for part in _boundary().split(rest)]
    return tuple(part for part in (*aside, *parts) if part)


def _split(text: str, begin: int, end: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    parts = []
    for match in mark.finditer(text, begin, end):
        parts.append((begin, match.start()))
        begin = match.end()
    return [*parts, (begin, end)]


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int] | None:
    joined = _before().match(text, begin, end)
    begin = joined.end() if joined else begin
    behind = _behind().search(text, begin, end)
    end = behind.start() if behind else end
    return (begin, end) if any(map(str.isalnum, text[begin:end])) else None


def _joins() -> str:
    return pattern("contents", "joins").pattern


@cache
def _last() -> re.Pattern[str]:
    """The word before the last part of an enumeration."""
    return re.compile(rf",?\s+(?:{_joins()})\s+", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"[\s,;]*(?:(?:{_joins()})\s+)?", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,;.]|\s(?:{_joins()})(?!\w))+$", re.IGNORECASE)


@cache
def _said() -> re.Pattern[str]:
    """Find where the thing ends and what is said of it begins."""
    said = pattern("contents", "said").pattern
    return re.compile(rf"\s*[,;:(]\s*|\s+[–—]\s+|\s-\s|\s+(?:{said})\b", re.IGNORECASE)


@cache
def _boundary() -> re.Pattern[str]:
    """Find where one condition ends and the next begins: never within a date or an enumeration."""
    further = pattern("contents", "further").pattern
    return re.compile(rf",\s+(?=(?:{further})\b)|;\s+|\.\s+", re.IGNORECASE)
