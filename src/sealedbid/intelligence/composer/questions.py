"""What the composer asks of the organisation's knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.models import ContentType

THEME, TEAM, ABOUT, PRICING = "theme", "team", "about", "pricing"
GOAL, REQUIREMENT = "goal:", "requirement:"
GOALS = 8
REQUIREMENTS = 250  # a brief with more has its first answered

WORK: tuple[ContentType, ...] = ("policy", "faq", "pricing")


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
        Ask(key=PRICING, text="How we price, terms of payment", types=("pricing",), limit=3),
    ]
    asks += [
        Ask(key=f"{GOAL}{number}", text=goal.text, types=(*WORK, "case_study"), limit=4)
        for number, goal in enumerate(brief.goals[:GOALS])
    ]
    asks += [
        Ask(key=f"{REQUIREMENT}{one.ref}", text=one.text[:1000], types=(*WORK, "bio"), limit=3)
        for one in brief.requirements[:REQUIREMENTS]
    ]
    return asks


def theme_of(brief: Brief) -> str:
    """The brief in a few sentences."""
    return " ".join([brief.title, *(goal.text for goal in brief.goals[:4])])[:1200]
