"""Deadlines that count from another day: "within three weeks of the issue date"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sealedbid.intelligence.brief.facts.choosing import Candidate
from sealedbid.intelligence.brief.facts.clauses import clause
from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Amount, Moment

WORKING = re.compile(
    r"(?i)\b(?:working|business) days?|werktage?n?|arbeitstage?n?|ouvr|habiles|werkdagen"
)
LONGEST = 1_200  # more units than this are no time to answer


def relative_deadlines(
    found: Sequence[Line], issued: Fact | None, language: str
) -> Iterator[Candidate]:
    """Deadlines as time after the issue; without a value where the day of issue is not sure."""
    reply, due = cue(language, "dates", "reply"), cue(language, "dates", "due")
    stated, after = (cue(language, "dates", name) for name in ("deadline", "after_issue"))
    for line in found:
        for read in line.lengths:
            if (
                read.value is None
                or read.value.unit in {"hour", "page", "word"}
                or (read.value.number > LONGEST)
            ):
                continue
            words = clause(line.folded, read.start, read.end)
            told = reply.search(words.before) is not None and due.search(words.before) is not None
            if not told and stated.search(f"{line.label} {words.before}") is None:
                continue
            match = after.match(words.behind.lstrip())
            if match is None:
                continue
            end = read.end + len(words.behind) - len(words.behind.lstrip()) + match.end()
            quote = line.span(read.start, end)
            yield _from_issue(quote_text=quote.text, amount=read.value, issued=issued,
                              candidate=Candidate(value=None, quote=quote, rank=2))  # fmt: skip


def _from_issue(
    *, quote_text: str, amount: Amount, issued: Fact | None, candidate: Candidate
) -> Candidate:
    if issued is None or not issued.sure or not isinstance(issued.value, Moment):
        why = "answers are due by time from the date of issue, which the brief does not say plainly"
        return Candidate(value=None, quote=candidate.quote, rank=2, doubt=why)
    if WORKING.search(quote_text):
        why = "answers are due some working days after the issue: which days these are is open"
        return Candidate(value=None, quote=candidate.quote, rank=2, doubt=why)
    day = later(issued.value.day, amount)
    said = f"{issued.value.day.day} {calendar.month_name[issued.value.day.month]}"
    return Candidate(
        value=Moment(day=day),
        quote=candidate.quote,
        rank=2,
        inferred=f'counted from the date of issue, {said} {issued.value.day.year}: "{quote_text}"',
    )


def later(day: date, amount: Amount) -> date:
    """The day that is ``amount`` after ``day``; the last of a month where it has no such day."""
    if amount.unit in {"day", "week"}:
        return day + timedelta(days=amount.number * (7 if amount.unit == "week" else 1))
    months = day.month - 1 + amount.number * (12 if amount.unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
