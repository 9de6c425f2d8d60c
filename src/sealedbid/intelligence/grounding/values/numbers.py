"""Numbers of a text: with a unit, with a noun, in percent, as a part, as a place in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.numerals import NUMERAL, number_of
from sealedbid.intelligence.brief.values.riders import around, period_of, riders
from sealedbid.intelligence.grounding.values.articles import find_single
from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import heads_at
from sealedbid.intelligence.grounding.values.ranges import is_range, with_ranges
from sealedbid.intelligence.grounding.values.units import period_behind, unit_at
from sealedbid.intelligence.grounding.values.wholes import find_parts, part_of
from sealedbid.intelligence.vocabulary.calendar_words import either
from sealedbid.intelligence.vocabulary.folding import fold

YEARS = (1900, 2100)
LABEL = re.compile(
    r"\b(?:priority|level|phase|stage|tier|class|category|section|chapter|part|step|type|lot|no\."
    r"|number|version|release|grade|group|zone|stufe|phase|klasse|kategorie|abschnitt|kapitel|teil"
    r"|schritt|nr\.?|prioritat|gruppe|stade|niveau|categorie|classe|etape|chapitre|priorite|prioridad"
    r"|nivel|fase|clase|categoria|capitulo|paso|numero|prioriteit|klasse|hoofdstuk|stap|deel|groep)\s$"
)
FALL = re.compile(r"\s(?:to|auf|naar|a|down to|jusqu'a|hasta)\s")
TO = r"(?:\s?-\s?|\s(?:to|and|bis|auf|und|a|au|et|y|tot|naar|en|or|oder|ou|o{})\s)"


@cache
def number_form(language: str) -> re.Pattern[str]:
    """A number, with its scale, and the end of a range."""
    scale = either(currencies().scales)
    to = TO.format("|of" if language == "nl" else "")
    one = rf"{NUMERAL}{FILL}{{0,80}}(?:[\s-]?(?:{scale})(?![a-z²³])\.?)?"
    return re.compile(rf"(?<![\w.,/#]){one}(?:{to}{one})?")


@cache
def one_form() -> re.Pattern[str]:
    """One number of a match, with its scale."""
    scale = either(currencies().scales)
    return re.compile(
        rf"(?P<number>{NUMERAL}){FILL}{{0,80}}(?P<scale>[\s-]?(?:{scale})(?![a-z²³])\.?)?"
    )


def find_numbers(text: str, shadow: str, language: str) -> list[Value]:
    """The numbers of ``shadow``: folded text with digits for words, other values blanked."""
    found = with_ranges([*_in_text(text, shadow, language)], shadow, fold(text))
    found += find_parts(text, shadow, language)
    found += find_single(text, shadow, language)
    return found


def _in_text(text: str, shadow: str, language: str) -> Iterator[Value]:
    """The numbers of ``shadow``: folded text with digits for words, other values blanked."""
    before: Value | None = None
    folded = fold(text)
    for match in number_form(language).finditer(shadow):
        for value in _of(match, text, (shadow, folded), language):
            between = shadow[before.end : value.start] if before else ""
            bare = not (value.unit or value.heads)
            if before and before.kind == "length" and bare and FALL.fullmatch(between):
                before = replace(value, kind="length", unit=before.unit)
            else:
                before = value
            yield before


def _of(match: re.Match[str], text: str, both: tuple[str, str], language: str) -> Iterator[Value]:
    shadow, folded = both
    ends = list(one_form().finditer(shadow, match.start(), match.end()))
    numbers = [_number(one, language) for one in ends]
    unit, working, behind = unit_at(shadow, match.end(), language)
    bound = bound_at(shadow, match.start(), behind, language)
    known = riders(language)
    per = period_of(around(shadow, match.start(), behind), known) or ""
    per = per or period_behind(shadow, behind, known)
    is_label = LABEL.search(shadow, max(0, match.start() - 14), match.start()) is not None
    many = numbers[-1] > 1
    is_part = unit in ("", "percent")
    heads = () if unit or is_label else heads_at(text, behind, language, many)
    ranged = len(ends) > 1 and is_range(ends, numbers, shadow, folded)
    for one, number in zip(ends, numbers, strict=True):
        last = one is ends[-1]
        is_year = not unit and _is_year(one["number"], number)
        shared = unit if last or ranged or not is_year else ""
        yield Value(
            kind="percentage" if shared == "percent" else "length" if shared else "number",
            start=one.start(),
            end=behind if last else one.end(),
            words=text[one.start() : behind if last else one.end()].strip(" -"),
            number=number,
            unit="%" if shared == "percent" else "year of" if is_year else shared,
            is_range=ranged,
            is_upper=ranged and last,
            per=per,
            working=working,
            bound=bound if one is ends[0] or not ranged else "",
            heads=() if is_year else heads,
            part_of=part_of(shadow, behind, number, language) if last and is_part else "",
        )


def _number(one: re.Match[str], language: str) -> Decimal:
    scales = currencies().scales
    word = (one["scale"] or "").strip(" -.")
    power = scales.get(word, 0)
    return number_of(one["number"], language, scaled=power > 0).scaleb(power).normalize()


def _is_year(written: str, number: Decimal) -> bool:
    return len(written) == 4 and written.isdigit() and YEARS[0] <= number <= YEARS[1]
