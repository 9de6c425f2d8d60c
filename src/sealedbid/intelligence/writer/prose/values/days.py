"""The days of the work and of the offer as values of slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from sealedbid.intelligence.brief.facts.models import Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.vocabulary.loading import LANGUAGES
from sealedbid.intelligence.writer.composer.desk import WORLD, Desk
from sealedbid.intelligence.writer.composer.sections.sprints import period_of
from sealedbid.intelligence.writer.prose.slots import Value

DATES: tuple[tuple[FactKind, str, str], ...] = (
    ("start", "date.start", "the first day of the work"),
    ("deadline", "date.deadline", "the day on which replies are due"),
    ("questions_until", "date.questions", "the last day for questions"),
)


def locale_of(desk: Desk) -> str:
    """The locale of the brief's language: the organization's, if it speaks it."""
    language = desk.assignment.brief.language
    if language not in LANGUAGES or desk.locale.split("_")[0] == language:
        return desk.locale
    return WORLD if language == "en" else language


def dates(desk: Desk) -> Iterator[Value]:
    """The days that are certain: of the work, of the answer and of the offer."""
    for kind, name, says in DATES:
        for fact in desk.known.facts(kind)[:1]:
            if isinstance(fact.value, Moment):
                yield of_fact(name, says, _day(desk, fact.value.day), fact)
    if (last := _last_day(desk)) is not None:
        yield last
    until, deadline = desk.known.valid_until(), next(iter(desk.known.facts("deadline")), None)
    if until is not None and deadline is not None:
        yield of_fact("date.valid", "the last day of the offer", _day(desk, until), deadline)


def _last_day(desk: Desk) -> Value | None:
    """The last working day of so many weeks from the first day."""
    start = next(iter(desk.known.facts("start")), None)
    length = next(iter(desk.known.facts("duration")), None)
    period = period_of(desk)
    if start is None or length is None or period is None:
        return None
    value = of_fact("date.end", "the last day of the work", _day(desk, period.last), start)
    return replace(value, spans=tuple(one.quote for one in (start, length) if one.quote.text))


def of_fact(name: str, says: str, text: str, fact: Fact) -> Value:
    """A value that stands on a fact: on its words in the brief, or on the answer to it."""
    spans = (fact.quote,) if fact.quote.text else ()
    return Value(name=name, says=says, text=text, spans=spans, answers=() if spans else (fact.key,))


def _day(desk: Desk, day: date) -> str:
    return str(format_date(day, format="long", locale=locale_of(desk)))
