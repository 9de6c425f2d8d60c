"""Tell who or what stands before a verb, or behind it: the side that it binds."""

from __future__ import annotations

import re
from enum import Enum, auto

from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.words import Words

PARENTHESES = re.compile(r"\([^()]*\)")
ARTICLE = re.compile(r"\s*(?:\w{1,4}['’]?\s?){0,2}", re.IGNORECASE)
REACH = 60  # characters behind a verb in which its subject begins


class Side(Enum):
    """The side that a subject belongs to."""

    BIDDER = auto()
    PRODUCT = auto()
    BUYER = auto()
    PROCESS = auto()
    OTHERS = auto()
    CONDITION = auto()
    UNKNOWN = auto()


def subject(before: str, words: Words) -> str:
    """The subject in ``before``, the words of a sentence up to its verb."""
    segments = words["subjects.segment"].split(PARENTHESES.sub(" ", before))
    joining, aside = words["subjects.joining"], words["subjects.aside"]
    kept = ""
    for segment in reversed(segments):
        stripped = segment.strip()
        if not stripped or words["subjects.denied"].match(stripped):
            continue  # "the Court, not the Contractor, ..."
        found = joining.sub("", stripped, count=1) if joining.match(stripped) else stripped
        if not found:
            continue
        if aside.match(found) is None:
            return found
        kept = kept or found
    return kept


def side(found: str, parties: Parties, words: Words) -> Side:
    """Tell whom ``found``, a subject, belongs to."""
    condition = words["subjects.condition"].match(found)
    if condition:
        return _behind_condition(found[condition.end() :], parties)
    if words["subjects.aside"].match(found):
        head = found
    else:
        whole = words["subjects.measure"].sub("", found, count=1)
        head = words["subjects.said_of_it"].split(whole + " ", maxsplit=1)[0]
    if parties.process.search(head):
        return Side.PROCESS
    owner = words["subjects.owner"].search(head)
    if owner and parties.buyer.search(owner[0]) and not parties.bidder.search(owner[0]):
        return Side.BUYER
    bound = max(
        _last(parties.bidder, words["subjects.owner"].sub(" ", head)),
        _last(parties.people, head),
        _last(words["subjects.yours"], head),
    )
    product, buyer = _last(parties.products, head), _last(parties.buyer, head)
    several = words["subjects.both"].search(head) is not None
    if bound >= 0 and (bound > buyer or several):
        return Side.BIDDER
    if buyer > product:
        return Side.BUYER
    if product >= 0:
        return Side.PRODUCT
    return Side.OTHERS if _last(parties.others, head) >= 0 else Side.UNKNOWN


def inverted(after: str, parties: Parties) -> Side:
    """Tell whom the words right behind a verb belong to: "Im Angebot muss der Bieter ..."."""
    article = ARTICLE.match(after)
    for at in {0, article.end() if article else 0, len(after) - len(after.lstrip())}:
        if parties.bidder.match(after, at):
            return Side.BIDDER
        if parties.buyer.match(after, at):
            return Side.BUYER
    found = parties.bidder.search(after, 0, REACH)
    if found and len(after[: found.start()].split()) <= 2:
        return Side.BIDDER
    found = parties.buyer.search(after, 0, REACH)
    return Side.BUYER if found and len(after[: found.start()].split()) <= 2 else Side.UNKNOWN


def _behind_condition(found: str, parties: Parties) -> Side:
    """The side of a main clause that no comma parts: "If it needs permits | you"."""
    for pattern, which in ((parties.bidder, Side.BIDDER), (parties.buyer, Side.BUYER)):
        for match in pattern.finditer(found):
            if found[match.end() :].strip() == "" and len(found[: match.start()].split()) >= 3:
                return which
    return Side.CONDITION


def _last(pattern: re.Pattern[str], head: str) -> int:
    return max((match.start() for match in pattern.finditer(head)), default=-1)
