"""The date that answers are due by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sealedbid.intelligence.brief.facts.choosing import SURE, Candidate, chosen
from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.days import Dated, candidate, same_moment
from sealedbid.intelligence.brief.facts.models import Alternative, Fact
from sealedbid.intelligence.brief.facts.purpose import Purpose
from sealedbid.intelligence.brief.facts.values import Moment

AUXILIARIES = re.compile(
    r"(?:[\s,.():;-]|\b(?:has|have|had|is|are|was|been|being|now|hereby|it|and|therefore|wird|wurde"
    r"|ist|worden|nun|hiermit|est|sont|a|ete|desormais|initialement|ha|sido|se|queda|werd|wordt"
    r"|which|h|hrs|uhr|uur|am|pm|local|time|a\.m|p\.m)\b){0,14}"
)
CLOSE = 24  # characters between "moved to" and the new day: "moved to noon on"
NO_PURPOSE = {
    1: "the brief has a date, and does not say what it is for",
    2: "the brief has two dates, and says of none what it is for",
    3: "the brief has several dates, and says of none what it is for",
}


def deadline_of(
    found: Sequence[Dated], relative: Sequence[Candidate], language: str, today: date
) -> Fact | None:
    """The date that answers are due by; unsure where dates stand without a purpose."""
    due = [each for each in found if each.purpose.kind == "deadline"]
    moved = _moved(found, language)
    candidates = [candidate(each) for each in moved or due] or list(relative)
    fact = chosen(
        "deadline",
        [*candidates, *(relative if not any(c.rank >= SURE for c in candidates) else ())],
        agree=same_moment,
        weak="it is not plain that answers are due then",
        several="more than one date is given for answers",
    )
    return fact or _of_no_purpose(found, today)


def _moved(found: Sequence[Dated], language: str) -> list[Dated]:
    """The new deadlines, where the text says that one was moved."""
    extended = cue(language, "dates", "extended")
    moved: list[Dated] = []
    known: dict[int, int] = {}  # where the last deadline of a line ends
    for each in found:
        value = each.read.value
        before = each.line.folded[: each.read.start]
        is_due = each.purpose.kind == "deadline"
        at = known.get(each.line.order)
        if is_due:
            known[each.line.order] = each.read.end
        elif at is None:
            continue
        if not is_due and at is not None and _goes_on(before, at, extended):
            moved.append(replace(each, purpose=Purpose(kind="deadline", rank=SURE)))
        elif not is_due:
            continue
        elif extended.search(f"{each.line.label} {before}"):
            moved.append(each)
        elif value and value.last and extended.search(each.line.folded[: each.read.end]):
            # "extended from 3 to 17 May" is read as a span
            read = replace(each.read, value=Moment(day=value.last, at=value.at, zone=value.zone))
            moved.append(replace(each, read=read))
    return moved


def _goes_on(before: str, at: int, extended: re.Pattern[str]) -> bool:
    """True if nothing but "has been moved to" stands between a deadline that ends ``at`` and here.

    What else is moved (a launch, a visit) is named between them.
    """
    last = max(extended.finditer(before), key=lambda match: match.end(), default=None)
    if last is None or last.end() < len(before) - CLOSE:
        return False
    return AUXILIARIES.fullmatch(before[at : max(at, last.start())]) is not None


def _of_no_purpose(found: Sequence[Dated], today: date) -> Fact | None:
    open_dates = [
        each
        for each in found
        if not each.purpose.kind and each.read.value is not None and each.read.value.day >= today
        and not each.read.inferred.endswith("no day is said")
    ]  # fmt: skip
    days = {each.read.value.day: each for each in reversed(open_dates) if each.read.value}
    if not days:
        return None
    quotes = [each.line.span(each.read.start, each.read.end) for each in days.values()]
    alternatives = [
        Alternative(value=value, quote=quote)
        for each, quote in zip(days.values(), quotes, strict=True)
        for value in (each.read.value, *each.read.others)
        if value is not None
    ]
    alternatives.sort(key=lambda each: each.quote.start)
    return Fact(
        key="deadline",
        kind="deadline",
        value=None,
        quote=alternatives[0].quote,
        sure=False,
        reason=NO_PURPOSE[min(len(days), 3)],
        alternatives=tuple(alternatives[:6]),
    )
