"""Find what the columns of a table are, by the words of their headers in five languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, TypeAlias, get_args

from sealedbid.intelligence.vocabulary.patterns import pattern

Role: TypeAlias = Literal[
    "id",
    "requirement",
    "description",
    "level",
    "date",
    "amount",
    "total",
    "answer",
    "question",
    "event",
    "criterion",
    "weight",
    "other",
]
Level: TypeAlias = Literal["must", "should", "may", "none"]

TIDY = re.compile(r"^[\W_]+(?=\w)|[\s:.*_?]+$")
ASIDE = re.compile(r"\s*\([^()]{0,60}\)\s*$")
VALUE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[$€£₹]\s?\d|\d[\d.,]{2,}|\b20\d\d\b|@")
LONGEST_HEADER = 60  # characters of a header's cell


@lru_cache(maxsize=2048)
def role(header: str) -> Role | None:
    """The role of a column with that header; None for one that is not known."""
    words = tidy(header)
    if not words or len(words) > LONGEST_HEADER:
        return "id" if header.strip() in {"#", "№"} else None
    for form in (words, ASIDE.sub("", words)):
        for name, known in _roles():
            if known.fullmatch(form):
                return name
    return None


def is_header(rows: Sequence[Sequence[str]], *, marked: bool) -> bool:
    """True if the first of ``rows`` names the columns. ``marked``: the text sets it apart.

    Markdown has no table without a head: a table of labels and values begins with one that is none.
    """
    first = rows[0]
    named = [cell for cell in first if cell.strip()]
    if not named:
        return marked
    known = sum(role(cell) is not None or level(cell) is not None for cell in named)
    if any(VALUE.search(cell) and role(cell) is None for cell in named):
        return False
    if max(map(len, named)) > 2 * LONGEST_HEADER:
        return False
    if known == len(named) or len(rows) < 2:
        return known == len(named) and (marked or len(rows) > 1)
    if len(first) == 2 and is_field(first[0]) and role(first[1]) is None:
        return False
    return marked or 2 * known >= len(named)


def level(words: str) -> Level | None:
    """The level that a cell, a mark or a heading names: must, should, may, none."""
    tidied = tidy(words).strip("[]() ")
    if not tidied or len(tidied) > LONGEST_HEADER:
        return None
    for form in (tidied, ASIDE.sub("", tidy(words))):
        for name, known in _levels():
            if known.fullmatch(form):
                return name
    return None


def is_set(cell: str) -> bool:
    """True if a cell is only a mark: a cross, a tick."""
    return _marks().fullmatch(cell.strip()) is not None


def is_field(words: str) -> bool:
    """True if ``words`` label a single fact: "Deadline", "Contact"."""
    return _fields().fullmatch(tidy(words)) is not None


def tidy(words: str) -> str:
    """``words`` without the marks around them, in one case."""
    return TIDY.sub("", " ".join(words.split())).strip().casefold()


@cache
def _roles() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((name, pattern("columns", name)) for name in get_args(Role))


@cache
def _levels() -> tuple[tuple[Level, re.Pattern[str]], ...]:
    return tuple((name, pattern("levels", name)) for name in get_args(Level))


@cache
def _marks() -> re.Pattern[str]:
    return pattern("marks", "set")


@cache
def _fields() -> re.Pattern[str]:
    return pattern("fields", "any")
