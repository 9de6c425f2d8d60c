"""Numbers of a text: with a unit, with a noun, in percent, as a part, as a place in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.numerals import NUMERAL, number_of
from sealedbid.intelligence.brief.values.riders import around, period_of, riders
from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import heads_at
from sealedbid.intelligence.grounding.values.units import unit_at
from sealedbid.intelligence.vocabulary.calendar_words import either

YEARS = (1900, 2100)
JOINED = ("and", "und", "et", "y", "en")
BETWEEN = ("between", "zwischen", "entre", "tussen")
TO = r"(?:\s?-\s?|\s(?:to|and|bis|und|a|au|et|y|tot|en|or|oder|ou|o|of)\s)"


@cache
def number_form() -> re.Pattern[str]:
    """A number, with its scale, and the end of a range."""
    scale = either(currencies().scales)
    one = rf"{NUMERAL}{FILL}{{0,80}}(?:[\s-]?(?:{scale})(?![a-z])\.?)?"
    return re.compile(rf"(?<![\w.,/#]){one}(?:{TO}{one})?")


ONE = re.compile(rf"(?P<number>{NUMERAL}){FILL}{{0,80}}(?P<scale>[\s-]?[a-z]+\.?)?")


def find_numbers(text: str, shadow: str, language: str) -> Iterator[Value]:
    """The numbers of ``shadow``: folded text with digits for words, other values blanked."""
    for match in number_form().finditer(shadow):
        yield from _of(match, text, shadow, language)


def _of(match: re.Match[str], text: str, shadow: str, language: str) -> Iterator[Value]:
    ends = list(ONE.finditer(shadow, match.start(), match.end()))
    numbers = [_number(one, language) for one in ends]
    unit, working, behind = unit_at(shadow, match.end(), language)
    bound = bound_at(shadow, match.start(), behind, language)
    known = riders(language)
    per = period_of(around(shadow, match.start(), behind), known) or ""
    heads = heads_at(text, behind, language) if unit != "percent" else ()
    is_range = len(ends) > 1 and _is_range(ends, numbers, shadow)
    for one, number in zip(ends, numbers, strict=True):
        last = one is ends[-1]
        is_year = not unit and _is_year(one["number"], number)
        shared = unit if last or is_range or not is_year else ""
        yield Value(
            kind="percentage" if shared == "percent" else "length" if shared else "number",
            start=one.start(),
            end=behind if last else one.end(),
            words=text[one.start() : behind if last else one.end()].strip(" -"),
            number=number,
            unit="%" if shared == "percent" else "year of" if is_year else shared,
            is_range=is_range,
            per=per,
            working=working,
            bound=bound if one is ends[0] or not is_range else "",
            heads=() if is_year else heads,
        )


def _is_range(ends: list[re.Match[str]], numbers: list[Decimal], shadow: str) -> bool:
    """True for "2 to 3" and "between 2 and 3", not for "2 and 3"."""
    if numbers[0] >= numbers[1]:
        return False
    start = ends[0].start()
    between = shadow[ends[0].end() : ends[1].start()].strip(f" {FILL}")
    if between in JOINED:
        return shadow[max(0, start - 12) : start].rstrip().endswith(BETWEEN)
    return True


def _number(one: re.Match[str], language: str) -> Decimal:
    scales = currencies().scales
    word = (one["scale"] or "").strip(" -.")
    power = scales.get(word, 0)
    return number_of(one["number"], language, scaled=power > 0).scaleb(power).normalize()


def _is_year(written: str, number: Decimal) -> bool:
    return len(written) == 4 and written.isdigit() and YEARS[0] <= number <= YEARS[1]
