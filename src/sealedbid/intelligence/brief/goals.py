"""Goals: the sentences that say what is wanted and why, in the brief's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sealedbid.intelligence.brief.models import Passage
from sealedbid.intelligence.brief.placeholders import PLACEHOLDER
from sealedbid.intelligence.brief.structure.columns import is_field, tidy
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.vocabulary.patterns import pattern

FOOTNOTE = re.compile(
    r"\[?\^?\d{1,3}\]:|\[\^\w{1,20}\]|[¹²³⁴-⁹*†‡]\s?\S|\(\d\)\s|\d{1,2}\s(?=See\b)"
)
REACHED = re.compile(r"@[\w-]+\.|https?://|www\.|\(\d{3}\)\s?\d{3}|\+\d[\d\s()-]{7}")
IDENTITY = ("title", "reference", "issuer", "contact")
MOST = 12
LEAST = 2
SHORT = 6  # pieces of a note
FEWEST_WORDS, MOST_WORDS = 5, 90


def goals(found: Sequence[Piece]) -> tuple[Passage, ...]:
    """At most twelve passages, best first; of equals, the earlier."""
    said = [each for each in found if each.speaker == "client" and _is_clients(each)]
    scored = [
        (_score(piece), -index, piece)
        for index, piece in enumerate(said)
        if FEWEST_WORDS <= len(piece.text.split()) <= MOST_WORDS and _is_passage(piece)
    ]
    scored = [each for each in scored if each[0] >= LEAST]
    seen: set[str] = set()
    result: list[Passage] = []
    best = [each for _, _, each in sorted(scored, key=lambda each: each[:2], reverse=True)]
    # A note in a hurry announces nothing, and has no procedure either: all of it is what is wanted.
    plain = [
        each
        for each in said
        if each.kind != "cell" and FEWEST_WORDS <= len(each.text.split()) <= MOST_WORDS
    ]
    is_note = len(plain) <= SHORT and not any(each.headings for each in plain)
    for piece in plain if is_note else best or plain[:SHORT]:
        if piece.text not in seen and len(result) < MOST:
            seen.add(piece.text)
            text = " ".join(piece.text.split())
            result.append(Passage(span=piece.span, text=text, heading=piece.heading))
    return tuple(result)


def _is_clients(piece: Piece) -> bool:
    """True if it may be the client's wish: no placeholder, letterhead, footnote or greeting."""
    if piece.kind == "heading" or piece.header or PLACEHOLDER.search(piece.text):
        return False
    if FOOTNOTE.match(piece.text) or pattern("goals", "rules").search(piece.text):
        return False
    if piece.label and is_field(piece.label):
        return False
    named = tidy(piece.label) if piece.label else ""
    if any(pattern("identity", each).fullmatch(named) for each in IDENTITY):
        return False
    bare = piece.text.strip(" ,!.")
    if pattern("identity", "greeting").fullmatch(bare):
        return False
    if pattern("goals", "letterhead").match(bare):
        return False
    return piece.whole or REACHED.search(piece.text) is None


def _is_passage(piece: Piece) -> bool:
    """True if it can stand by itself: no lead-in, no line of a table of contents."""
    if piece.kind not in {"sentence", "item"} or piece.leads:
        return False
    return piece.whole or not piece.is_entry


@lru_cache(maxsize=256)
def _is_about_goals(heading: str) -> bool:
    return len(heading) <= 160 and pattern("headings", "goals").fullmatch(heading) is not None


def _score(piece: Piece) -> int:
    text = piece.text
    score = 2 * bool(pattern("goals", "intent").search(text))
    score += 3 * bool(pattern("goals", "announces").search(text))
    score += 2 * _is_about_goals(piece.heading)
    score += bool(pattern("goals", "change").match(text))
    if score < LEAST:
        return 0
    procedure = pattern("goals", "procedure").finditer(text)
    return score - 2 * len({each[0].lower()[:6] for each in procedure})
