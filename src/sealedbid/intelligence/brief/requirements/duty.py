"""The duty in one sentence, by its verbs and by who stands before them.

The rules are those of contract drafting: "must" and "shall" bind whoever is not the buyer, unless
they only define ("shall mean") or judge ("shall be evaluated"); "will", "agrees" and "may not" bind
only those who bid, since the same words describe the course of things.
"""

from __future__ import annotations

import re
from enum import Enum

from sealedbid.intelligence.brief.requirements.imperatives import is_headed_order, is_imperative
from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.subjects import Side, inverted, side, subject
from sealedbid.intelligence.brief.requirements.turns import binds
from sealedbid.intelligence.brief.requirements.words import Words

# "No training is required": nothing is; "no vendor may" forbids.
NEEDED = re.compile(
    r"requi|necess|nécess|neces|need|erforder|notwendig|exig|vereist|nodig|verplicht|expected|obligat",
    re.IGNORECASE,
)
NEAR = 40
REACH = 120  # characters behind a verb that change its meaning


class Duty(Enum):
    """The duty that a sentence asks; the higher wins where a sentence says several things."""

    NONE = 0
    OTHERS = 1  # it speaks of a duty or a right, but not of a bidder's duty
    SHOULD = 2
    MUST = 3


def duty(sentence: str, parties: Parties, words: Words, *, orders: bool = True) -> Duty:
    """Find what ``sentence`` asks. ``orders``: a bare order is addressed to the bidder."""
    if is_imperative(sentence, words, bare=orders):
        return Duty.MUST
    if words["leads.request"].match(sentence):
        return Duty.MUST
    found = [_of_whole(sentence, parties, words)]
    if orders and is_headed_order(sentence, words):
        found.append(Duty.MUST)
    for match in words.verbs.finditer(sentence):
        found.append(_of_verb(sentence, match, parties, words))
        if found[-1] is Duty.MUST:
            break
    return max(found, key=lambda each: each.value)


def _of_whole(sentence: str, parties: Parties, words: Words) -> Duty:
    """Find what the sentence's turn of phrase asks, whatever its verbs."""
    if binds(sentence, parties, words):
        return Duty.MUST
    first_person = words["wishes.first_person"].search(sentence) is not None
    if first_person and words["wishes.need"].search(sentence):
        return Duty.MUST
    wish = first_person and words["wishes.want"].search(sentence)
    return Duty.SHOULD if wish or words["wishes.wished"].search(sentence) else Duty.NONE


def _of_verb(sentence: str, match: re.Match[str], parties: Parties, words: Words) -> Duty:
    """Find what one verb asks, of whom it binds."""
    kind, after = match.lastgroup or "", sentence[match.end() : match.end() + REACH]
    before = sentence[: match.start()]
    if kind in {"none", "may"}:
        return Duty.OTHERS
    if kind == "vital" and words["before.measured"].search(before):
        return Duty.NONE
    if not before.strip() and match[0] == "Should":  # "Should the vendor fail, ..."
        return Duty.NONE
    said = subject(before, words)
    if words["before.nothing"].match(said) and NEEDED.search(match[0] + after[:NEAR]):
        return Duty.OTHERS
    who = _who(before, after, parties, words)
    if who is Side.CONDITION:
        return Duty.NONE
    if who in {Side.BUYER, Side.PROCESS}:
        return Duty.OTHERS
    if who is Side.OTHERS and not words["after.served"].match(after):
        return Duty.OTHERS
    if kind in {"strong", "vital", "should", "refused"}:
        if who in {Side.OTHERS, Side.UNKNOWN} and words["after.now"].match(after):
            return Duty.OTHERS
        if words["after.effect"].match(after) or words["after.judged"].match(after):
            return Duty.OTHERS
        return Duty.SHOULD if kind == "should" else Duty.MUST
    least = words["before.least"].match(said) is not None
    asked = {
        "will": _will(before, after, who, parties, words),
        "agree": who is Side.BIDDER or least,
        "told": who is Side.BIDDER or words["after.given"].match(after) is not None,
        "limit": who in {Side.BIDDER, Side.PRODUCT} or _says(words, "after.pages", after),
        "mild": who in {Side.BIDDER, Side.PRODUCT} or _says(words, "before.it", said),
        "barred": who is Side.BIDDER or _says(words, "after.exceeds", after),
    }[kind]
    return Duty.MUST if asked else Duty.NONE if kind == "agree" else Duty.OTHERS


def _who(before: str, after: str, parties: Parties, words: Words) -> Side:
    """The side that a verb binds; where the words before it do not say, those behind may."""
    found = subject(before, words)
    who = side(found, parties, words) if found else Side.UNKNOWN
    turned = who in {Side.UNKNOWN, Side.CONDITION, Side.OTHERS} or words["subjects.aside"].match(
        found
    )
    if turned and words.table.get("inverted", False):
        behind = inverted(after, parties)
        return who if behind is Side.UNKNOWN else behind
    return who


def _says(words: Words, name: str, after: str) -> bool:
    return words[name].match(after) is not None


def _will(before: str, after: str, who: Side, parties: Parties, words: Words) -> bool:
    """True if "will" binds: those who bid by what they do, what they make by how it will be."""
    if who is Side.BIDDER:
        return words["after.passive"].match(after) is None
    made = words["after.made"].match(after)
    if made and who is Side.PRODUCT:
        return True
    if made and re.match(r" by (?:the |each )?", after[made.end() :]):
        return parties.bidder.match(after, made.end() + len(" by the ")) is not None
    machine = words["before.machine"].search(subject(before, words)) is not None
    return machine and words["after.able"].match(after) is not None
