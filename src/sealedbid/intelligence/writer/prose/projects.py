"""Comparable work in parts: what it has in common with the request, then each case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.content.documents import Block
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.prose.parts import Part, grouped, sorted_out
from sealedbid.intelligence.writer.prose.passages import telling
from sealedbid.intelligence.writer.prose.team import FINDING
from sealedbid.intelligence.writer.prose.work import Work

OF_A_CASE: Final = 18  # sentences
OF_ITS_BEGINNING: Final = 3
COMMON: Final = "the finding: what this work has in common with the request"


def cases(work: Work, slot: Slot, blocks: Sequence[Block]) -> list[Part]:
    """Divide the cases, with the likeness of all of them in front where there are several."""
    desk = work.desk
    pages: dict[str, list[Match]] = {}
    for match in desk.assignment.recall.whole:
        if match.content_type == "case_study":
            pages.setdefault(match.source_title, []).append(match)
    for found in pages.values():
        found.sort(key=lambda match: match.chunk_no)
    first, *groups = grouped(blocks, by="heading")
    lead = Part(id="", asked=COMMON, most=FINDING)
    if slot.asked and len(groups) > 1:
        for group in groups:
            beginning = pages.get(group[0].text, [])
            lead.picked += telling(desk, beginning, work.theme, most=OF_ITS_BEGINNING)
    parts = [sorted_out(lead, first)]
    for group in groups:
        part = Part(id="", asked=f"{group[0].text}: before, work, after, and why it is like yours")
        part.picked = telling(desk, pages.get(group[0].text, ()), work.theme, most=OF_A_CASE)
        parts.append(sorted_out(part, group))
    return [part for part in parts if part.picked or part.composed]
