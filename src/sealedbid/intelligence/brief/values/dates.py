"""Finding dates in a run of words, as they are written: year and order may still be open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sealedbid.intelligence.brief.values.calendar_words import calendar_words
from sealedbid.intelligence.brief.values.date_forms import date_forms
from sealedbid.intelligence.brief.values.folding import fold
from sealedbid.intelligence.brief.values.zones import zone_at

DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]{2,}")
BETWEEN = re.compile(
    r"\b(?:between|from|zwischen|vom|von|entre|du|del|desde|tussen|van)\s[^.;]{0,24}$"
)

FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date in ``text[start:end]``.

    ``numbers`` are two of which it is open which one is the day, ``mark`` stands between them.
    ``last`` is (year, month, day) of a span's end, the year 0 where none is said. ``vague``: no day
    is said, only the month ("month") or its end ("end"); or only a weekday ("weekday").
    """

    start: int
    end: int
    year: int | None = None
    month: int = 0
    day: int = 0
    last: tuple[int, int, int] | None = None
    weekday: int | None = None
    numbers: tuple[int, int] | None = None
    mark: str = ""
    vague: Literal["", "month", "end", "weekday"] = ""
    clock: str = ""
    zone: str = ""


def find_dates(text: str) -> tuple[Written, ...]:
    """The dates in ``text``, in its order."""
    folded = fold(text)
    found: list[Written] = []
    for form in _forms_for(folded):
        for match in form.finditer(folded):
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
    base = Written(start=start, end=_trimmed(folded, match.end()), weekday=_weekday(part.get("w")))
    year = _year(part.get("y"))
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return
    if part.get("alone"):
        yield replace(
            base, start=match.start("alone"), weekday=_weekday(part["alone"]), vague="weekday"
        )
    elif part.get("a"):
        numbers = (int(part["a"]), int(part["b"]))
        if _may_be_date(numbers):
            yield replace(base, year=year, numbers=numbers, mark=part["s"])
    elif part.get("m"):
        month, day = int(part["m"]), int(part["d"])
        if _exists(year, month, day):
            yield replace(base, year=year, month=month, day=day, clock=part["clock"] or "",
                          zone=part["zone"] or zone_at(folded, match.end())[0] or "")  # fmt: skip
    elif part.get("nth"):
        yield from _nth(base, part)
    elif part.get("d") is None:
        if part["mon"]:
            vague: Literal["end", "month"] = "end" if part.get("end") else "month"
            if year or not _is_a_word(part["mon"], text, match.start("mon")):
                yield replace(base, year=year, month=_month(part["mon"]), vague=vague)
    elif year or not _is_a_word(part.get("mon") or part["mon2"], text, _at(match)):
        yield from _days(base, part, year, folded, match)


def _days(
    base: Written, part: dict[str, str | None], year: int | None, folded: str, match: re.Match[str]
) -> Iterator[Written]:
    """One day, a span of days, or two single days ("on 3 and 17 May")."""
    month = _month(part.get("mon") or part.get("mon2"))
    day = _day(part["d"])
    second = part.get("d2")
    first_year = _year(part.get("y1")) or year
    if not _exists(first_year, month, day):
        return
    if second is None:
        yield replace(base, year=year, month=month, day=day)
        return
    last = (_month(part.get("mon2")) or month, int(second))
    if not _exists(year, *last):
        return
    apart = part.get("and") and last != (month, day + 1)
    if apart and BETWEEN.search(folded, max(0, match.start() - 40), match.start() + 1) is None:
        middle = match.start("and")
        yield replace(base, end=middle - 1, year=first_year, month=month, day=day)
        yield replace(base, start=match.start("d2"), year=year, month=last[0], day=last[1],
                      weekday=_weekday(part.get("w2")))  # fmt: skip
    elif last > (month, day) or (first_year and year and year > first_year):
        yield replace(base, year=first_year, month=month, day=day, last=(year or 0, *last))


def _nth(base: Written, part: dict[str, str | None]) -> Iterator[Written]:
    year, month = int(part["y"] or 0), _month(part["mon"])
    same = [
        day
        for day in range(1, 32)
        if _exists(year, month, day) and date(year, month, day).weekday() == base.weekday
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


def _month(name: str | None) -> int:
    return calendar_words().months[name.rstrip(".")] if name else 0


def _weekday(name: str | None) -> int | None:
    return calendar_words().weekdays[name] if name else None


def _day(words: str | None) -> int:
    return int(words) if words and words.isdigit() else calendar_words().days[words or ""]


def _year(words: str | None) -> int | None:
    if not words:
        return None
    year = int(words.strip("'"))
    return year + 2000 if year < 100 else year


def _may_be_date(numbers: tuple[int, int]) -> bool:
    low, high = sorted(numbers)
    return 1 <= low <= 12 and high <= 31


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True
