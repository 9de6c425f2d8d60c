"""Values of which the sentence, or its source, says a part elsewhere: the whole, the period."""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.values.lengths import UNITS
from sealedbid.intelligence.grounding.checks.changes import changes_in
from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.values.comparing import Compared
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.shares import NEAR
from sealedbid.intelligence.grounding.values.units import unit_words

TIMES = 2  # a share from which on it tells how many times as much


def is_said_apart(draft: Value, compared: Compared, claim: Claim) -> bool:
    """True if the sentence says elsewhere what the value lacks, or the sources let compute it."""
    near = compared.nearest
    is_missing = compared.difference == "value"
    if draft.kind in ("share", "percentage") and is_missing and _is_computed(draft, claim):
        return True
    if draft.kind == "length" and draft.number == 1:
        return any(v.per == draft.unit for one in claim.cited for v in one.text.values)
    if near is None:
        return False
    if compared.difference == "noun" and near.part_of:
        return any(f"{one.number.normalize():f}" == near.part_of for one in claim.text.values)
    if compared.difference != "period":
        return False
    if draft.per and near.per not in UNITS:
        return any(_has_period(near, draft.per, one) for one in claim.cited)
    return not draft.per and bool(near.per) and _names_period(draft, near, claim)


def _is_computed(draft: Value, claim: Claim) -> bool:
    """True if a change of the sources is as large: "by a quarter" of "from 12,400 to 15,500"."""
    part = draft.number / 100 if draft.kind == "percentage" else draft.number
    pairs = {pair for one in claim.cited for pair in changes_in(one.text)}
    if part >= TIMES and draft.kind == "share":
        return any(abs(other / one - part) < NEAR for one, other in pairs if one)
    return any(abs(abs(other - one) / one - part) < NEAR for one, other in pairs if one)


def _has_period(near: Value, period: str, one: Cited) -> bool:
    """True if the source names the period near the value, and no other value has it."""
    place = one.text.clause_at(near.start) if near in one.text.values else None
    if place is None:
        return False
    if near.kind == "money" and any(value.per == period for value in one.text.values):
        return False
    word = unit_words(period, one.text.language)
    return word.search(one.text.sentence_of(place)) is not None


def _names_period(draft: Value, near: Value, claim: Claim) -> bool:
    """True if the sentence says elsewhere what a sum is paid for: "an hour", "monthly"."""
    word = unit_words(near.per, claim.text.language)
    if word.search(claim.text.folded):
        return True
    others = (one for one in claim.text.values if one.kind == "money" and one is not draft)
    return any(one.per == near.per and one.start < draft.start for one in others) or bool(
        re.search(rf"(?<!\w){re.escape(near.per[:6])}", claim.text.folded)
    )
