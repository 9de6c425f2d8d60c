"""Questions to the organization's knowledge, from which a writer gets its passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.models import ContentType

THEME, TEAM, ABOUT, PRICING = "theme", "team", "about", "pricing"
GOAL, REQUIREMENT, PROOF, CONTENT, TOPIC = "goal:", "requirement:", "proof:", "content:", "topic:"
GOALS = 8
REQUIREMENTS = 250  # a brief with more has its first answered
PROOFS = 60

WORK: tuple[ContentType, ...] = ("policy", "faq", "pricing")

# Topics on which a proposal may have to say something, in the words of the pages that tell of them.
TOPICS: dict[str, str] = {
    "insurance": "Professional liability insurance, sum insured per claim, certificate",
    "conflicts": "Conflicts of interest, how they are checked and disclosed",
    "subcontractors": "Subcontractors, who they are and what they do",
    "staffing": "How a team is staffed, hours by labor category, composition of the team",
    "replacement": "Replacement and substitution of key people",
    "validity": "How long a quotation is valid",
    "payment": "Terms of payment, invoices, when payment is due",
    "tax": "Taxes: whether prices are with or without tax, sales tax, VAT",
    "travel": "Travel, trips and visits: approval, cost, expenses",
    "warranty": "Warranty, correction of defects after acceptance",
    "communication": "Demonstration each week, review, written status, point of contact",
    "client": "How much time the client needs, what the client has to provide",
    "testing": "Tests before delivery: automated tests, load tests, coverage, deployment, release",
    "handover": "Transition at the end: the client's staff work without our help, training",
    "ownership": "Ownership of the result, rights and licenses",
}

# A goal that asks for something; others tell of the past, or of why.
_WISH = re.compile(
    r"\b(?:needs?|wants?|looks?(?:ing)? for|seeks?|asks? for|must|shall|should|would like|also"
    r"|please|consists?|design|build|develop|deliver|provide|create|make)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question: ``key`` says what for, ``types`` where to look."""

    key: str
    text: str
    types: tuple[ContentType, ...]
    limit: int


def questions(brief: Brief) -> list[Ask]:
    """Everything to look up for a brief, in a fixed order."""
    theme = theme_of(brief)
    asks = [
        Ask(key=THEME, text=theme, types=("case_study", "past_proposal"), limit=12),
        Ask(key=TEAM, text=theme, types=("bio",), limit=30),
        Ask(
            key=ABOUT,
            text="About us: who we are, since when, how many, where, what we do",
            types=("voice",),
            limit=4,
        ),
        Ask(
            key=PRICING,
            text="How we price: what rates and fixed prices include, basis of the price",
            types=("pricing",),
            limit=3,
        ),
    ]
    asks += [
        Ask(key=f"{TOPIC}{topic}", text=text, types=WORK, limit=4) for topic, text in TOPICS.items()
    ]
    asks += [
        Ask(key=f"{CONTENT}{number}", text=one.text[:1000], types=WORK, limit=4)
        for number, one in enumerate(brief.contents)
    ]
    asks += [
        Ask(key=f"{GOAL}{number}", text=goal.text, types=(*WORK, "case_study"), limit=4)
        for number, goal in enumerate(brief.goals[:GOALS])
    ]
    asks += [
        Ask(key=f"{REQUIREMENT}{one.ref}", text=one.text[:1000], types=(*WORK, "bio"), limit=4)
        for one in brief.requirements[:REQUIREMENTS]
    ]
    asks += [
        Ask(key=f"{PROOF}{one.ref}", text=one.text[:1000], types=("case_study",), limit=4)
        for one in brief.requirements[:PROOFS]
    ]
    return asks


def wishes_of(asks: Sequence[Ask]) -> list[Ask]:
    """Return the goals that ask for something; all, where none says so."""
    goals = [ask for ask in asks if ask.key.startswith(GOAL)]
    asking = [ask for ask in goals if _WISH.search(ask.text)]
    return asking or goals or [ask for ask in asks if ask.key == THEME]


def theme_of(brief: Brief) -> str:
    """The brief in a few sentences."""
    return " ".join([brief.title, *(goal.text for goal in brief.goals[:4])])[:1200]
