"""What one sentence asks of the bidder, by its verbs and by who stands before them.

The rules are those of English contract drafting: "must" and "shall" bind whoever is not the buyer,
unless they only define ("shall mean") or judge ("shall be evaluated"); "will", "agrees" and "may
not" bind only those who bid, since the same words describe the course of things.
"""

from __future__ import annotations

import re
from enum import Enum

from sealedbid.intelligence.brief.requirements.imperatives import is_imperative
from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.subjects import Side, side, subject
from sealedbid.intelligence.brief.requirements.turns import binds
from sealedbid.intelligence.brief.requirements.verbs import (
    ABLE,
    EFFECT,
    EXCEEDS,
    JUDGED,
    MACHINE,
    MADE,
    MEASURED,
    PAGES,
    PASSIVE,
    VERBS,
)


class Duty(Enum):
    """What a sentence asks; the higher wins where a sentence says several things."""

    NONE = 0
    OTHERS = 1  # it speaks of a duty or a right, but not of a bidder's duty
    SHOULD = 2
    MUST = 3


WE_NEED = re.compile(
    r"\b(?:we|i|our [\w ]{1,30}?)(?:'ll| will| do| also| really| urgently)*"
    r" (?:needs?|requires?|must have|expects?|insist)\b",
    re.IGNORECASE,
)
WE_WANT = re.compile(
    r"\b(?:we|i)(?:'d| would| do| also| really|'re| are| am|'m| strongly)*"
    r" (?:wants?|like|love|wish|hope|prefer|looking for|seeking|plan to|interested in)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:we|i|our)\b", re.IGNORECASE)
WISHED = re.compile(
    r"^(?:[Ll]ooking for|[Ss]eeking|[Ww]anted)\b|[Ii]deally\b|[Pp]referably\b"
    r"|[Nn]ice[ -]to[ -]have|[Aa]s a bonus\b"
)


def duty(sentence: str, parties: Parties, *, orders: bool = True) -> Duty:
    """What ``sentence`` asks of the bidder. ``orders``: a bare order is addressed to the bidder."""
    order = Duty.MUST if is_imperative(sentence, bare=orders) else Duty.NONE
    if order is Duty.MUST:
        return order
    found = [_of_whole(sentence, parties)]
    for match in VERBS.finditer(sentence):
        found.append(_of_verb(sentence, match, parties))
        if found[-1] is Duty.MUST:
            break
    return max(found, key=lambda each: each.value)


def _of_whole(sentence: str, parties: Parties) -> Duty:
    """What the sentence's turn of phrase asks, whatever its verbs."""
    if binds(sentence, parties):
        return Duty.MUST
    first_person = FIRST_PERSON.search(sentence) is not None
    if first_person and WE_NEED.search(sentence):
        return Duty.MUST
    wish = first_person and WE_WANT.search(sentence)
    return Duty.SHOULD if wish or WISHED.search(sentence) else Duty.NONE


def _of_verb(sentence: str, match: re.Match[str], parties: Parties) -> Duty:
    """What one verb asks, of whom it binds."""
    kind, after = match.lastgroup or "", sentence[match.end() : match.end() + 120]
    if kind in {"none", "may"}:
        return Duty.OTHERS
    if kind == "vital" and MEASURED.search(sentence[: match.start()]):
        return Duty.NONE
    who = side(subject(sentence[: match.start()]), parties)
    if who is Side.CONDITION:
        return Duty.NONE
    if who in {Side.BUYER, Side.PROCESS}:
        return Duty.OTHERS
    if kind in {"strong", "vital", "should", "refused"}:
        if EFFECT.match(after) or JUDGED.match(after):
            return Duty.OTHERS
        return Duty.SHOULD if kind == "should" else Duty.MUST
    asked = {
        "will": _will(sentence, match, after, who, parties),
        "agree": who is Side.BIDDER,
        "told": who is Side.BIDDER,
        "limit": who in {Side.BIDDER, Side.PRODUCT} or PAGES.match(after) is not None,
        "mild": who in {Side.BIDDER, Side.PRODUCT},
        "barred": who is Side.BIDDER or EXCEEDS.match(after) is not None,
    }[kind]
    return Duty.MUST if asked else Duty.NONE if kind == "agree" else Duty.OTHERS


def _will(sentence: str, match: re.Match[str], after: str, who: Side, parties: Parties) -> bool:
    """Whether "will" binds: those who bid by what they do, what they make by how it will be."""
    if who is Side.BIDDER:
        return PASSIVE.match(after) is None
    made = MADE.match(after)
    if made and who is Side.PRODUCT:
        return True
    if made and re.match(r" by (?:the |each )?", after[made.end() :]):
        return parties.bidder.match(after, made.end() + len(" by the ")) is not None
    head = subject(sentence[: match.start()])
    return MACHINE.search(head) is not None and ABLE.match(after) is not None
