"""Values: each number, sum, date and unit of a sentence is in a source that it cites, by value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sealedbid.intelligence.grounding.checks.apart import is_said_apart
from sealedbid.intelligence.grounding.checks.counted import of_noun, of_one, rival_of
from sealedbid.intelligence.grounding.checks.telling import told
from sealedbid.intelligence.grounding.claims import Cited, Claim, values_of
from sealedbid.intelligence.grounding.found import Found
from sealedbid.intelligence.grounding.values.comparing import compare
from sealedbid.intelligence.grounding.values.generic import is_generic
from sealedbid.intelligence.grounding.values.models import Value


def check_numbers(claim: Claim) -> Iterator[Found]:
    """Compare each value with those of the cited sources."""
    wholes: set[Value] = set()
    for draft, behind in pairwise((*claim.text.values, None)):
        assert draft is not None
        cited = claim.bearing(claim.text.clause_at(draft.start))
        if draft.kind == "code" and claim.is_yours(draft.start):
            cited = claim.cited
        source = values_of(cited, claim.text.language)
        if _is_one(draft) and not draft.part_of:
            yield from of_one(draft, source)
            continue
        compared = compare(draft, source, is_generic)
        near = compared.nearest
        is_part = draft.kind == "number" and draft.part_of and not compared.difference
        if is_part and behind and near and near.part_of != draft.part_of and near.ratio:
            wholes.add(behind)  # "nine out of ten": ten is judged with nine
        if draft in wholes or (compared.difference and is_said_apart(draft, compared, claim)):
            continue
        if compared.difference:
            rival = rival_of(draft, source) if compared.difference == "noun" else None
            yield rival or told(draft, compared, source)
        elif draft.kind == "number" and draft.heads:
            read = [one for one in cited if _is_read(one, claim)]
            if any(value.number == draft.number for one in read for value in one.text.values):
                yield from of_noun(draft, claim, read)


def _is_read(one: Cited, claim: Claim) -> bool:
    return one.text.language == claim.text.language or one.source.of == "computed"


def _is_one(value: Value) -> bool:
    """True for "one page", which may count nothing."""
    return value.kind == "number" and value.number == 1 and not value.words.strip().isdigit()
