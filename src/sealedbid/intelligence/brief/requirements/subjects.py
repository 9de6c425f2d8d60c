"""Who or what stands before a verb: the side that it binds."""

from __future__ import annotations

import re
from enum import Enum, auto

from sealedbid.intelligence.brief.requirements.parties import Parties

PARENTHESES = re.compile(r"\([^()]*\)")
SEGMENT = re.compile(
    r"[,;:—–]\s|\s-\s|\bthat\s(?=(?:the|each|all|any|no|it|they)\b)"
    r"|\s(?=(?:since|because|if|when|while|unless|until|although|whereas|whether)\s)",
    re.IGNORECASE,
)
JOINING = re.compile(
    r"(?:(?:and/or|and|or|but|nor|then|therefore|thus|that|so|also|however|further|please"
    r"|note|otherwise|accordingly|additionally)\b[\s,]*)+",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"(?:for|in|at|on|upon|during|after|before|prior|within|without|including|excluding|either|by"
    r"|to|under|with|through|per|as|\w+ly)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"(?:if|when|whenever|where|whether|unless|until|because|since|although|while|once|provided"
    r"|in case|should)\b",
    re.IGNORECASE,
)
# The head of a subject ends where something is said of it: "Questions | regarding this RFP".
SAID_OF_IT = re.compile(
    r"\s(?:of|from|by|in|for|to|with|that|which|who|whose|under|regarding|concerning|related|on|at"
    r"|as|between|relating|against|submitted|provided|delivered|received|chosen|filed|included)\s",
    re.IGNORECASE,
)
MEASURE = re.compile(
    r"(?:(?:a|an|one|the|each|all|any|either|none|both|some|most|cop(?:y|ies)|sets?|lists?|part"
    r"|portions?|number|use)\s)+(?:of)\s",
    re.IGNORECASE,
)
# "the offeror's presentation" is not the offeror
OWNER = re.compile(r"\w+(?:['’]s|s['’])(?=\s)")
YOURS = re.compile(r"\byour?\b", re.IGNORECASE)


class Side(Enum):
    """Whom a subject belongs to."""

    BIDDER = auto()
    PRODUCT = auto()
    BUYER = auto()
    PROCESS = auto()
    CONDITION = auto()
    UNKNOWN = auto()


def subject(before: str) -> str:
    """The subject in ``before``, the words of a sentence up to its verb."""
    segments = SEGMENT.split(PARENTHESES.sub(" ", before))
    aside = ""
    for segment in reversed(segments):
        words = JOINING.sub("", segment.strip(), count=1) if segment.strip() else ""
        if JOINING.match(segment.strip()) is None:
            words = segment.strip()
        if not words:
            continue
        if ASIDE.match(words) is None:
            return words
        aside = aside or words
    return aside


def side(words: str, parties: Parties) -> Side:
    """Whom ``words``, a subject, belong to."""
    if CONDITION.match(words):
        return Side.CONDITION
    if ASIDE.match(words):
        head = words
    else:
        whole = MEASURE.sub("", words, count=1)
        head = SAID_OF_IT.split(whole + " ", maxsplit=1)[0]
    if parties.process.search(head):
        return Side.PROCESS
    bound = max(
        _last(parties.bidder, OWNER.sub(" ", head)),
        _last(parties.people, head),
        _last(YOURS, head),
    )
    product, buyer = _last(parties.products, head), _last(parties.buyer, head)
    if bound >= 0 and (bound > buyer or " and " in head or " or " in head):
        return Side.BIDDER
    if buyer > product:
        return Side.BUYER
    return Side.PRODUCT if product >= 0 else Side.UNKNOWN


def _last(pattern: re.Pattern[str], head: str) -> int:
    return max((match.start() for match in pattern.finditer(head)), default=-1)
