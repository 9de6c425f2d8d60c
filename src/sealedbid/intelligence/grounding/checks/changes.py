"""Changes: what fell from 34 to 9 in the source did not grow from 9 to 34."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.text.reading import Text

TO = re.compile(r"\x20(?:\w{1,12}\x20){0,2}(?:to|auf|naar|a|hasta|jusqu'a)\x20")
FARTHEST = 24  # characters between the two ends of a change
LENGTHS = ("number", "length", "percentage", "money")


def check_changes(claim: Claim) -> Iterator[Found]:
    """Find a change whose ends are the source's the other way about."""
    theirs = {pair for one in claim.cited for pair in changes_in(one.text)}
    for one, other in changes_in(claim.text):
        if (one, other) not in theirs and (other, one) in theirs:
            words = f"from {one:f} to {other:f}"
            yield hard("number", words, f"the source says from {other:f} to {one:f}")


def changes_in(text: Text) -> Iterator[tuple[Decimal, Decimal]]:
    """The ends of each change in a text, in its order."""
    values = [value for value in text.values if value.kind in LENGTHS]
    for one, other in pairwise(values):
        between = text.folded[one.end : other.start]
        if len(between) <= FARTHEST and TO.fullmatch(f" {between.strip()} "):
            yield one.number, other.number
