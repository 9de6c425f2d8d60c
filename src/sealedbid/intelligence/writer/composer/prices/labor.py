"""Rows by labor category: hours that a person confirmed, at the rates of the price list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sealedbid.content.models import Service
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.writer.composer.given import Given
from sealedbid.intelligence.writer.composer.words import slug
from sealedbid.intelligence.writer.models import Line, line_of

HOURS_GIVEN = "hours given by a person"
TRAVEL = "price.travel"
TRAVEL_BASIS = "price.travel.basis"
TRAVEL_LABEL = "Travel"  # with which the label of its line begins
_TRAVEL = re.compile(
    r"\b(?:travel\w*|visits? to|site visits?|on[- ]site (?:visit|meeting)s?|trips?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Labor:
    """The rows, the questions that are open, the persons of each, and the answers they stand on."""

    lines: tuple[Line, ...]
    questions: tuple[Question, ...]
    persons: dict[str, int]
    answers: dict[str, tuple[str, ...]]


def labor(offers: Sequence[Service], given: Given) -> Labor:
    """Make a row for each hourly service; no hours at all leave a category out."""
    lines: list[Line] = []
    questions: list[Question] = []
    persons: dict[str, int] = {}
    answers: dict[str, tuple[str, ...]] = {}
    for offer in (one for one in offers if one.unit.lower() == "hour"):
        key = f"price.{slug(offer.name)}.quantity"
        hours = given.number(key)
        if hours is None:
            questions.append(_hours(offer, key))
            if not given.has(f"person.{slug(offer.name)}"):
                questions.append(_who(offer, f"person.{slug(offer.name)}"))
            lines.append(line_of(offer, None, ""))
        elif hours > 0:
            who = f"person.{slug(offer.name)}"
            names = given.names(who)
            if not names:
                questions.append(_who(offer, who))
            persons[offer.name] = len(names)
            answers[offer.name] = (key, who)
            lines.append(line_of(offer, hours, HOURS_GIVEN))
    return Labor(tuple(lines), tuple(questions), persons, answers)


def travel(text: str, given: Given, currency: str) -> tuple[list[Line], list[Question]]:
    """Return the line of travel, and its question where the brief speaks of travel or visits."""
    is_asked = _TRAVEL.search(text) is not None
    amount = given.money(TRAVEL, currency)
    if amount is not None:
        basis = given.text(TRAVEL_BASIS)
        held = f": {basis}" if basis else ""
        label = f"{TRAVEL_LABEL}{held}, not to exceed"
        line = Line(
            label=label[:200],
            description="",
            unit="trip",
            unit_price_minor=amount,
            currency=currency,
            quantity=Decimal(1),
            is_counted=amount > 0,
            why="given by a person",
        )
        return ([line] if amount else []), []
    if not is_asked or given.yes(TRAVEL) is False:
        return [], []
    return [], [
        Question(
            key=TRAVEL,
            text="What may travel cost at most? 0 if there is none.",
            reason="the brief speaks of travel or a visit, and the price has to hold it",
            form="money",
        ),
        Question(
            key=TRAVEL_BASIS,
            text="What does the sum for travel hold: visits, people, days?",
            reason="a sum without its basis cannot be checked",
            form="text",
        ),
    ]


def _hours(offer: Service, key: str) -> Question:
    return Question(
        key=key,
        text=f"How many hours of {offer.name} are offered? 0 for none.",
        reason="the brief asks for a price by labor category and gives no hours",
        form="number",
    )


def _who(offer: Service, key: str) -> Question:
    return Question(
        key=key,
        text=f"Who works as {offer.name}? Give the names, with commas.",
        reason="the brief asks for the number of persons by labor category",
        form="text",
    )
