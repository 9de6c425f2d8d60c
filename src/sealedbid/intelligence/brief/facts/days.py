"""Facts that are dates: deadline, questions, issue, start, end, events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sealedbid.intelligence.brief.facts.choosing import SURE, Candidate, chosen
from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.date_purposes import Purpose, purpose_of
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Alternative, Fact, FactKind
from sealedbid.intelligence.brief.facts.values import AnyValue, Moment
from sealedbid.intelligence.brief.values.models import Read

LONGEST_QUOTE = 300
NO_PURPOSE = {
    1: "the brief has a date, and does not say what it is for",
    2: "the brief has two dates, and says of none what it is for",
    3: "the brief has several dates, and says of none what it is for",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date in a line, and what it is for."""

    line: Line
    read: Read[Moment]
    purpose: Purpose


def dated(found: Sequence[Line], language: str) -> tuple[Dated, ...]:
    """All dates with their purposes, in the text's order."""
    return tuple(
        Dated(line=line, read=read, purpose=purpose_of(line, read, language))
        for line in found
        if line.piece.kind != "heading" or len(line.moments) == 1
        for read in line.moments
    )


def same_moment(one: AnyValue, two: AnyValue) -> AnyValue | None:
    """The fuller of two moments of the same day; None where their times differ."""
    if not isinstance(one, Moment) or not isinstance(two, Moment) or one.day != two.day:
        return None
    if one.at and two.at and one.at != two.at:
        return None
    return two if (two.at, two.zone).count(None) < (one.at, one.zone).count(None) else one


def candidate(each: Dated) -> Candidate:
    """A date as a candidate for a fact."""
    return Candidate(
        value=each.read.value,
        quote=each.line.span(each.read.start, each.read.end),
        rank=each.purpose.rank,
        inferred=each.read.inferred,
        doubt=each.read.doubt,
        others=each.read.others,
    )


def issue_date(found: Sequence[Dated], today: date) -> Fact | None:
    """The day of issue: where several are told, what is said in so many words counts."""
    told = [each for each in found if each.purpose.kind == "issued"]
    top = max((each.purpose.rank for each in told), default=0)
    return chosen(
        "issued",
        [_issued(each, today) for each in told if each.purpose.rank == top],
        agree=same_moment,
        weak="it is not plain that this is the date of issue",
        several="more than one date of issue is given",
    )


def _issued(each: Dated, today: date) -> Candidate:
    """A date of issue; a year that is not said is not taken for one to come."""
    found = candidate(each)
    value = each.read.value
    if value is None or value.day <= today or not each.read.inferred.startswith("the year"):
        return found
    try:
        before = value.model_copy(update={"day": value.day.replace(year=value.day.year - 1)})
    except ValueError:
        return found
    why = "the year is not said, and the next such day is still to come"
    return replace(found, doubt=why, others=(*found.others, before))


def deadline_of(
    found: Sequence[Dated], relative: Sequence[Candidate], language: str, today: date
) -> Fact | None:
    """The date that answers are due by; unsure where dates stand without a purpose."""
    due = [each for each in found if each.purpose.kind == "deadline"]
    moved = _moved(due, language)
    candidates = [candidate(each) for each in moved or due] or list(relative)
    fact = chosen(
        "deadline",
        [*candidates, *(relative if not any(c.rank >= SURE for c in candidates) else ())],
        agree=same_moment,
        weak="it is not plain that answers are due then",
        several="more than one date is given for answers",
    )
    return fact or _of_no_purpose(found, today)


def single_dates(found: Sequence[Dated]) -> Iterator[Fact]:
    """Questions until, start and end."""
    first = min((each.read.value.day for each in found if _is_due(each) and each.read.value),
                default=date.min)  # fmt: skip
    kinds: tuple[tuple[FactKind, str, str], ...] = (
        ("questions_until", "it is not plain that questions are due then",
         "more than one date is given for questions"),
        ("start", "it is not plain what begins then", "more than one beginning is given"),
        ("end", "it is not plain what is to be done by then", "more than one end is given"),
    )  # fmt: skip
    for kind, weak, several in kinds:
        fact = chosen(
            kind,
            [
                each
                for one in found
                for each in _for_kind(one, kind)
                if each.rank >= SURE
                or not isinstance(each.value, Moment)
                or each.value.day >= first
            ],
            agree=same_moment,
            weak=weak,
            several=several,
        )
        if fact is not None:
            yield fact


def events(found: Sequence[Dated]) -> Iterator[Fact]:
    """Other dates with their purpose; the quote is the sentence that says it."""
    seen: set[tuple[date, str]] = set()
    for each in found:
        if each.purpose.kind != "event" or each.read.value is None:
            continue
        piece = each.line.piece
        short = len(piece.text) <= LONGEST_QUOTE and not piece.row
        quote = piece.span if short else each.line.span(each.read.start, each.read.end)
        if (each.read.value.day, quote.text) in seen:
            continue
        seen.add((each.read.value.day, quote.text))
        yield Fact(
            key=f"event.{len(seen)}",
            kind="event",
            value=each.read.value,
            quote=quote,
            sure=not each.read.doubt,
            reason=each.read.doubt,
            alternatives=tuple(Alternative(value=o, quote=quote) for o in each.read.others),
            inferred=each.read.inferred,
        )


def _is_due(each: Dated) -> bool:
    return each.purpose.kind in {"deadline", "issued", "questions_until"}


def _for_kind(each: Dated, kind: FactKind) -> Iterator[Candidate]:
    """A date of that kind; the last day of a span that begins the work ends it."""
    value = each.read.value
    if each.purpose.kind == kind:
        if kind == "start" and value is not None and value.last and not each.read.inferred:
            alone = candidate(each)
            yield Candidate(value=value.model_copy(update={"last": None}), quote=alone.quote,
                            rank=alone.rank, doubt=alone.doubt)  # fmt: skip
        else:
            yield candidate(each)
    elif kind == "end" and each.purpose.kind == "start" and _is_span(value, each.read.inferred):
        alone = candidate(each)
        last = value.last if value is not None else None
        if last is not None:
            yield Candidate(value=Moment(day=last), quote=alone.quote, rank=alone.rank)


def _is_span(value: Moment | None, inferred: str) -> bool:
    return value is not None and value.last is not None and not inferred


def _moved(due: Sequence[Dated], language: str) -> list[Dated]:
    """The new deadlines, where the text says that one was moved."""
    extended = cue(language, "dates", "extended")
    moved: list[Dated] = []
    for each in due:
        value = each.read.value
        if extended.search(f"{each.line.label} {each.line.folded[: each.read.start]}"):
            moved.append(each)
        elif value and value.last and extended.search(each.line.folded[: each.read.end]):
            # "extended from 3 to 17 May" is read as a span
            read = replace(each.read, value=Moment(day=value.last, at=value.at, zone=value.zone))
            moved.append(replace(each, read=read))
    return moved


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
