"""Changes: what fell from 34 to 9 in the source did not grow from 9 to 34."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.text.opposites import opposites
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.grounding.values.models import Value

TO = re.compile(r"\x20(?:\w{1,12}\x20){0,2}(?:to|auf|naar|a|hasta|jusqu'a)\x20")
FARTHEST = 24  # characters between the two ends of a change
BEHIND = re.compile(r"\s(?:of\s)?\w{2,14}\b")
BOUNDING = re.compile(
    r"\b(?:more|less|fewer|higher|longer|mehr|weniger|langer|plus|moins|mas|menos|meer|minder|langer)\s"
    r"(?:than|als|de|que|dan)\b"
)
LENGTHS = ("number", "length", "percentage", "money")


def check_changes(claim: Claim) -> Iterator[Found]:
    """Find a change whose ends are the source's the other way about."""
    theirs = {pair for one in claim.cited for pair in changes_in(one.text)}
    for one, other in changes_in(claim.text):
        if (one, other) not in theirs and (other, one) in theirs:
            words = f"from {one:f} to {other:f}"
            yield hard("number", words, f"the source says from {other:f} to {one:f}")
    yield from _turned(claim)


def _turned(claim: Claim) -> Iterator[Found]:
    """Find a share that the sentence has more of and the sources less, or the other way about."""
    for value in claim.text.values:
        if value.kind not in ("percentage", "share"):
            continue
        mine = _direction(value, claim.text)
        theirs = {
            _direction(other, one.text)
            for one in claim.in_language
            for other in one.text.values
            if other.kind == value.kind and other.number == value.number
        }
        if mine and theirs == {-mine}:
            yield hard("negation", value.words, "in the source it is a change in the other sense")


def _direction(value: Value, text: Text) -> int:
    """1 if it is so much more, -1 if so much less, 0 if its clause says neither, or both."""
    more, less = opposites(text.language)[0]
    found = BEHIND.match(text.folded, value.end)
    if found and (more.search(found[0]) or less.search(found[0])):
        return bool(more.search(found[0])) - bool(less.search(found[0]))
    place = text.clause_at(value.start)
    said = BOUNDING.sub(" ", text.folded[place.start : place.end]) if place else ""
    return bool(more.search(said)) - bool(less.search(said))


def changes_in(text: Text) -> Iterator[tuple[Decimal, Decimal]]:
    """The ends of each change in a text, in its order."""
    values = [value for value in text.values if value.kind in LENGTHS]
    for one, other in pairwise(values):
        between = text.folded[one.end : other.start]
        if len(between) <= FARTHEST and TO.fullmatch(f" {between.strip()} "):
            yield one.number, other.number
