"""The purpose of a date as words say it: the cue nearest to the date decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.facts.cues import cue, last_end

For: TypeAlias = Literal[
    "deadline", "questions_until", "issued", "start", "end", "event", "validity", "past", ""
]
NEAR_BY = 48
CLOSE = 8
ONE_WORD = 12
NOUNS = re.compile(
    r"\b(?:work|works|project|contract|agreement|arrangement|term|performance|pop|engagement|services?|assignment|delivery"
    r"|implementation|arbeit\w*|projekt\w*|auftrag\w*|vertrag\w*|leistung\w*|projets?|mission"
    r"|prestations?|marche|contrat|travaux|proyecto|trabajos?|contrato|convenio|servicios?|convention|accord|vereinbarung|opdracht"
    r"|werkzaamheden|overeenkomst)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """The purpose of a date, and how plain it is: 3 in so many words, 1 by a guess."""

    kind: For
    rank: int


NOTHING = Purpose(kind="", rank=0)


@lru_cache(maxsize=512)
def purpose_in(text: str, language: str, *, label: bool, turned: bool = False) -> Purpose:
    """The purpose that ``text`` says: the cue nearest to the date decides.

    ``turned``: the words stand behind the date, so that the first cue is the nearest.
    """
    if not text.strip():
        return NOTHING
    ends = {
        name: _nearest(date_cue(language, name), text, turned=turned)
        for name in ("reply", "due", "deadline", "event", "issued", "start", "end", "questions")
    }
    answers = date_cue(language, "answers").search(text)
    plain = not (ends["reply"] or ends["deadline"])
    if answers and (ends["questions"] or plain or len(answers[0]) > ONE_WORD):
        return Purpose(kind="event", rank=2)
    asked = label or ends["due"] or ends["deadline"] or says_by(text, language, turned=turned)
    if ends["questions"] and asked:
        return Purpose(kind="questions_until", rank=3)
    if cue(language, "counts", "validity").search(text) and ends["reply"]:
        return Purpose(kind="validity", rank=2)
    if date_cue(language, "project_deadline").search(text):
        return Purpose(kind="end", rank=3)
    return _nearest_kind(text, ends, language, label=label, turned=turned)


def _nearest_kind(
    text: str, ends: dict[str, int], language: str, *, label: bool, turned: bool
) -> Purpose:
    others = {name: ends[name] for name in ("start", "end", "event", "issued") if ends[name]}
    nearest = max(others, key=lambda name: others[name]) if others else ""
    reach = others.get(nearest, 0)
    told = ends["reply"] and ends["due"]
    if ends["deadline"] and nearest == "end":
        reach = 0  # "the time for tenders ends on 3 May"
    if ends["deadline"] and (told or ends["reply"] or ends["deadline"] >= reach):
        if max(ends["deadline"], ends["due"]) >= reach or told:
            return Purpose(kind="deadline", rank=3 if ends["reply"] else 2)
    elif told and max(ends["due"], ends["reply"] if label else 0) >= reach:
        return Purpose(kind="deadline", rank=3)
    elif ends["reply"] and not others and says_by(text, language, turned=turned):
        return Purpose(kind="deadline", rank=2)
    if nearest == "event":
        return Purpose(kind="event", rank=2)
    if nearest == "issued":
        return Purpose(kind="issued", rank=3 if label or len(text) - ends["issued"] < CLOSE else 2)
    if nearest in ("start", "end"):
        another = date_cue(language, "others").search(text) is not None
        plain = not another and (label or NOUNS.search(text) is not None)
        bound = nearest == "end" and says_by(text, language, turned=turned)
        return Purpose(
            kind="start" if nearest == "start" else "end", rank=2 if plain or bound else 1
        )
    if ends["reply"] and (label or ends["due"] or says_by(text, language, turned=turned)):
        return Purpose(kind="deadline", rank=1)
    return NOTHING


def says_by(text: str, language: str, *, turned: bool) -> bool:
    """True if "by" or "until" stands right before the date."""
    before = text.split("\x01")[0][-NEAR_BY:]
    return not turned and last_end(date_cue(language, "by"), before) > 0


def _nearest(pattern: re.Pattern[str], text: str, *, turned: bool) -> int:
    """The place of the nearest match, the nearer the greater; 0 for none."""
    if turned:
        first = pattern.search(text)
        return len(text) - first.start() + 1 if first else 0
    return last_end(pattern, text)


def date_cue(language: str, name: str) -> re.Pattern[str]:
    """The pattern of one list of words about dates."""
    return cue(language, "dates", name)
