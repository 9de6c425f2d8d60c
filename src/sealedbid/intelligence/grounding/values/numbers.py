"""Numbers of a text: with a unit, with a noun, in percent, as a part, as a place in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.numerals import NUMERAL, number_of
from sealedbid.intelligence.brief.values.riders import around, period_of, riders
from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import heads_at
from sealedbid.intelligence.grounding.values.units import period_behind, unit_at
from sealedbid.intelligence.vocabulary.calendar_words import either
from sealedbid.intelligence.vocabulary.folding import fold

YEARS = (1900, 2100)
LENGTH_BEFORE = (
    "after|within|in|for|than|of|least|most|nach|innerhalb|binnen|an|dans|en|sous|pendant|apres"
    "|de|durante|tras|despues de|na|voor|lasts?|takes?|dauert|dure|dura|duurt"
)
LENGTHS = ("hour", "day", "week", "month", "year", "minute", "second")
OF = r"\sout\sof(?:\severy)?|\sof|\svon|\sder|\sde(?:\scada)?|\svan|\sauf|\ssur|\sop|\sje"
THE = r"(?:(?:the|our|your|their|den|de|les|los|las|cada|every|each|unser\w{0,2})\s)?"
PART_OF = re.compile(
    rf"(?P<noun>{FILL}{{0,80}}(?:\s[a-z]+){{0,2}}?)(?P<of>\sin|{OF})\s{THE}"
    rf"(?P<whole>{NUMERAL}){FILL}{{0,80}}"
)
LARGEST_WHOLE = 1000  # of "one in five"
LABEL = re.compile(
    r"\b(?:priority|level|phase|stage|tier|class|category|section|chapter|part|step|type|lot|no\."
    r"|number|version|release|grade|group|zone|stufe|phase|klasse|kategorie|abschnitt|kapitel|teil"
    r"|schritt|nr\.?|prioritat|gruppe|stade|niveau|categorie|classe|etape|chapitre|priorite|prioridad"
    r"|nivel|fase|clase|categoria|capitulo|paso|numero|prioriteit|klasse|hoofdstuk|stap|deel|groep)\s$"
)
ONE_IN = re.compile(r"\been\sop\s(?:de|elke)\s(?P<whole>\d{1,3})")  # "een" is no number else
APART = (" of", " von", " der", " de", " van", " je")  # "two pages of 20 words" is no part
OF_BEHIND = re.compile(r"\sof\b")
COUNTED = re.compile(
    r"[\s-]?(?:[a-z-]{1,20}\s){0,2}(?!(?:is|was|has|does|this|us|its|as)\b)[a-z]{2,}s\b|\s?[%€$£]|[.,]?\d"
)
SPAN = re.compile(r"\s?(?:-|–|\s(?:to|bis|a|tot)\s)\s?|\s(?:to|bis|a|tot)\s")
CHANGED = re.compile(
    r"(?:r[io]se[sn]?|f[ae]ll(?:en|s)?|gr[eo]wn?|dropped|doubled|tripled|halved|climbed|went|gone|moved"
    r"|increas\w+|decreas\w+|declin\w+|shr[aiu]nk|cut|brought|stieg\w*|sank\w*|sink\w*|steig\w*|wuchs"
    r"|verdoppel\w+|pass\w+|augment\w+|diminu\w+|baiss\w+|doubl\w+|pas(?:o|aron|an)|subi\w+|baj\w+"
    r"|aument\w+|crec\w+|duplic\w+|steeg|stegen|daald\w+|daal\w+|groei\w+|zakt\w+)\b"
    r"[^.;|]{0,20}\b(?:from|von|de|van)\s$"
)
FALL = re.compile(r"\s(?:to|auf|naar|a|down to|jusqu'a|hasta)\s")
JOINED = ("and", "und", "et", "y", "en")
MOVED = ("auf", "naar")  # of what was one number and is another
BETWEEN = ("between", "zwischen", "entre", "tussen")
TO = r"(?:\s?-\s?|\s(?:to|and|bis|auf|und|a|au|et|y|tot|naar|en|or|oder|ou|o{})\s)"


@cache
def number_form(language: str) -> re.Pattern[str]:
    """A number, with its scale, and the end of a range."""
    scale = either(currencies().scales)
    to = TO.format("|of" if language == "nl" else "")
    one = rf"{NUMERAL}{FILL}{{0,80}}(?:[\s-]?(?:{scale})(?![a-z²³])\.?)?"
    return re.compile(rf"(?<![\w.,/#]){one}(?:{to}{one})?")


@cache
def single_form(language: str) -> re.Pattern[str]:
    """The article before a unit where it is a length: "after a year"."""
    return re.compile(rf"\b(?:{LENGTH_BEFORE})\s(?P<one>an?|ein|eine[mnrs]?|une?|una?|een)\s")


@cache
def one_form() -> re.Pattern[str]:
    """One number of a match, with its scale."""
    scale = either(currencies().scales)
    return re.compile(
        rf"(?P<number>{NUMERAL}){FILL}{{0,80}}(?P<scale>[\s-]?(?:{scale})(?![a-z²³])\.?)?"
    )


def find_numbers(text: str, shadow: str, language: str) -> list[Value]:
    """The numbers of ``shadow``; both ends of "8% to 11%" are those of a range."""
    found = [*_in_text(text, shadow, language)]
    for at, (one, other) in enumerate(pairwise(found)):
        between = shadow[one.end : other.start]
        same = (one.kind, one.unit) == (other.kind, other.unit) and one.unit not in ("", "year of")
        is_to = same and one.number < other.number and SPAN.fullmatch(between)
        if is_to and not (one.is_range or _is_change(fold(text), one.start)):
            found[at] = replace(one, is_range=True)
            found[at + 1] = replace(other, is_range=True, is_upper=True)
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
    for match in ONE_IN.finditer(shadow) if language == "nl" else ():
        yield Value(
            kind="number",
            start=match.start(),
            end=match.start() + 3,
            words=text[match.start() : match.end()],
            number=Decimal(1),
            part_of=match["whole"],
        )
    for match in single_form(language).finditer(shadow):
        unit, working, end = unit_at(shadow, match.end() - 1, language)
        if unit in LENGTHS:
            yield Value(
                kind="length",
                start=match.start("one"),
                end=end,
                words=text[match.start("one") : end],
                number=Decimal(1),
                unit=unit,
                working=working,
                bound=bound_at(shadow, match.start("one"), end, language),
            )


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
    is_range = len(ends) > 1 and _is_range(ends, numbers, shadow, folded)
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
            is_upper=is_range and last,
            per=per,
            working=working,
            bound=bound if one is ends[0] or not is_range else "",
            heads=() if is_year else heads,
            part_of=_part_of(shadow, behind, number, language) if last and is_part else "",
        )


def _is_range(ends: list[re.Match[str]], numbers: list[Decimal], shadow: str, folded: str) -> bool:
    """True for "2 to 3" and "between 2 and 3", not for "2 and 3"."""
    if numbers[0] >= numbers[1]:
        return False
    start = ends[0].start()
    between = shadow[ends[0].end() : ends[1].start()].strip(f" {FILL}")
    if between in MOVED or _is_change(folded, start):
        return False
    if between in JOINED:
        return shadow[max(0, start - 12) : start].rstrip().endswith(BETWEEN)
    return True


def _is_change(folded: str, start: int) -> bool:
    """True behind a word for a change: "rose from 31 to 62" has two numbers, and no range."""
    return CHANGED.search(folded, max(0, start - 44), start) is not None


def _part_of(shadow: str, end: int, number: Decimal, language: str) -> str:
    """The number of the whole, behind "two of the four" and "one visitor in five"."""
    found = PART_OF.match(shadow, end)
    if found is None:
        return ""
    whole = number_of(found["whole"], language, scaled=False)
    is_in = found["of"] == " in"
    if whole <= (number if is_in else 0) or (is_in and language != "en"):
        return ""
    if found["noun"].strip(f"{FILL} ") and found["of"] in APART:
        return ""
    is_apart = bool(found["noun"].strip(f"{FILL} "))
    if is_in and (
        OF_BEHIND.match(shadow, found.end())
        or whole > LARGEST_WHOLE
        or (is_apart and COUNTED.match(shadow, found.end()))
    ):
        return ""  # "five people in 20 weeks"
    return f"{whole.normalize():f}"


def _number(one: re.Match[str], language: str) -> Decimal:
    scales = currencies().scales
    word = (one["scale"] or "").strip(" -.")
    power = scales.get(word, 0)
    return number_of(one["number"], language, scaled=power > 0).scaleb(power).normalize()


def _is_year(written: str, number: Decimal) -> bool:
    return len(written) == 4 and written.isdigit() and YEARS[0] <= number <= YEARS[1]
