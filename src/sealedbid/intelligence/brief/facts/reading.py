"""Reading the facts of a brief."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sealedbid.intelligence.brief.facts.budget import budget_of
from sealedbid.intelligence.brief.facts.counts import counted_facts
from sealedbid.intelligence.brief.facts.criteria import criteria_of
from sealedbid.intelligence.brief.facts.days import Dated, dated
from sealedbid.intelligence.brief.facts.deadline import deadline_of
from sealedbid.intelligence.brief.facts.lines import Draft, Line, drafts, lines
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.relative import relative_deadlines
from sealedbid.intelligence.brief.facts.rules import stated_rules
from sealedbid.intelligence.brief.facts.schedule import events, issue_date, single_dates
from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.structure.models import Piece


def read_facts(
    pieces: Sequence[Piece], *, text: str, language: str, today: date
) -> tuple[Fact, ...]:
    """The facts that stand in ``pieces`` of ``text``: dates, money, counts, criteria, rules.

    ``language`` is an ISO 639-1 code, or empty where the text does not tell; ``today`` is the day
    from which dates without a year are read, unless the brief says when it was issued.
    """
    found = drafts(pieces, language)
    issued, settled, dates = _settled(found, language, today)
    relative = tuple(relative_deadlines(settled, issued, language))
    facts = (
        issued,
        deadline_of(dates, relative, language, today),
        *single_dates(dates),
        *events(dates),
        budget_of(settled, text, language),
        *counted_facts(settled, dates, language),
        *criteria_of(settled, language),
        *stated_rules(settled, language),
    )
    return tuple(fact for fact in facts if fact is not None)


def read_lines(pieces: Sequence[Piece], *, language: str, today: date) -> tuple[Line, ...]:
    """The client's own ``pieces`` with the values in them, as the facts are read from them."""
    return _settled(drafts(pieces, language), language, today)[1]


def _settled(
    found: Sequence[Draft], language: str, today: date
) -> tuple[Fact | None, tuple[Line, ...], tuple[Dated, ...]]:
    """The date of issue, and the lines with their dates, read from it on; else from today."""
    first = lines(found, language=language, since=today, since_name="today")
    dates = dated(first, language)
    issued = issue_date(dates, today)
    sure = issued is not None and issued.sure and not issued.inferred.startswith("the year")
    yearless = any(each.year is None for draft in found for each in draft.run.dates)
    if issued is None or not isinstance(issued.value, Moment) or not (sure and yearless):
        return issued, first, dates
    again = lines(found, language=language, since=issued.value.day, since_name="the date of issue")
    return issued, again, dated(again, language)
