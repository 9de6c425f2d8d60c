"""Finding dates in a run of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from sealedbid.intelligence.brief.values.date_forms import date_forms
from sealedbid.intelligence.brief.values.date_parts import (
    day_said,
    is_day,
    may_be_date,
    month_named,
    weekday_named,
    year_said,
)
from sealedbid.intelligence.brief.values.written import Written
from sealedbid.intelligence.brief.values.zones import zone_at
from sealedbid.intelligence.vocabulary.calendar_words import calendar_words
from sealedbid.intelligence.vocabulary.folding import fold

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]{2,}")
BETWEEN = re.compile(
    r"\b(?:between|from|zwischen|vom|von|entre|du|del|desde|tussen|van)\s[^.;]{0,24}$"
)
GLUED = re.compile(r"[-/_][a-z]+(?![a-z]*\s?\d{1,2}[:h])|[-/_]\d")
NAMED = re.compile(
    r"(?:\bref|\breference|\bno|\bnr|\bnumber|\bnum|\bn[o\u00b0\u00ba]|#|\bkenmerk|\baktenzeichen|\baz"
    r"|\bnummer|\bnumero|\bexp(?:edient|te)?e?|\bvergabenummer)\.?\s?:?\s?(?:[a-z]{0,6}[-/ ]?)$"
    r"|[a-z][-/_]$"
)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def find_dates(text: str) -> tuple[Written, ...]:
    """The dates in ``text``, in its order."""
    folded = fold(text)
    found: list[Written] = []
    for form in _forms_for(folded):
        for match in form.finditer(folded):
            if _is_reference(match, folded):
                continue
            for written in _written(match, folded, text):
                if all(written.end <= one.start or one.end <= written.start for one in found):
                    found.append(written)
    return tuple(sorted(found, key=lambda each: each.start))


def _forms_for(folded: str) -> tuple[re.Pattern[str], ...]:
    """The forms that may be in the text: those with names only where such a name is in it."""
    words = set(WORD.findall(folded))
    return date_forms(
        digits=DIGIT.search(folded) is not None,
        months=not words.isdisjoint(calendar_words().months),
        weekdays=not words.isdisjoint(calendar_words().weekdays),
    )


def _written(match: re.Match[str], folded: str, text: str) -> Iterator[Written]:
    part = match.groupdict()
    start = match.start("short") if part.get("short") and not part.get("w") else match.start()
    base = Written(
        start=start, end=_trimmed(folded, match.end()), weekday=weekday_named(part.get("w"))
    )
    year = year_said(part.get("y"))
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return
    if part.get("alone"):
        yield replace(
            base, start=match.start("alone"), weekday=weekday_named(part["alone"]), vague="weekday"
        )
    elif part.get("a"):
        numbers = (int(part["a"]), int(part["b"]))
        if may_be_date(numbers):
            yield replace(base, year=year, numbers=numbers, mark=part["s"])
    elif part.get("m"):
        month, day = int(part["m"]), int(part["d"])
        if is_day(year, month, day):
            yield replace(base, year=year, month=month, day=day, clock=part["clock"] or "",
                          zone=part["zone"] or zone_at(folded, match.end())[0] or "")  # fmt: skip
    elif part.get("nth"):
        yield from _nth(base, part)
    elif part.get("d") is None:
        if part["mon"]:
            vague: Literal["end", "month"] = "end" if part.get("end") else "month"
            if year or not _is_a_word(part["mon"], text, match.start("mon")):
                yield replace(base, year=year, month=month_named(part["mon"]), vague=vague)
    elif year or not _is_a_word(part.get("mon") or part["mon2"], text, _at(match)):
        yield from _days(base, part, year, folded, match)


def _days(
    base: Written, part: dict[str, str | None], year: int | None, folded: str, match: re.Match[str]
) -> Iterator[Written]:
    """One day, a span of days, or two single days ("on 3 and 17 May")."""
    month = month_named(part.get("mon") or part.get("mon2"))
    day = day_said(part["d"])
    second = part.get("d2")
    first_year = year_said(part.get("y1")) or year
    if not is_day(first_year, month, day):
        return
    if second is None:
        yield replace(base, year=year, month=month, day=day)
        return
    last = (month_named(part.get("mon2")) or month, int(second))
    if not is_day(year, *last):
        return
    apart = part.get("and") and last != (month, day + 1)
    if apart and BETWEEN.search(folded, max(0, match.start() - 40), match.start() + 1) is None:
        middle = match.start("and")
        yield replace(base, end=middle - 1, year=first_year, month=month, day=day)
        yield replace(base, start=match.start("d2"), year=year, month=last[0], day=last[1],
                      weekday=weekday_named(part.get("w2")))  # fmt: skip
    elif last > (month, day) or (first_year and year and year > first_year):
        yield replace(base, year=first_year, month=month, day=day, last=(year or 0, *last))


def _is_reference(match: re.Match[str], folded: str) -> bool:
    """True for "ref 2027/03/04-A", "No. 12/03/2027": a number that a document goes by."""
    part = match.groupdict()
    if not (part.get("m") or part.get("a")):
        return False
    glued = GLUED.match(folded, match.end()) is not None
    return glued or NAMED.search(folded[max(0, match.start() - 24) : match.start()]) is not None


def _nth(base: Written, part: dict[str, str | None]) -> Iterator[Written]:
    year, month = int(part["y"] or 0), month_named(part["mon"])
    same = [
        day
        for day in range(1, 32)
        if is_day(year, month, day) and date(year, month, day).weekday() == base.weekday
    ]
    number = calendar_words().nth[part["nth"] or ""]
    yield replace(base, year=year, month=month, day=same[number - 1 if number > 0 else -1])


def _is_a_word(name: str | None, text: str, at: int) -> bool:
    """Tell "section 3 may" from "3 May": a month that is a word, written small."""
    plain = (name or "").rstrip(".")
    return plain in calendar_words().words_too and not text[at : at + 1].isupper()


def _at(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return match.start("mon") if groups.get("mon") else match.start("mon2")


def _trimmed(folded: str, end: int) -> int:
    while folded[end - 1] in " .,":
        end -= 1
    return end
