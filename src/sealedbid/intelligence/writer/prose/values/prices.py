"""Prices, counts and hours of an offer as values of slots, out of rows that are certain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sealedbid.intelligence.writer.composer.amounts import quantity
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.prices.checks import taxed, written
from sealedbid.intelligence.writer.composer.prices.labor import TRAVEL_LABEL
from sealedbid.intelligence.writer.composer.words import slug
from sealedbid.intelligence.writer.models import Line
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.values.days import locale_of


def prices(desk: Desk) -> Iterator[Value]:
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


def team(desk: Desk) -> Iterator[Value]:
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
