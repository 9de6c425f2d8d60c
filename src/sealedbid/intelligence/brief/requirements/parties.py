"""Tell who is who in a brief: those who bid and work, and those who buy and judge."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sealedbid.intelligence.brief.requirements.words import Words

DEFINED = re.compile(
    r"\((?:the |each,? an? |im folgenden |ci-après |en adelante |hierna )?"
    r"[\"“„«]\s?([^\"“”„«»()]{2,40}?)\s?[\"”“»]"
    r"(?:,? or (?:the )?[\"“]([^\"“”()]{2,40})[\"”])?\)",
    re.IGNORECASE,
)
ACRONYM = re.compile(
    r"\b(?:Department|Division|Ministry|Office|City|County|Council|University|State|Agency|Bureau"
    r"|Officer|Officer Representative|Authority|Committee|Administration|Service)\b"
    r"[^().\n]{0,60}\(([A-Z]{2,8})\)"
)
MOST_NAMES = 40  # of each side: a text of nothing but definitions must not make all else slow


@dataclass(frozen=True, slots=True)
class Parties:
    """The words for each side in one document, its own abbreviations among them."""

    bidder: re.Pattern[str]
    people: re.Pattern[str]
    products: re.Pattern[str]
    buyer: re.Pattern[str]
    process: re.Pattern[str]
    others: re.Pattern[str]


def parties(text: str, words: Words) -> Parties:
    """The parties of a document. Names that it defines ("Contractor" or "BA") count as well."""
    said = words.table["parties"]
    bidders, buyers = list(said["bidder"]), list(said["buyer"])
    known_bidder, known_buyer = words["parties.bidder"], words["parties.buyer"]
    for match in DEFINED.finditer(text):
        names = [name for name in match.groups() if name]
        for side, known in ((bidders, known_bidder), (buyers, known_buyer)):
            if any(known.fullmatch(name) for name in names):
                side.extend(_name(name) for name in names)
    buyers.extend(_name(match[1]) for match in ACRONYM.finditer(text))
    most = len(said["bidder"]) + MOST_NAMES, len(said["buyer"]) + MOST_NAMES
    return Parties(
        bidder=_words([*dict.fromkeys(bidders)][: most[0]]),
        people=_words(said.get("people", ())),
        products=_words(said.get("products", ())),
        buyer=_words([*dict.fromkeys(buyers)][: most[1]]),
        process=_words(said.get("process", ())),
        others=_words(said.get("others", ())),
    )


def _name(name: str) -> str:
    """A name as the document writes it: "IT" is not "it"."""
    return f"(?-i:{re.escape(name)})"


def _words(alternatives: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join(alternatives) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{one})(?![\w])", re.IGNORECASE)
