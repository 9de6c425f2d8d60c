"""Facts that are counts: duration, extension, validity, limits of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sealedbid.intelligence.brief.facts.added import added, several
from sealedbid.intelligence.brief.facts.choosing import Candidate, chosen
from sealedbid.intelligence.brief.facts.count_purposes import Counted, counting
from sealedbid.intelligence.brief.facts.days import Dated, candidate, same_moment
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Amount, AnyValue
from sealedbid.intelligence.brief.values.models import Read

REPEATED = re.compile(r"\s?\(\s?$")  # "4 months (16 weeks)": the same once more
MONTHS = {"month": 1, "year": 12}


def counted_facts(found: Sequence[Line], dates: Sequence[Dated], language: str) -> Iterator[Fact]:
    """Duration, extension, validity and the limits, in this order."""
    candidates: dict[Counted, list[Candidate]] = {}
    for line in found:
        for index, read in enumerate(line.lengths):
            if index and REPEATED.fullmatch(line.folded[line.lengths[index - 1].end : read.start]):
                continue
            says = counting(line, read, language)
            if says.kind:
                one = _candidate(line, read, says.rank)
                one = several(line, read, one) if says.kind == "extension" else one
                candidates.setdefault(says.kind, []).append(one)
            if says.kind == "duration" and (more := added(line, read)) is not None:
                candidates.setdefault("extension", []).append(more)
    validity = candidates.get("validity", []) + [
        candidate(each) for each in dates if each.purpose.kind == "validity"
    ]
    facts = (
        chosen("duration", _plainest(candidates.get("duration", [])), agree=same_amount,
               weak="it is not plain that the contract runs that long",
               several="more than one duration is given"),
        chosen("extension", candidates.get("extension", []), agree=same_amount,
               weak="it is not plain that the contract may be extended by that",
               several="more than one extension is given"),
        chosen("validity", validity, agree=_same,
               weak="it is not plain that the offer has to stand that long",
               several="more than one time is given for the offer to stand"),
        chosen("limit", candidates.get("limit", []), agree=same_amount,
               weak="it is not plain that this limits the answer",
               several="more than one limit is given for the whole answer"),
    )  # fmt: skip
    yield from (fact for fact in facts if fact is not None)
    yield from _part_limits(candidates.get("part_limit", []))


def same_amount(one: AnyValue, two: AnyValue) -> AnyValue | None:
    """The first of two counts that are the same (a year is twelve months), or None."""
    if not isinstance(one, Amount) or not isinstance(two, Amount):
        return None
    return one if _base(one) == _base(two) else None


def worth(value: AnyValue | None) -> tuple[int, int, str]:
    """A count as it is compared: years in months."""
    return _base(value) if isinstance(value, Amount) else (0, 0, "")


def _same(one: AnyValue, two: AnyValue) -> AnyValue | None:
    return same_amount(one, two) or same_moment(one, two)


def _base(amount: Amount) -> tuple[int, int, str]:
    factor = MONTHS.get(amount.unit, 1)
    unit = "month" if amount.unit == "year" else amount.unit
    return amount.number * factor, (amount.upper or 0) * factor, unit


def _plainest(found: Sequence[Candidate]) -> list[Candidate]:
    """Keep those that say in so many words what they are for, or else all."""
    top = max((each.rank for each in found), default=0)
    return [each for each in found if each.rank == top]


def _candidate(line: Line, read: Read[Amount], rank: int) -> Candidate:
    return Candidate(value=read.value, quote=line.span(read.start, read.end), rank=rank)


def _part_limits(found: Sequence[Candidate]) -> Iterator[Fact]:
    """Limits of parts of the answer, each once: a page for the cover letter."""
    unique = {worth(each.value): each for each in reversed(found)}
    for number, each in enumerate(sorted(unique.values(), key=lambda one: one.quote.start), 1):
        yield Fact(
            key=f"limit.{number}", kind="limit", value=each.value, quote=each.quote, sure=True
        )
