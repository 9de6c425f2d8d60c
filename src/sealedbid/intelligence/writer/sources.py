"""The sources that a writer is given from their beginning: case studies, people, the voice."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.writer.questions import ABOUT

WHOLE: dict[ContentType, int] = {"case_study": 24, "bio": 40}


def shown_whole(matches: Sequence[Match]) -> list[UUID]:
    """The sources that are shown from their beginning, whichever part of them was found."""
    return [
        *(id for kind in WHOLE for id in nearest(matches, kind)),
        *voice(matches),
    ]


PAGES: dict[ContentType, int] = {"policy": 16, "faq": 6}


def shown_beside(matches: Sequence[Match]) -> list[UUID]:
    """The pages of practice whose other passages a writer in prose is given beside those found."""
    return [id for kind, most in PAGES.items() for id in nearest(matches, kind)[:most]]


def nearest(matches: Sequence[Match], kind: ContentType) -> list[UUID]:
    """The sources of a kind by the best score that one of their passages has."""
    best: dict[UUID, float] = {}
    for match in matches:
        if match.content_type == kind:
            best[match.source_id] = max(best.get(match.source_id, 0), match.score)
    return sorted(best, key=lambda id: (-best[id], str(id)))[: WHOLE.get(kind, PAGES.get(kind, 3))]


def voice(matches: Sequence[Match]) -> list[UUID]:
    """The page on which the organization says what it is, if there is one."""
    return list(dict.fromkeys(match.source_id for match in matches if match.key == ABOUT))[:1]
