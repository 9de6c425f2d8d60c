"""The period of work: its dates by code, results and the client's part by people, our rhythm."""

from __future__ import annotations

from datetime import date
from typing import Final

from babel.dates import format_date

from sealedbid.content.documents import Block, Table
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.lists import by_place, named
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.sections.sprints import Period, period_of

RESULTS: Final = "plan.results"
SUPPLIES: Final = "plan.supplies"
FIRST_AND_LAST: Final = "First and last day"


def plan(desk: Desk, slot: Slot) -> list[Block]:
    """The dates of the parts with their results, the rhythm of the house, and the client's part."""
    period = period_of(desk)
    if slot.asked:
        _ask(desk, period)
    blocks = _dates(desk, period) if period is not None else []
    blocks += desk.paragraph(slot, desk.on_topic("communication"), "Our practice")
    return blocks + (_supplied(desk) or _your_part(desk, slot))


def _ask(desk: Desk, period: Period | None) -> None:
    if period is not None and period.count:
        desk.ask(
            RESULTS,
            f"What result does each of the {period.count} sprints end with? “1: …; 2: …; 3-4: …”",
            "dates without results are no plan, and only a person can promise a result",
        )
    if desk.is_weighed:
        desk.ask(
            SUPPLIES,
            "What must the client supply, and when or how much? “A test server: by March 1; …”",
            "a client looks for one list of it",
        )


def _dates(desk: Desk, period: Period) -> list[Block]:
    """The first and last day, and the beginning of each sprint that the brief names."""
    if not period.each:
        text = f"{desk.date(period.start)} to {desk.date(period.last)}"
        return [Block(kind="paragraph", label="Period", text=text, computed=True)]
    if not period.count:
        return []
    results = by_place(desk.given.text(RESULTS), period.count)
    if desk.given.has(RESULTS) and not results:
        desk.told.append(
            "The results of the sprints are not shown: they do not name each of the "
            f"{period.count} sprints once, in order."
        )
    table = _with_results(desk, period, results) if results else _without(desk, period)
    text = f"{desk.date(period.start)}, and {desk.date(period.last)}."
    return [table, Block(kind="paragraph", label=FIRST_AND_LAST, text=text, computed=True)]


def _with_results(desk: Desk, period: Period, results: list[tuple[int, int, str]]) -> Block:
    """A row for each entry of the answer, with the day on which its first sprint begins."""
    rows = [
        [
            str(first) if first == last else f"{first}–{last}",
            _short(desk, period.begins(first)),
            f"{said[:1].upper()}{said[1:]}",
        ]
        for first, last, said in results
    ]
    return Block(
        kind="table",
        text="Sprints, their first days and their results",
        answers=[RESULTS],
        computed=True,
        table=Table(head=["Sprint", "Begins", "Result"], sides=["left", "left", "left"], rows=rows),
    )


def _without(desk: Desk, period: Period) -> Block:
    numbers = range(1, period.count + 1)
    return Block(
        kind="table",
        text="Sprints and their first days",
        computed=True,
        table=Table(
            head=["Sprint", *(str(number) for number in numbers)],
            sides=["left", *(["left"] * period.count)],  # type: ignore[list-item]
            rows=[["Begins", *(_short(desk, period.begins(number)) for number in numbers)]],
        ),
    )


def _supplied(desk: Desk) -> list[Block]:
    """The one list of what the client supplies, in a person's words."""
    rows = [
        [f"{name[:1].upper()}{name[1:]}", said] for name, said in named(desk.given.text(SUPPLIES))
    ]
    if not rows or desk.given.yes(SUPPLIES) is False:
        return []
    return [
        Block(
            kind="table",
            text="What the client supplies",
            answers=[SUPPLIES],
            table=Table(
                head=["What we need from you", "When, and how much"],
                sides=["left", "left"],
                rows=rows,
            ),
        )
    ]


def _your_part(desk: Desk, slot: Slot) -> list[Block]:
    return desk.paragraph(slot, desk.on_topic("client", most=3), "Your part")


def _short(desk: Desk, day: date) -> str:
    pattern = "MMM d" if desk.locale.startswith("en_US") else "d MMM"
    return str(format_date(day, format=pattern, locale=desk.locale))
