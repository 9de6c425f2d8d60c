"""The days of the work: its first and last, and the sprints that the brief names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sealedbid.intelligence.brief.facts.values import Amount, Moment
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.numbers import as_number

MOST_SPRINTS = 13
_SPRINT = re.compile(
    r"\b(?P<weeks>one|two|three|four|[1-4])[- ]weeks? (?:sprints|iterations)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Period:
    """The first day and the weeks of the work; ``each`` are the weeks of a sprint, 0 if none."""

    start: date
    weeks: int
    each: int

    @property
    def count(self) -> int:
        """The number of sprints; 0 if they do not fill the time, or are too many for a table."""
        count = self.weeks // self.each if self.each else 0
        return count if self.each * count == self.weeks and 1 < count <= MOST_SPRINTS else 0

    @property
    def last(self) -> date:
        """The last working day."""
        last = self.start + timedelta(weeks=self.weeks, days=-1)
        return last - timedelta(days=max(0, last.weekday() - 4))

    def begins(self, number: int) -> date:
        """The first day of a sprint, counted from 1."""
        return self.start + timedelta(weeks=(number - 1) * self.each)


def period_of(desk: Desk) -> Period | None:
    """The period that the brief fixes; None without a first day or a sure number of weeks."""
    start, weeks = desk.known.value("start", Moment), weeks_of(desk)
    if start is None or not weeks:
        return None
    sprint = _SPRINT.search(desk.assignment.text)
    each = as_number(sprint["weeks"].lower()) if sprint is not None else 0
    return Period(start.day, weeks, each)


def weeks_of(desk: Desk) -> int:
    """The weeks of the work; 0 if the brief does not fix them."""
    length = desk.known.value("duration", Amount)
    if length is None or length.unit != "week" or length.upper is not None:
        return 0
    return length.number
