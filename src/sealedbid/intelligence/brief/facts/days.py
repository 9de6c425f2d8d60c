"""Dates of a brief with their purposes, as candidates for facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.choosing import Candidate
from sealedbid.intelligence.brief.facts.date_purposes import purpose_of
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.purpose import Purpose
from sealedbid.intelligence.brief.facts.values import AnyValue, Moment
from sealedbid.intelligence.brief.values.models import Read


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
