"""Who is who in a brief: those who bid and work, and those who buy and judge."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Those who are obliged. "Agency" is one in a client's brief and none in "contracting agency".
BIDDER = (
    r"offerors?|contractors?|vendors?|bidders?|proposers?|suppliers?|applicants?|respondents?"
    r"|consultants?|consultanc(?:y|ies)|tenderers?|subcontractors?|sub-contractors?|providers?"
    r"|protesters?|firms?|freelancers?|studios?|business associates?|licensees?|holders?"
    r"|prospective (?:recipients?|participants?)|teaming partners?"
    r"|(?<!contracting )(?<!state )(?<!federal )(?<!government )(?<!requesting )(?<!issuing )"
    r"(?<!public )agenc(?:y|ies)|you"
)
# Their people: bound through them.
PEOPLE = (
    r"key personnel|(?:proposed |contract )?personnel|staff|key persons?|employees?|developers?"
    r"|designers?|(?:project|product|account|delivery) (?:manager|lead)|technical lead|team lead"
)
# What they make or hand in: bound through them too, in the passive ("plans will be developed").
PRODUCTS = (
    r"quotations?|quotes?|proposals?|offers?|bids?|tenders?|responses?|submissions?|submittals?"
    r"|r[eé]sum[eé]s?|cvs?|cover (?:page|letter)s?|invoices?|billings?|deliverables?|solutions?"
    r"|systems?|software|websites?|sites?|apps?|applications?|platforms?|designs?|apis?|code|work"
    r"|documentation|prices|pricing|rates|costs?|plans?|reports?|sprints?|operations|services"
    r"|prototypes?|templates?|tests?|training"
)
BUYER = (
    r"government|state|federal|department|division|ministry|municipality|city|county|commission"
    r"|commissioner|contracting (?:officer|agency|specialist|authority)|procurement officer"
    r"|project director|project officer|agency head|authority|university|council|board|committee"
    r"|evaluators?|evaluation team|product owner|product team|buyer|purchaser|customer|client"
    r"|issuer|covered entity|court|legislature|secretary|we|us|our"
)
# What happens on the buyer's side, and what follows of itself: neither is anybody's task.
PROCESS = (
    r"evaluations?|awards?|selection|rankings?|scor(?:e|es|ing)|points?|preferences?|reviews?"
    r"|negotiations?|discussions?|determinations?|decisions?|amendments? to (?:the|this) rf[pqi]"
    r"|failure|refusal|inability|disapproval|breach|lapse|violation|misrepresentation"
)
DEFINED = re.compile(
    r"\((?:the "
    r"|each,? an? )?[\"“]([^\"“”()]{2,40})[\"”](?:,? or (?:the )?[\"“]([^\"“”()]{2,40})[\"”])?\)"
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


def parties(text: str) -> Parties:
    """The parties of a document. Names that it defines ("Contractor" or "BA") count as well."""
    bidders, buyers = [BIDDER], [BUYER]
    for match in DEFINED.finditer(text):
        names = [name for name in match.groups() if name]
        for side, known in ((bidders, BIDDER), (buyers, BUYER)):
            if any(re.fullmatch(known, name, re.IGNORECASE) for name in names):
                side.extend(_name(name) for name in names)
    buyers.extend(_name(match[1]) for match in ACRONYM.finditer(text))
    return Parties(
        _words("|".join([*dict.fromkeys(bidders)][:MOST_NAMES])),
        _words(PEOPLE),
        _words(PRODUCTS),
        _words("|".join([*dict.fromkeys(buyers)][:MOST_NAMES])),
        _words(PROCESS),
    )


def _name(name: str) -> str:
    """A name as the document writes it: "IT" is not "it"."""
    return f"(?-i:{re.escape(name)})"


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])", re.IGNORECASE)
