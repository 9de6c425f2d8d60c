"""The sources that a proposal shows from their beginning: case studies, people, the voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.questions import ABOUT, GOAL, TEAM, THEME

FAR = 0.75  # share of the nearest person's score below which another has little to do with it
STORIES, PEOPLE = 3, 4


def shown_whole(matches: Sequence[Match], text: str) -> list[UUID]:
    """The sources that are shown from their beginning, whichever part of them was found."""
    return [*stories(matches), *team(matches, text), *voice(matches)]


def stories(matches: Sequence[Match]) -> list[UUID]:
    """The case studies nearest to the brief, best first."""
    best: dict[UUID, float] = {}
    for match in matches:
        if match.content_type == "case_study" and (
            match.key == THEME or match.key.startswith(GOAL)
        ):
            best[match.source_id] = max(best.get(match.source_id, 0), match.score)
    return sorted(best, key=lambda id: (-best[id], str(id)))[:STORIES]


def team(matches: Sequence[Match], text: str) -> list[UUID]:
    """The people for a brief: first those whose trade it names, then those nearest to the work."""
    best: dict[UUID, Match] = {}
    for match in matches:
        if match.key == TEAM:
            best.setdefault(match.source_id, match)
    words = " ".join(text.lower().split())
    bar = FAR * max((match.score for match in best.values()), default=0.0)
    named = {id for id, match in best.items() if _trade_is_in(match.source_title, words)}
    near = [match for id, match in best.items() if id in named or match.score >= bar]
    near.sort(key=lambda match: (match.source_id not in named, -match.score))
    return [match.source_id for match in near[:PEOPLE]]


def _trade_is_in(title: str, text: str) -> bool:
    """Whether a bio's title, "name, trade and trade", has a trade that the text names."""
    _, _, trades = title.lower().partition(",")
    return any(
        len(trade.split()) > 1 and trade.strip() in text
        for trade in re.split(r",| and |\(", trades)
    )


def voice(matches: Sequence[Match]) -> list[UUID]:
    """The page on which the organization says what it is, if there is one."""
    return list(dict.fromkeys(match.source_id for match in matches if match.key == ABOUT))[:1]
