"""The values that slots stand for: prices, dates, names and measures, from rows and facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from babel.dates import format_date

from sealedbid.intelligence.brief.facts.models import Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Amount, Moment
from sealedbid.intelligence.vocabulary.loading import LANGUAGES
from sealedbid.intelligence.writer.composer.amounts import quantity
from sealedbid.intelligence.writer.composer.desk import WORLD, Desk, Numbered
from sealedbid.intelligence.writer.composer.prices.checks import taxed, written
from sealedbid.intelligence.writer.composer.prices.labor import TRAVEL_LABEL
from sealedbid.intelligence.writer.composer.words import slug
from sealedbid.intelligence.writer.models import Line
from sealedbid.intelligence.writer.prose.slots import Value

LONGEST_MEASURE = 24  # words
DATES: tuple[tuple[FactKind, str, str], ...] = (
    ("start", "date.start", "the first day of the work"),
    ("deadline", "date.deadline", "the day on which replies are due"),
    ("questions_until", "date.questions", "the last day for questions"),
)
_BOUND = (
    r"(?:at least|at most|up to|no (?:more|less|fewer|later) than|within|under|over|below|above"
    r"|about|less than|more than|not? exceeding|mindestens|höchstens|bis zu|innerhalb von|unter"
    r"|über|au moins|au plus|jusqu'à|moins de|plus de|al menos|como máximo|hasta|menos de|más de"
    r"|minstens|hoogstens|tot|binnen|minder dan|meer dan)"
)
_NUMBER = re.compile(rf"(?:\b{_BOUND} )?(?:[<>≤≥]\s?)?\d[\d.,:]*", re.IGNORECASE)
_END = re.compile(r"[;:!?]|,(?!\d)|\.(?=\s|$)")


def values_of(desk: Desk) -> dict[str, Value]:
    """Collect the values of an offer that are certain, by the names of their slots."""
    found = [*_prices(desk), *_team(desk), *_dates(desk), *_people(desk), *_measures(desk)]
    reference = next((fact for fact in desk.known.facts("reference")), None)
    if reference is not None and desk.known.words("reference"):
        words = desk.known.words("reference")
        found.append(_of_fact("reference", "the reference of the request", words, reference))
    return {value.name: value for value in found}


def locale_of(desk: Desk) -> str:
    """The locale of the brief's language: the organization's, if it speaks it."""
    language = desk.assignment.brief.language
    if language not in LANGUAGES or desk.locale.split("_")[0] == language:
        return desk.locale
    return WORLD if language == "en" else language


def measure_of(text: str) -> str:
    """The words of a requirement that hold its numbers, as they stand; empty without any.

    >>> measure_of("The API shall answer 95 percent of requests within 500 milliseconds.")
    '95 percent of requests within 500 milliseconds'
    """
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return ""
    end = _END.search(text, numbers[-1].end())
    words = text[numbers[0].start() : end.start() if end else len(text)].strip(" .,")
    return words if len(words.split()) <= LONGEST_MEASURE and "\n" not in words else ""


def _prices(desk: Desk) -> Iterator[Value]:
    """The total and the counts, where everything on the price table is certain."""
    priced, locale, currency = desk.priced, locale_of(desk), desk.assignment.currency
    if not priced.has_total:
        return
    lines = tuple(line for line in priced.lines if line.is_counted)
    answers = tuple(key for line in lines for key in priced.answers.get(line.label, ()))
    total = taxed(priced.lines)
    says = "the total price" if total == priced.net_minor else "the total price with tax"
    if any(line.label.startswith(TRAVEL_LABEL) for line in lines):
        says += ", travel included"
    if priced.persons:
        says += ", not to exceed"
    of_rows = tuple(line for line in lines if line.service_id is not None)
    text = written(total, currency, locale)
    yield Value(name="price.total", says=says, text=text, lines=of_rows, answers=answers)
    if total != priced.net_minor:
        text = written(priced.net_minor, currency, locale)
        yield Value(
            name="price.net", says="the price before tax", text=text, lines=of_rows, answers=answers
        )
    yield from _left(desk, of_rows, answers)
    for line in of_rows:
        yield Value(
            name=f"quantity.{slug(line.label)}",
            says=f"the number of {line.label} offered, in the unit “{line.unit}”",
            text=quantity(line.quantity, locale),
            lines=(line,),
            answers=priced.answers.get(line.label, ()),
        )


def _left(desk: Desk, rows: tuple[Line, ...], answers: tuple[str, ...]) -> Iterator[Value]:
    """The distance of the total to a budget that is sure and for all of it, if it is below."""
    budget, currency = desk.known.budget, desk.assignment.currency
    fact = next(iter(desk.known.facts("budget")), None)
    if budget is None or fact is None or budget.currency != currency or budget.per:
        return
    is_taxed = any(line.tax_rate for line in desk.priced.lines if line.is_counted)
    if is_taxed and budget.tax is None:
        return
    total = taxed(desk.priced.lines) if budget.tax == "included" else desk.priced.net_minor
    left = (budget.upper_minor or budget.minor) - total
    if left > 0:
        yield Value(
            name="price.left",
            says="the sum by which the price is below the client's budget",
            text=written(left, currency, locale_of(desk)),
            spans=(fact.quote,) if fact.quote.text else (),
            lines=rows,
            answers=answers,
        )


def _team(desk: Desk) -> Iterator[Value]:
    """The people and the hours of a team by labor category, once all of them are known."""
    priced = desk.priced
    lines = [one for one in priced.lines if one.is_counted and one.label in priced.persons]
    if not lines:
        return
    answers = tuple(key for line in lines for key in priced.answers.get(line.label, ()))
    persons = sum(priced.persons[line.label] for line in lines)
    whole = quantity(sum((line.quantity for line in lines), start=Decimal(0)), locale_of(desk))
    says = "the number of people on the team"
    yield Value(name="team.persons", says=says, text=str(persons), answers=answers)
    unit = "hours" if locale_of(desk).startswith("en") else lines[0].unit
    says = "the work of the whole team, with its unit"
    yield Value(name="team.hours", says=says, text=f"{whole} {unit}", answers=answers)


def _dates(desk: Desk) -> Iterator[Value]:
    for kind, name, says in DATES:
        for fact in desk.known.facts(kind)[:1]:
            if isinstance(fact.value, Moment):
                yield _of_fact(name, says, _day(desk, fact.value.day), fact)
    if (last := _last_day(desk)) is not None:
        yield last
    until, deadline = desk.known.valid_until(), next(iter(desk.known.facts("deadline")), None)
    if until is not None and deadline is not None:
        yield _of_fact("date.valid", "the last day of the offer", _day(desk, until), deadline)


def _last_day(desk: Desk) -> Value | None:
    """The last working day of so many weeks from the first day."""
    start = next(iter(desk.known.facts("start")), None)
    length = next(iter(desk.known.facts("duration")), None)
    if start is None or length is None:
        return None
    first, weeks = start.value, length.value
    if not isinstance(first, Moment) or not isinstance(weeks, Amount):
        return None
    if weeks.unit != "week" or weeks.upper is not None:
        return None
    last = first.day + timedelta(weeks=weeks.number, days=-1)
    last -= timedelta(days=max(0, last.weekday() - 4))
    value = _of_fact("date.end", "the last day of the work", _day(desk, last), start)
    return replace(value, spans=tuple(one.quote for one in (start, length) if one.quote.text))


def _people(desk: Desk) -> Iterator[Value]:
    for key in desk.given.answers:
        names = desk.given.names(key) if key.startswith("person.") else []
        if names:
            role = key.removeprefix("person.").replace("-", " ")
            text = ", ".join(names)
            yield Value(name=key, says=f"the name for “{role}”", text=text, answers=(key,))


def _measures(desk: Desk) -> Iterator[Value]:
    for one in desk.numbered():
        for part in one.parts:
            measure = measure_of(part.text)
            if measure and not one.is_price:
                yield _measure(one, measure)
                break


def _measure(one: Numbered, measure: str) -> Value:
    spans = tuple(part.span for part in one.parts)
    return Value(name=f"req.{one.ref}", says=f"the measure of {one.ref}", text=measure, spans=spans)


def _of_fact(name: str, says: str, text: str, fact: Fact) -> Value:
    spans = (fact.quote,) if fact.quote.text else ()
    return Value(name=name, says=says, text=text, spans=spans, answers=() if spans else (fact.key,))


def _day(desk: Desk, day: date) -> str:
    return str(format_date(day, format="long", locale=locale_of(desk)))
