"""Goals: the sentences that say what is wanted and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sealedbid.intelligence.brief.models import Passage
from sealedbid.intelligence.brief.structure.models import Piece

HEADING = re.compile(
    r"\b(?:purpose|scope|objectives?|background|goals?|aims?|overview|introduction|about|summary"
    r"|vision|context|challenge|problem|statement of (?:work|need|objectives)"
    r"|what we (?:ask|need|want)"
    r"|what we(?: are|'re) (?:asking|looking) for|who we are|the (?:task|assignment|project))\b",
    re.IGNORECASE,
)
INTENT = re.compile(
    r"\b(?:so that|in order to|goals?|(?<!statement of )objectives|purpose of|aims? (?:to|at)"
    r"|scope of (?:this|the)"
    r"|to provide|mission|vision|would like)\b",
    re.IGNORECASE,
)
ANNOUNCES = re.compile(
    r"\b(?:is (?:soliciting|seeking|looking for|requesting)|hereby issues?"
    r"|(?:we|i) (?:need|want|seek|look for|ask for)"
    r"|(?:we're|we are|i am|i'm) looking for|is (?:for|to) (?:the|an?) )",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"^(?:\W*)(?:provide|create|build|increase|decrease|improve|reduce|modernize|enable|give|deliver"
    r"|simplify|replace|launch|migrate|redesign|establish|support|make)\w*\b",
    re.IGNORECASE,
)
PROCEDURE = re.compile(
    r"\b(?:submi\w+|offerors?|proposals? (?:must|shall)|quotations?|evaluat\w+|award\w*|clauses?"
    r"|invoice"
    r"|debriefing|protests?|preference|discussions|insurance|signature)\b",
    re.IGNORECASE,
)
MOST = 12
LEAST = 2
SHORT = 6  # statements of a note
FEWEST_WORDS, MOST_WORDS = 5, 90


def goals(found: Sequence[Piece]) -> tuple[Passage, ...]:
    """At most twelve passages, best first; of equals, the earlier."""
    scored = [
        (_score(statement), -index, statement)
        for index, statement in enumerate(found)
        if FEWEST_WORDS <= len(statement.text.split()) <= MOST_WORDS and _is_passage(statement)
    ]
    scored = [each for each in scored if each[0] >= LEAST]
    seen: set[str] = set()
    result: list[Passage] = []
    best = [each for _, _, each in sorted(scored, key=lambda each: each[:2], reverse=True)]
    # A note in a hurry announces nothing, and has no procedure either: all of it is what is wanted.
    plain = [each for each in found if FEWEST_WORDS <= len(each.text.split()) <= MOST_WORDS]
    is_note = len(plain) <= SHORT and not any(each.heading for each in plain)
    for statement in plain if is_note else best or plain[:SHORT]:
        if statement.text not in seen and len(result) < MOST:
            seen.add(statement.text)
            result.append(
                Passage(span=statement.span, text=statement.text, heading=statement.heading)
            )
    return tuple(result)


def _is_passage(statement: Piece) -> bool:
    """Whether it can stand by itself: no lead-in, no line of a table of contents."""
    if statement.kind not in {"sentence", "item"} or statement.leads:
        return False
    return statement.whole or not statement.words.source.startswith(
        ("](#", "](<#"), statement.span.end
    )


@lru_cache(maxsize=256)
def _is_about_goals(heading: str) -> bool:
    return HEADING.search(heading) is not None


def _score(statement: Piece) -> int:
    score = 2 * bool(INTENT.search(statement.text)) + 3 * bool(ANNOUNCES.search(statement.text))
    score += 2 * _is_about_goals(statement.heading)
    score += bool(CHANGE.match(statement.text))
    if score < LEAST:
        return 0
    return score - 2 * len({each[0].lower()[:6] for each in PROCEDURE.finditer(statement.text)})
