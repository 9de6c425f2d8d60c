"""The conditions that a brief puts on comparable work: how many, since when, the team's size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sealedbid.intelligence.writer.composer.numbers import ANY, as_number

MOST = 3
_NUMBER = rf"(?:\d{{1,3}}|{ANY})"
_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
    "|september sep sept|october oct|november nov|december dec"
)
_MONTHS = {
    name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH})\.?"
    rf"(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?)? )?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|after|from|not before|later than)\b", re.IGNORECASE)
_LAST = re.compile(rf"\b(?:last|past|previous) (?P<count>{_NUMBER}) years?\b", re.IGNORECASE)
_TEAM = re.compile(
    rf"\bteams? of (?:about |up to )?(?P<least>{_NUMBER})(?: (?:to|or|-|–) (?P<most>{_NUMBER}))?"
    rf"|\b(?P<least2>{_NUMBER}) (?:to|or) (?P<most2>{_NUMBER}) (?:people|persons|staff|members)",
    re.IGNORECASE,
)
_WORKED = re.compile(
    rf"\bteam of (?P<one>{_NUMBER})\b"
    rf"|(?P<with>\bwith )?\b(?P<two>{_NUMBER}) (?:of us|(?:of our )?(?:people|persons|staff"
    r"|colleagues))\b(?(with)(?=[.,;]| (?:in|for|over|from)\b)| (?:\w+ )?(?:worked|did|do|built"
    r"|made|designed|delivered|finished|wrote|developed|drew|set up|carried|took part|moved)\b)",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"\b(?P<count>{_NUMBER})\s(?:\w+\s){{0,3}}?(?:projects?|references?|examples?|cases?"
    r"|engagements?|case studies|contracts?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Criteria:
    """The conditions on comparable work; None where the brief sets none."""

    count: int | None = None
    since: date | None = None
    least: int | None = None
    most: int | None = None


def criteria_of(asked: str, today: date | None) -> Criteria:
    """Read the conditions out of the sentence that asks for comparable work."""
    many = _MANY.search(asked)
    since = _since(asked, today)
    team = _TEAM.search(asked)
    least = most = None
    if team is not None:
        least = as_number(team["least"] or team["least2"])
        last = team["most"] or team["most2"]
        most = as_number(last) if last else least
    return Criteria(
        count=as_number(many["count"]) if many else None, since=since, least=least, most=most
    )


def completed(texts: Sequence[str]) -> tuple[date, str] | None:
    """The last day of work that the first text with a date tells, and the words that tell it.

    A month stands for its last days; a year alone for its end only if no month is told.
    """
    for text in texts:
        dates = [(found, _day(found)) for found in _DATE.finditer(text)]
        months = [one for one in dates if one[0]["month"]]
        told = months or dates
        if told:
            found, day = max(told, key=lambda one: one[1])
            return day, found[0].strip()
    return None


def team_of(texts: Sequence[str]) -> tuple[int, str] | None:
    """The size of the team that the first text with one tells, and the words that tell it."""
    for text in texts:
        found = _WORKED.search(text)
        if found:
            word = found["one"] or found["two"]
            return as_number(word), word
    return None


def _since(asked: str, today: date | None) -> date | None:
    said = _SINCE.search(asked)
    if said:
        found = _DATE.search(asked, said.end())
        if found and found.start() - said.end() < 40:
            return _day(found, first=True)
    last = _LAST.search(asked)
    if last and today is not None:
        year = today.year - as_number(last["count"])
        return date(year, today.month, min(today.day, 28))
    return None


def _day(found: re.Match[str], *, first: bool = False) -> date:
    year = int(found["year"])
    if not found["month"]:
        return date(year, 1, 1) if first else date(year, 12, 31)
    month = _MONTHS[found["month"].lower()]
    told = found["day1"] or found["day2"]
    if told:
        return date(year, month, min(max(int(told), 1), 28 if month == 2 else 30))
    return date(year, month, 1) if first else date(year, month, 28)
