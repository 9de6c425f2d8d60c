"""What a bid manager has to ask back, because the brief does not say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sealedbid.intelligence.brief.models import Budget, DateFound
from sealedbid.intelligence.brief.structure.models import Piece

BUDGET = "What budget is set aside for this?"
DEADLINE = "By when must the proposal be in?"
CONTACT = "Whom may we ask, and where does the proposal go?"
START = "When is the work to start?"

REACHABLE = re.compile(
    r"\w@[\w-]{1,64}\.\w|\(\d{3}\)\s?\d{3}|\+\d{1,3}[\s\d-]{6}"
    r"|\b(?:primary contact|points? of contact|contact (?:person|officer|name)|contact\s*:"
    r"|contracting officer|procurement officer)\b",
    re.IGNORECASE,
)
STARTS = re.compile(
    r"\b(?:start(?:s|ing)? (?:date|on|in|by|from)|begin\w* (?:on|in|within|by)|commence\w*"
    r"|kick-?off"
    r"|(?:from|after) (?:the date of |contract )?award|starting|to start)\b",
    re.IGNORECASE,
)


def questions(
    found: Sequence[Piece], budget: Budget | None, deadline: DateFound | None
) -> tuple[str, ...]:
    """The questions, in a fixed order and fixed words."""
    missing = (
        (BUDGET, budget is None),
        (DEADLINE, deadline is None),
        (CONTACT, not any(REACHABLE.search(each.text) for each in found)),
        (START, not any(STARTS.search(each.text) for each in found)),
    )
    return tuple(question for question, absent in missing if absent)
