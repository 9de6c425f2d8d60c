"""The staffing plan: a table of the team by labor category, with the hours of each person."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sealedbid.content.documents import Block, Side, Table
from sealedbid.intelligence.writer.composer import people as house
from sealedbid.intelligence.writer.composer.amounts import quantity
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.lists import hours
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.sections.people import SHORT, introduced, key_people
from sealedbid.intelligence.writer.composer.sections.sprints import weeks_of
from sealedbid.intelligence.writer.composer.words import slug
from sealedbid.intelligence.writer.models import Line

HOURS: Final = "staffing.hours"


def staffing(desk: Desk, slot: Slot) -> list[Block]:
    """The team by labor category, and how the house staffs an order."""
    _ask(desk, slot)
    blocks = _team(desk)
    blocks += desk.paragraph(slot, desk.on_topic("staffing"), "Our practice")
    if desk.priced.persons:
        key = {one.name for one in key_people(desk)}
        for line in _categories(desk):
            for person in house.named(_key(line), desk.given, desk.assignment.recall):
                if person.name not in key:
                    blocks += introduced(desk, slot, person, SHORT)
    return blocks


def _ask(desk: Desk, slot: Slot) -> None:
    if slot.asked and desk.priced.by_labor:
        desk.ask(
            HOURS,
            "How many of the hours does each person work? “Name 320; Name 160”",
            "the plan shows each person's share of time",
        )


def _categories(desk: Desk) -> list[Line]:
    return [line for line in desk.priced.lines if line.label in desk.priced.persons]


def _key(line: Line) -> str:
    return f"person.{slug(line.label)}"


def _team(desk: Desk) -> list[Block]:
    """A row for each labor category, or for each person of it, once all hours are known."""
    priced = desk.priced
    lines = [line for line in _categories(desk) if line.is_counted]
    if not lines:
        return []
    each, weeks = _of_each(desk, lines), weeks_of(desk)
    head, sides = ["Labor category", "Persons", "Name", "Hours"], ["left", "right", "left", "right"]
    if each and weeks:
        head, sides = [*head, "Hours a week"], [*sides, "right"]
    rows = [row for line in lines for row in _rows(desk, line, each, weeks)]
    whole = sum((line.quantity for line in lines), start=Decimal(0))
    total = ["Total", str(sum(priced.persons[one.label] for one in lines)), ""]
    total.append(quantity(whole, desk.locale))
    rows.append([*total, *([""] if each and weeks else [])])
    answers = [key for line in lines for key in priced.answers.get(line.label, ())]
    return [
        Block(
            kind="table",
            text="The team by labor category",
            answers=[*answers, *([HOURS] if each else [])],
            computed=True,
            table=Table(head=head, sides=_sides(sides), rows=rows, sums=1),
        )
    ]


def _rows(desk: Desk, line: Line, each: dict[str, Decimal], weeks: int) -> Iterator[list[str]]:
    names, persons = desk.given.names(_key(line)), str(desk.priced.persons[line.label])
    if not each:
        yield [line.label, persons, ", ".join(names), quantity(line.quantity, desk.locale)]
        return
    for place, name in enumerate(names):
        first = [line.label, persons] if place == 0 else ["", ""]
        weekly = [_weekly(desk, each[name], weeks)] if weeks else []
        yield [*first, name, quantity(each[name], desk.locale), *weekly]


def _weekly(desk: Desk, number: Decimal, weeks: int) -> str:
    """Hours a week to one place."""
    return quantity((number / weeks).quantize(Decimal("0.1")), desk.locale)


def _of_each(desk: Desk, lines: list[Line]) -> dict[str, Decimal]:
    """The hours of each person, where they add up to those of each labor category; else none."""
    if not desk.given.has(HOURS):
        return {}
    each = hours(desk.given.text(HOURS))
    if not each:
        desk.told.append(
            "The hours of each person are not shown: write them as “Name 320; Name 160”."
        )
        return {}
    named = [name for line in lines for name in desk.given.names(_key(line))]
    if sorted(each) != sorted(named):
        desk.told.append("The hours of each person are not shown: they do not name the same team.")
        return {}
    for line in lines:
        added = sum((each[name] for name in desk.given.names(_key(line))), start=Decimal(0))
        if added != line.quantity:
            desk.told.append(
                f"The hours of each person are not shown: for {line.label} they add up to "
                f"{quantity(added, desk.locale)}, and {quantity(line.quantity, desk.locale)} "
                "are offered."
            )
            return {}
    return each


def _sides(names: list[str]) -> list[Side]:
    return ["right" if name == "right" else "left" for name in names]
