"""The budget: what may be spent on this work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sealedbid.intelligence.brief.facts.choosing import Candidate, chosen
from sealedbid.intelligence.brief.facts.dollars import other_dollars
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.sum_purposes import Spending, is_bare, spending
from sealedbid.intelligence.brief.facts.values import AnyValue, Money, TaxSaid
from sealedbid.intelligence.brief.values.riders import Around, riders, tax_of
from sealedbid.intelligence.brief.values.sums import Sum

AND = re.compile(r"\b(?:and|plus|und|sowie|et|y|en)\b")
GAP = 40
SHORT = 60  # a sentence that says no more than how tax counts
REPEATED = re.compile(r"[^\w(]{0,4}\([^()]{0,60}")


def budget_of(found: Sequence[Line], text: str, language: str) -> Fact | None:
    """The budget; unsure where sums disagree or may be for something else."""
    sums = [
        (line, each, says)
        for line in found
        for each in line.sums
        if not _is_repeated(line, each)
        if (says := spending(line, each, language)).rank > 0
    ]
    if not sums:
        return None
    sums += list(_beside(sums))
    dollars = other_dollars(text)
    taxes = _taxes(found, language)
    return chosen(
        "budget",
        [_candidate(line, _taxed(each, line, taxes), says, dollars) for line, each, says in sums],
        agree=same_sum,
        weak="it is not plain that this sum is for this work",
        several="more than one sum is given",
    )


def _taxes(found: Sequence[Line], language: str) -> dict[int, TaxSaid]:
    """Tax that short sentences without a sum speak of, by their places: "VAT is extra"."""
    return {
        line.order: said
        for line in found
        if len(line.folded) <= SHORT and not line.sums and not line.piece.row
        and (said := tax_of(Around(before="", behind=line.folded), riders(language)))
    }  # fmt: skip


def _taxed(each: Sum, line: Line, taxes: dict[int, TaxSaid]) -> Sum:
    """A sum with the tax that the next sentence speaks of, where its own says nothing."""
    value = each.read.value
    said = taxes.get(line.order + 1)
    if value is None or value.tax or said is None or len(line.sums) > 1 or line.piece.row:
        return each
    return replace(each, read=replace(each.read, value=value.model_copy(update={"tax": said})))


def _is_repeated(line: Line, each: Sum) -> bool:
    """True for a sum in brackets behind one: "INR 7,50,000 (Rupees seven lakh ...)"."""
    ends = [one.read.end for one in line.sums if one.read.end <= each.read.start]
    return any(REPEATED.fullmatch(line.folded[end : each.read.start]) for end in ends)


def _beside(
    sums: Sequence[tuple[Line, Sum, Spending]],
) -> Iterator[tuple[Line, Sum, Spending]]:
    """Sums that a budget is joined with: "25,000 for design and 40,000 for build"."""
    told = [id(each) for _, each, _ in sums]
    for line, one, says in sums:
        for each in line.sums:
            gap = line.folded[one.read.end : each.read.start]
            joined = one.read.end <= each.read.start and len(gap) <= GAP and AND.search(gap)
            if joined and "." not in gap and each.shown and id(each) not in told:
                yield line, each, says


def same_sum(one: AnyValue, two: AnyValue) -> AnyValue | None:
    """The fuller of two sums that say the same; None where they differ."""
    if not isinstance(one, Money) or not isinstance(two, Money):
        return None
    if (one.minor, one.upper_minor) != (two.minor, two.upper_minor):
        return None
    if one.currency and two.currency and one.currency != two.currency:
        return None
    if one.per != two.per:
        return None
    fuller = (
        one if (one.currency, one.tax).count(None) <= (two.currency, two.tax).count(None) else two
    )
    bound = next((each.bound for each in (one, two) if each.bound != "exact"), "exact")
    return fuller.model_copy(update={"bound": bound})


def _candidate(line: Line, each: Sum, says: Spending, dollars: Sequence[str]) -> Candidate:
    read = each.read
    others: tuple[AnyValue, ...] = read.others
    doubt = "; ".join(filter(None, (says.doubt, read.doubt)))
    if dollars and read.value is not None and read.value.currency == "USD" and is_bare(line, each):
        others = (*others, *(read.value.model_copy(update={"currency": one}) for one in dollars))
        named = " or ".join(("USD", *dollars))
        doubt = "; ".join(filter(None, (doubt, f"it does not say whose dollar: {named}")))
    return Candidate(
        value=read.value,
        quote=line.span(read.start, read.end),
        rank=says.rank,
        inferred=read.inferred,
        doubt=doubt,
        others=others,
    )
