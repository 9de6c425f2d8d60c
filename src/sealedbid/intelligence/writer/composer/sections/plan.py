"""The period of work: its dates by code, the rhythm of the house, and the client's part."""

from __future__ import annotations

import re
from datetime import date, timedelta

from babel.dates import format_date

from sealedbid.content.documents import Block, Table
from sealedbid.intelligence.brief.facts.values import Amount, Moment
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.numbers import as_number
from sealedbid.intelligence.writer.composer.outline import Slot

MOST_SPRINTS = 13
_SPRINT = re.compile(
    r"\b(?P<weeks>one|two|three|four|[1-4])[- ]weeks? (?:sprints|iterations)\b", re.IGNORECASE
)


def plan(desk: Desk, slot: Slot) -> list[Block]:
    """The dates of the parts, and the sentences on reviews and on the client's part."""
    blocks = _dates(desk)
    blocks += desk.paragraph(slot, desk.on_topic("communication"), "Our practice")
    blocks += desk.paragraph(slot, desk.on_topic("client", most=3), "Your part")
    return blocks


def _dates(desk: Desk) -> list[Block]:
    """The first and last day, and the beginning of each sprint that the brief names."""
    start, duration = desk.known.value("start", Moment), desk.known.value("duration", Amount)
    if start is None:
        return []
    weeks = duration.number if duration is not None and duration.unit == "week" else None
    sprint = _SPRINT.search(desk.assignment.text)
    if weeks is None or sprint is None:
        if weeks is None:
            return []
        last = _last_day(start.day, weeks)
        text = f"{desk.date(start.day)} to {desk.date(last)}"
        return [Block(kind="paragraph", label="Period", text=text, computed=True)]
    word = sprint["weeks"].lower()
    each = as_number(word)
    count = weeks // each
    if weeks % each or not 1 < count <= MOST_SPRINTS:
        return []
    rows = [
        [str(number + 1), _short(desk, start.day + timedelta(weeks=number * each))]
        for number in range(count)
    ]
    last = _last_day(start.day, weeks)
    return [
        Block(
            kind="table",
            text="Sprints and their first days",
            computed=True,
            table=Table(
                head=["Sprint", *(row[0] for row in rows)],
                sides=["left", *(["left"] * count)],  # type: ignore[list-item]
                rows=[["Begins", *(row[1] for row in rows)]],
            ),
        ),
        Block(kind="paragraph", label="Last day", text=desk.date(last), computed=True),
    ]


def _last_day(start: date, weeks: int) -> date:
    """The last working day of so many weeks."""
    last = start + timedelta(weeks=weeks, days=-1)
    return last - timedelta(days=max(0, last.weekday() - 4))


def _short(desk: Desk, day: date) -> str:
    pattern = "MMM d" if desk.locale.startswith("en_US") else "d MMM"
    return str(format_date(day, format=pattern, locale=desk.locale))
