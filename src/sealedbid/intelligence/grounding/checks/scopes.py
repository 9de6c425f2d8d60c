"""Scopes: the things that a sentence denies by "no", "without", "kein", "sans"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import NOTHING, Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.text.words import stem

DENIED = re.compile(
    r"\b(?P<no>no|none|without|kein\w{0,2}|ohne|aucune?|sans|ningun[oa]?|sin|geen|zonder)\s"
    r"(?:(?:a|an|any|the|further|ein\w{0,2}|une?|una?|een)\s)?(?P<what>[a-z]{3,})"
)
NONE = ("no", "kein", "aucun", "ningun", "geen")


def scopes_in(folded: str) -> frozenset[str]:
    """The stems of what folded text denies."""
    return frozenset(stem(found["what"]) for found in DENIED.finditer(folded))


def uncounted(claim: Claim) -> Iterator[Found]:
    """Find a "no" for what all sources count and none denies: "two medium defects"."""
    denied = NOTHING.union(*(scopes_in(one.text.folded) for one in claim.in_language))
    for found in DENIED.finditer(claim.text.folded):
        what = stem(found["what"])
        if not found["no"].startswith(NONE) or found["no"] == "none" or what in denied:
            continue
        for one in claim.in_language:
            for value in one.text.values:
                place = one.text.clause_at(value.start)
                near = stem_behind(one.text.folded, value.end)
                is_plain = place is not None and not place.marks.negations
                if value.kind == "number" and value.number > 0 and what == near and is_plain:
                    yield hard("negation", found[0], f"the source says “{value.words} {near} …”")
                    return


def stem_behind(folded: str, end: int) -> str:
    """The stem of the word behind a place."""
    found = re.compile(r"\s([a-z]{3,})").match(folded, end)
    return stem(found[1]) if found else ""
