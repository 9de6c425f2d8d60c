"""All values of a text, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.number_words import digits_for_words
from sealedbid.intelligence.brief.values.sums import find_sums
from sealedbid.intelligence.grounding.values.bounds import bound_at
from sealedbid.intelligence.grounding.values.cents import find_cents
from sealedbid.intelligence.grounding.values.codes import find_codes
from sealedbid.intelligence.grounding.values.dates import find_days
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import noun
from sealedbid.intelligence.grounding.values.numbers import find_numbers
from sealedbid.intelligence.grounding.values.places import find_places
from sealedbid.intelligence.grounding.values.portions import find_portions
from sealedbid.intelligence.grounding.values.times import find_times
from sealedbid.intelligence.grounding.values.units import unit_of
from sealedbid.intelligence.vocabulary.folding import fold

LONGEST = 4000  # characters that are read at once
PERCENT = re.compile(r"\bpor ?ciento\b|\bpour ?cent\b", re.IGNORECASE)
# "six two-week sprints": two numbers, which are no longer one run of words.
PARTED = re.compile(
    r"(?<=[a-z]) (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)-[a-z])"
)
PER_ONE = re.compile(r"\s(?:an?|each|for each|for every)\s(?!further|month|year)([a-z]{3,20})\b")
FROM = re.compile(
    r"(?:^|[\s:;(])(?:(?:starts? |starting )?from|ab|a partir de|des|desde|vanaf)\s(?:only\s)?"
    r"(?:[€$£]|[a-z]{3})?\s?$"
)
UP_TO = re.compile(r"[^.;]{0,40}?\b(?:to|up to|bis|auf|a|au|hasta|tot|naar)\b")
DUTCH_TEN = re.compile(r"\bten\b", re.IGNORECASE)


def find_values(text: str, language: str) -> tuple[Value, ...]:
    """The values of ``text``, in its order. A long text is read in pieces."""
    return tuple(
        replace(one, start=one.start + start, end=one.end + start)
        for start, end in _pieces(text)
        for one in _in_piece(text[start:end], language)
    )


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut behind a space: the readers compare each value with those found before it."""
    start = 0
    while len(text) - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = cut + 1 if cut > start else start + LONGEST
        yield start, end
        start = end
    yield start, len(text)


def _in_piece(text: str, language: str) -> tuple[Value, ...]:
    """The values of a piece. The first reader that takes a place keeps it."""
    shadow = _shadow(text, language)
    found = [*find_codes(text)]
    shadow = _without(shadow, found)
    money = _sums(text, shadow, language)
    money += find_cents(text, _without(shadow, money), language)
    found += money
    found += find_days(rest := _without(text, found), fold(rest), language)
    rest, shadow = fold(_without(text, found)), _without(shadow, found)
    portions = [*find_portions(text, rest, language)]
    rest, shadow = _without(rest, portions), _without(shadow, portions)
    times = find_times(text, rest, shadow, language)
    rest, shadow = _without(rest, times), _without(shadow, times)
    places = [*find_places(text, rest, language)]
    found += [*portions, *times, *places]
    found += find_numbers(text, _without(shadow, places), language)
    return tuple(sorted(found, key=lambda one: one.start))


def _shadow(text: str, language: str) -> str:
    """Fold the text and put digits for number words, but for words that only look like some."""
    blanked = PERCENT.sub(lambda found: "%".ljust(len(found[0])), text)
    shadow = digits_for_words(PARTED.sub(";", blanked), language)
    if language == "nl":
        for found in DUTCH_TEN.finditer(text):
            shadow = f"{shadow[: found.start()]}ten{shadow[found.end() :]}"
    return shadow


def _without(text: str, values: list[Value]) -> str:
    """Blank the values: what stands there is read already."""
    signs = list(text)
    for one in values:
        signs[one.start : one.end] = "|" * (one.end - one.start)
    return "".join(signs)


def _per_one(shadow: str, end: int, language: str) -> str:
    """The noun of "$60 an order", "5 cents a word"."""
    found = PER_ONE.match(shadow, end) if language == "en" else None
    return unit_of(noun(found[1], language)) if found else ""


def _is_least(shadow: str, start: int, end: int, language: str) -> bool:
    """True for "from $500": the least of a price, where nothing says up to which."""
    found = FROM.search(shadow, max(0, start - 24), start)
    return found is not None and UP_TO.match(shadow, end) is None


def _sums(text: str, shadow: str, language: str) -> list[Value]:
    found: list[Value] = []
    for one in find_sums(shadow, language):
        value = one.read.value
        if not one.shown or value is None or value.currency is None:
            continue
        digits = currencies().minor_digits(value.currency)
        ends = [value.minor] + ([value.upper_minor] if value.upper_minor is not None else [])
        start, end = one.read.start, one.read.end
        bound = bound_at(shadow, start, end, language)
        per = unit_of(value.per) if value.per else _per_one(shadow, end, language)
        if not bound and len(ends) == 1 and _is_least(shadow, start, end, language):
            bound = "least"
        for minor in ends:
            found.append(
                Value(
                    kind="money",
                    start=start,
                    end=end,
                    words=text[start:end].strip(),
                    number=Decimal(minor).scaleb(-digits).normalize(),
                    unit=value.currency,
                    is_range=len(ends) > 1,
                    is_upper=len(ends) > 1 and minor is ends[-1],
                    per=per,
                    tax=value.tax or "",
                    bound=bound,
                )
            )
    return found
