"""Ranges: two numbers between which something lies, and not what it was and what it is."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.grounding.values.models import Value

SPAN = re.compile(r"\s?(?:-|–|\s(?:to|bis|a|tot)\s)\s?|\s(?:to|bis|a|tot)\s")
CHANGED = re.compile(
    r"(?:r[io]se[sn]?|f[ae]ll(?:en|s)?|gr[eo]wn?|dropped|doubled|tripled|halved|climbed|went|gone|moved"
    r"|increas\w+|decreas\w+|declin\w+|shr[aiu]nk|cut|brought|stieg\w*|sank\w*|sink\w*|steig\w*|wuchs"
    r"|verdoppel\w+|pass\w+|augment\w+|diminu\w+|baiss\w+|doubl\w+|pas(?:o|aron|an)|subi\w+|baj\w+"
    r"|aument\w+|crec\w+|duplic\w+|steeg|stegen|daald\w+|daal\w+|groei\w+|zakt\w+)\b"
    r"[^.;|]{0,20}\b(?:from|von|de|van)\s$"
)
JOINED = ("and", "und", "et", "y", "en")
MOVED = ("auf", "naar")  # of what was one number and is another
BETWEEN = ("between", "zwischen", "entre", "tussen")


def with_ranges(found: list[Value], shadow: str, folded: str) -> list[Value]:
    """The values, those marked that are both ends of a range: "8% to 11%"."""
    for at, (one, other) in enumerate(pairwise(found)):
        between = shadow[one.end : other.start]
        same = (one.kind, one.unit) == (other.kind, other.unit) and one.unit not in ("", "year of")
        is_to = same and one.number < other.number and SPAN.fullmatch(between)
        if is_to and not (one.is_range or _is_change(folded, one.start)):
            found[at] = replace(one, is_range=True)
            found[at + 1] = replace(other, is_range=True, is_upper=True)
    return found


def is_range(ends: list[re.Match[str]], numbers: list[Decimal], shadow: str, folded: str) -> bool:
    """True for "2 to 3" and "between 2 and 3", not for "2 and 3"."""
    if numbers[0] >= numbers[1]:
        return False
    start = ends[0].start()
    between = shadow[ends[0].end() : ends[1].start()].strip(f" {FILL}")
    if between in MOVED or _is_change(folded, start):
        return False
    if between in JOINED:
        return shadow[max(0, start - 12) : start].rstrip().endswith(BETWEEN)
    return True


def _is_change(folded: str, start: int) -> bool:
    """True behind a word for a change: "rose from 31 to 62" has two numbers, and no range."""
    return CHANGED.search(folded, max(0, start - 44), start) is not None
