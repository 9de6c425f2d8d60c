"""Choosing among the candidates for one fact: several that disagree are a question, not a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.models import Alternative, Fact, FactKind
from sealedbid.intelligence.brief.facts.values import AnyValue
from sealedbid.intelligence.brief.models import Span

MOST = 6  # alternatives that a person is shown
SURE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A value that may be the fact. ``rank`` says how plainly: 3 in so many words, 1 by a guess."""

    value: AnyValue | None
    quote: Span
    rank: int
    inferred: str = ""
    doubt: str = ""
    others: tuple[AnyValue, ...] = ()


def chosen(
    kind: FactKind,
    candidates: Sequence[Candidate],
    *,
    agree: Callable[[AnyValue, AnyValue], AnyValue | None],
    key: str = "",
    weak: str,
    several: str,
) -> Fact | None:
    """The fact of the best candidates; None without any.

    ``agree`` gives the fuller of two values that say the same, or None. ``weak`` is the reason for
    a doubt where no candidate is plain, ``several`` where they differ.
    """
    if not candidates:
        return None
    top = max(each.rank for each in candidates)
    groups = _groups([each for each in candidates if each.rank >= min(top, SURE)], agree)
    best_rank = max(each.rank for each in groups)
    groups.sort(key=lambda each: -each.rank)
    plain = [each for each in groups if each.rank == best_rank]
    first = plain[0]
    others = [Alternative(value=value, quote=first.quote) for value in first.others]
    others += [
        Alternative(value=each.value, quote=each.quote)
        for each in groups
        if each is not first and each.value is not None
    ]
    reason = first.doubt
    if len(plain) > 1:
        reason = "; ".join(filter(None, (several, reason)))
    elif best_rank < SURE:
        reason = "; ".join(filter(None, (weak, reason)))
    return Fact(
        key=key or kind,
        kind=kind,
        value=first.value,
        quote=first.quote,
        sure=not reason and first.value is not None,
        reason=reason,
        alternatives=tuple(others[:MOST]) if reason else (),
        inferred=first.inferred,
    )


def _groups(
    candidates: Sequence[Candidate], agree: Callable[[AnyValue, AnyValue], AnyValue | None]
) -> list[Candidate]:
    """One candidate for each value: the fuller and plainer one of those that say the same."""
    groups: list[Candidate] = []
    for each in candidates:
        for index, known in enumerate(groups):
            if known.value is None or each.value is None:
                continue
            fuller = agree(known.value, each.value)
            if fuller is not None:
                groups[index] = _merged(known, each, fuller)
                break
        else:
            groups.append(each)
    return groups


def _merged(one: Candidate, two: Candidate, fuller: AnyValue) -> Candidate:
    told = [each for each in (one, two) if each.value == fuller]
    source = max(told, key=lambda each: (each.rank, not each.doubt)) if told else one
    return Candidate(
        value=fuller,
        quote=source.quote,
        rank=max(one.rank, two.rank),
        inferred=source.inferred,
        doubt=source.doubt,
        others=source.others,
    )
