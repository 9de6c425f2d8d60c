"""Other dates that are facts: issue, questions, start, end, events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sealedbid.intelligence.brief.facts.choosing import SURE, Candidate, chosen
from sealedbid.intelligence.brief.facts.days import Dated, candidate, same_moment
from sealedbid.intelligence.brief.facts.models import Alternative, Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Moment

LONGEST_QUOTE = 300


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
