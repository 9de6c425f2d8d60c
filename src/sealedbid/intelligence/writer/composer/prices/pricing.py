"""The price table: counted lines where everything on it is certain, else rates without a sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sealedbid.content.models import Service
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.writer.composer.given import Given
from sealedbid.intelligence.writer.composer.outline import is_by_labor
from sealedbid.intelligence.writer.composer.prices.counting import Counted, count_for
from sealedbid.intelligence.writer.composer.prices.fitting import Fit, fitting, wishes
from sealedbid.intelligence.writer.composer.prices.labor import labor, travel
from sealedbid.intelligence.writer.composer.words import slug
from sealedbid.intelligence.writer.models import Line, line_of
from sealedbid.intelligence.writer.protocol import Assignment

CHOSEN = "chosen by a person"
COUNTED_BY_PERSON = "counted by a person"


@dataclass(frozen=True, slots=True)
class Priced:
    """The lines, the questions that keep them from a sum, and the counts that the brief gives.

    ``persons`` counts the people of a labor category, by its line's label. ``has_total`` is False
    if any line or quantity is open: then every line is a rate.
    """

    lines: tuple[Line, ...]
    questions: tuple[Question, ...]
    counts: tuple[tuple[str, Counted], ...]
    persons: dict[str, int]
    answers: dict[str, tuple[str, ...]]
    by_labor: bool

    @property
    def has_total(self) -> bool:
        """True if there is something to add up, and nothing of it is open."""
        return any(line.is_counted for line in self.lines)

    @property
    def net_minor(self) -> int:
        """The sum of the counted lines before tax; 0 without a total."""
        return sum(line.net_minor for line in self.lines if line.is_counted)


def price(assignment: Assignment, given: Given) -> Priced:
    """Price the brief in the proposal's currency; services of another are left out."""
    brief, offers, recall = assignment.brief, assignment.offers, assignment.recall
    currency = assignment.currency
    ours = [offer for offer in offers if not currency or offer.currency == currency]
    fits = fitting(brief, assignment.text, ours, recall)
    if is_by_labor(brief):
        return _by_labor(assignment.text, ours, fits, given, currency)
    return _by_service(ours, fits, given, assignment)


def _by_service(
    offers: Sequence[Service], fits: Sequence[Fit], given: Given, assignment: Assignment
) -> Priced:
    by_id = {fit.offer.id: fit for fit in fits}
    chosen = [offer for offer in offers if given.yes(f"price.{slug(offer.name)}")]
    chosen += [
        offer
        for offer in offers
        if offer not in chosen and given.has(f"price.{slug(offer.name)}.quantity")
    ]
    considered = [fit.offer for fit in fits]
    considered += [offer for offer in chosen if offer.id not in by_id]
    lines: list[Line] = []
    questions: list[Question] = []
    counts: list[tuple[str, Counted]] = []
    answers: dict[str, tuple[str, ...]] = {}
    for offer in considered:
        key = f"price.{slug(offer.name)}"
        if given.yes(key) is False:
            continue
        named = by_id[offer.id].named_in if offer.id in by_id else None
        if offer.billing_period != "once" and offer.id in by_id and by_id[offer.id].supports:
            lines.append(line_of(offer, None, "by the month or year"))
            continue
        if offer not in chosen and named is None:
            questions.append(_choose(offer, key))
            lines.append(line_of(offer, None, ""))
            continue
        if offer.billing_period != "once":
            lines.append(line_of(offer, None, CHOSEN))
            continue
        number = given.number(f"{key}.quantity")
        counted = None if number is not None else _count(offer, assignment)
        if number == 0:
            continue
        if number is None and counted is None:
            questions.append(_count_question(offer, key))
            lines.append(line_of(offer, None, ""))
        elif counted is not None:
            counts.append((offer.name, counted))
            lines.append(line_of(offer, counted.quantity, counted.words))
        else:
            answers[offer.name] = (f"{key}.quantity",)
            lines.append(line_of(offer, number, COUNTED_BY_PERSON))
    return Priced(
        lines=_settled(lines, is_open=bool(questions)),
        questions=tuple(questions),
        counts=tuple(counts) if not questions else (),
        persons={},
        answers=answers,
        by_labor=False,
    )


def _by_labor(
    text: str, offers: Sequence[Service], fits: Sequence[Fit], given: Given, currency: str
) -> Priced:
    rows = labor(offers, given)
    trip, asked = travel(text, given, currency)
    questions = [*rows.questions, *asked]
    lines = [*rows.lines, *trip]
    monthly = [fit.offer for fit in fits if fit.supports]
    lines = list(_settled(lines, is_open=bool(questions)))
    lines += [line_of(offer, None, "") for offer in monthly]
    answers = dict(rows.answers)
    answers |= {line.label: ("price.travel",) for line in trip}
    return Priced(
        lines=tuple(lines),
        questions=tuple(questions),
        counts=(),
        persons=rows.persons,
        answers=answers,
        by_labor=True,
    )


def _settled(lines: Sequence[Line], *, is_open: bool) -> tuple[Line, ...]:
    """With anything open, show each line as a rate: a sum of the rest would mislead."""
    if not is_open:
        return tuple(lines)
    return tuple(
        Line(
            label=line.label,
            description=line.description,
            unit=line.unit,
            unit_price_minor=line.unit_price_minor,
            currency=line.currency,
            quantity=Decimal(1),
            is_counted=False,
            why="",
            billing_period=line.billing_period,
            tax_rate=line.tax_rate,
            service_id=line.service_id,
        )
        for line in lines
        if line.service_id is not None
    )


def _count(offer: Service, assignment: Assignment) -> Counted | None:
    said = wishes(assignment.brief, assignment.text)
    found = [one for each in said if (one := count_for(offer, each)) is not None]
    quantities = {one.quantity for one in found}
    return found[0] if len(quantities) == 1 else None


def _choose(offer: Service, key: str) -> Question:
    return Question(
        key=key,
        text=f"Is {offer.name} part of this offer?",
        reason="the brief speaks of something near it and does not name it",
        form="yes",
        alternatives=("yes", "no"),
    )


def _count_question(offer: Service, key: str) -> Question:
    return Question(
        key=f"{key}.quantity",
        text=f"What quantity of {offer.name} is offered? It is priced per {offer.unit}.",
        reason="the brief gives no count of this very thing",
        form="number",
    )
