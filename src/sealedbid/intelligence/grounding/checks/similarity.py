"""Similarity: a sentence has something in common with the sources that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sealedbid.intelligence.grounding.claims import Cited, Claim, values_of
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.text.marks import without_taxes
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.grounding.text.words import stems
from sealedbid.intelligence.grounding.values.comparing import compare
from sealedbid.intelligence.grounding.values.generic import is_generic
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.folding import fold

NONE, LOW = 0.34, 0.5  # shares of the sentence's stems in its sources: unsupported, weak
JOINED = 3  # sentences of the sources that a sentence may put together
_BEFORE = re.compile(r"\b([A-Z]\w{1,30})\s$")
FEWEST = 2  # stems beside the names, below which a sentence tells too little to be compared
WORTH, LARGE = 2, 100  # stems that such a value is worth; numbers that few pages have
FEW = 3  # stems below which one common stem is enough


def check_similarity(claim: Claim) -> Iterator[Found]:
    """Measure how many of the sentence's words its sources have."""
    mine = frozenset(
        stems(without_taxes(claim.text.folded, claim.text.language), claim.text.language)
    )
    if not mine:
        return
    bearing = {one.source.id for each in claim.text.clauses for one in claim.bearing(each)}
    readable = [one for one in claim.in_language if one.source.id in bearing]
    if not readable:
        if not _shares_values(claim):
            yield soft("similarity", claim.text.text[:80], "its sources are in another language")
        return
    shared = _telling(claim, readable)
    if len(mine) < FEW and _shares_values(claim):
        return
    theirs = frozenset[str]().union(*(one.text.stems for one in readable))
    named = _stems_of_names(claim)
    told = mine - named
    if mine & named and len(told) >= FEWEST and not (told & theirs or shared):
        yield hard("similarity", claim.text.text[:80], "its sources only name who it is about")
        return
    common = [mine & said for one in readable for said in _sentences(one.text)]
    common.sort(key=len, reverse=True)
    share = (len(frozenset[str]().union(*common[:JOINED])) + WORTH * shared) / len(mine)
    if share == 0 or (share < NONE and len(mine) >= FEW):
        yield hard("similarity", claim.text.text[:80], "it has nothing in common with its sources")
    elif share < LOW and len(mine) >= FEW:
        yield soft("similarity", claim.text.text[:80], "it has little in common with its sources")


def _stems_of_names(claim: Claim) -> frozenset[str]:
    """The stems of the names in the sentence: a source that has no more than these says nothing.

    A first name may look like a small word: what is written large before a name is of it.
    """
    words = [" ".join(name.words) for name in claim.text.names]
    words += [
        before[1]
        for name in claim.text.names
        if (before := _BEFORE.search(claim.text.text, 0, name.start))
    ]
    return frozenset(stems(fold(" ".join(words)), claim.text.language))


def _sentences(text: Text) -> list[frozenset[str]]:
    """The stems of each sentence of a text."""
    found: list[frozenset[str]] = [frozenset()] * text.sentences
    for one in text.clauses:
        found[one.sentence] |= one.stems
    return found


def _telling(claim: Claim, readable: Sequence[Cited]) -> int:
    """The number of values that hardly another page has: sums, percentages, days, large numbers.

    They count if the sources have all values of the sentence.
    """
    source = values_of(readable, claim.text.language)
    mine = [
        one
        for one in claim.text.values
        if not (one.number == 1 and one.kind in ("number", "length"))
    ]
    if any(_differs(one, source) for one in mine):
        return 0
    return len({one.words for one in mine if _is_telling(one)})


def _is_telling(one: Value) -> bool:
    if one.kind == "date":
        return one.day is not None and not one.day.vague
    return one.kind in ("money", "percentage", "clock", "code") or one.number >= LARGE


def _differs(one: Value, source: Sequence[Value]) -> bool:
    return compare(one, source, is_generic).difference not in ("", "hedge", "noun", "period")


def _shares_values(claim: Claim) -> bool:
    """True if the sources have a value of the sentence: "Completed: May 2025"."""
    source = values_of(claim.cited, claim.text.language)
    return any(not compare(one, source, is_generic).difference for one in claim.text.values)
