"""Values: each number, sum, date and unit of a sentence is in a source that it cites, by value."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.checks.counted import of_noun, of_one
from sealedbid.intelligence.grounding.checks.telling import told
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found
from sealedbid.intelligence.grounding.values.comparing import Compared, compare
from sealedbid.intelligence.grounding.values.generic import is_generic
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.units import unit_words


def check_numbers(claim: Claim) -> Iterator[Found]:
    """Compare each value with those of the cited sources."""
    for draft in claim.text.values:
        cited = claim.bearing(claim.text.clause_at(draft.start))
        if draft.kind == "code" and claim.is_yours(draft.start):
            cited = claim.cited
        source = [value for one in cited for value in one.text.values]
        if _is_one(draft):
            yield from of_one(draft, source)
            continue
        compared = compare(draft, source, is_generic)
        if compared.difference:
            if not _is_said_apart(draft, compared, claim):
                yield told(draft, compared, source)
        elif draft.kind == "number" and draft.heads:
            yield from of_noun(draft, claim, cited)


def _is_said_apart(draft: Value, compared: Compared, claim: Claim) -> bool:
    """True if the sentence says elsewhere what the value lacks: its whole, or its period."""
    near = compared.nearest
    if near is None:
        return False
    if compared.difference == "noun" and near.part_of:
        return any(str(one.number) == near.part_of for one in claim.text.values)
    if compared.difference == "period" and draft.per and not near.per:
        word = unit_words(draft.per, claim.text.language)
        for one in claim.cited:
            place = one.text.clause_at(near.start) if near in one.text.values else None
            if place is not None and word.search(one.text.sentence_of(place)):
                return True
    return False


def _is_one(value: Value) -> bool:
    """True for "one page", which may count nothing."""
    return value.kind == "number" and value.number == 1 and not value.words.strip().isdigit()
