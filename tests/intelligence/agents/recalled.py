"""Passages of an organization, as they were recalled for a brief."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.writer.doubts import Doubt
from sealedbid.intelligence.writer.models import Recall


def passage(title: str, text: str, kind: ContentType = "case_study", score: float = 0.5) -> Match:
    """A passage of a page with this title."""
    return Match(
        key="goal",
        id=uuid5(NAMESPACE_URL, title + text),
        source_id=uuid5(NAMESPACE_URL, title),
        source_title=title,
        chunk_no=0,
        content_type=kind,
        heading="",
        content_text=text,
        similarity=score,
        score=score,
    )


CASE = passage(
    "Harbor permits",
    "For the port of Elsworth we moved 3,100 permits online in 2024, with the clerks at the table "
    "from the first week.",
    score=0.9,
)
POLICY = passage(
    "Accessibility",
    "Every page is tested with people who use a screen reader before it goes live.",
    "policy",
    score=0.8,
)
BIO = passage("Ines Marlow", "Ines Marlow has led permit projects for 9 years.", "bio", score=0.7)
PRICES = passage("Day rates", "A day costs 900 euros.", "pricing", score=0.95)
HOUSE = passage("Staff notes", "Ines may leave us in spring.", "internal", score=0.99)
PROMISE = passage("Team", "Tom Reed will lead the work.", "policy", score=0.6)

RECALL = Recall(
    is_semantic=True,
    matches=(CASE, POLICY, BIO, PRICES, HOUSE, PROMISE),
    whole=(),
    offers={},
    doubts=(Doubt(name="Tom Reed", kind="absence", page="Staff notes"),),
)
