"""What a date is for, by the words nearest to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.facts.clauses import Clause, clause
from sealedbid.intelligence.brief.facts.cues import cue, last_end
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.models import Read

For: TypeAlias = Literal[
    "deadline", "questions_until", "issued", "start", "end", "event", "validity", "past", ""
]
SHORT = 70  # a piece with little beside its date: its label or heading speaks for it
NEAR_BY = 48
CLOSE = 8
ONE_WORD = 12
FEW = 3  # words before a date that are its label rather than a clause
PERIOD_REACH = 80
SPAN = re.compile(
    r"\s?(?:-|to|until|through|bis|bis zum|au|al|a|tot|tot en met)\s?(?:the|le|el|den)?\s?"
)
CLOSES = 24
NOUNS = re.compile(
    r"\b(?:work|works|project|contract|performance|pop|engagement|services?|assignment|delivery"
    r"|implementation|arbeit\w*|projekt\w*|auftrag\w*|vertrag\w*|leistung\w*|projets?|mission"
    r"|prestations?|marche|contrat|travaux|proyecto|trabajos?|contrato|servicios?|opdracht"
    r"|werkzaamheden|overeenkomst)\b"
)
MONTH_REACH = 40
# "within 12 weeks from the signing of the contract": what a length counts from is no purpose.
FROM = re.compile(
    r"\s?(?:from|after|of|following|nach|ab|apres|a compter|suivant|desde|despues|na|vanaf)\b"
    r"[^,;.]{0,60}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a date is for, and how plainly: 3 in so many words, 1 by a guess."""

    kind: For
    rank: int


NOTHING = Purpose(kind="", rank=0)


def purpose_of(line: Line, read: Read[Moment], language: str) -> Purpose:
    """The purpose of a date in ``line``; kind is empty where nothing says it."""
    span = _of_span(line, read, language)
    if span is not None:
        return span
    words = clause(
        _without_lengths(line),
        read.start,
        read.end,
        [(each.start, each.end) for each in line.moments],
    )
    if _is_month(read) and words.before.endswith("("):
        return NOTHING  # "(DEC 2007)": an edition
    if _is_month(read):
        words = Clause(before=words.before[-MONTH_REACH:], behind=words.behind)
    found = _by_clause(words, language)
    if (
        found.kind in ("start", "end")
        and found.rank == 1
        and (NOUNS.search(line.folded) or _is_by(words.before, language, turned=False))
    ):
        others = _dates(language, "others").search(line.folded)
        found = Purpose(kind=found.kind, rank=1 if others else 2)
    if found.kind and found.rank > 1:
        return found
    closes = _dates(language, "due").search(words.before[-CLOSES:])
    if not found.kind and closes and _dates(language, "reply").search(line.folded):
        return Purpose(kind="deadline", rank=2)  # "The RFP was issued .. and closes .."
    first = line.piece.row or read is line.moments[0]
    label = _by_label(line, language) if first else NOTHING
    if label.kind and label.rank >= found.rank:
        return label
    if found.kind:
        return found
    if len(line.folded) - (read.end - read.start) <= SHORT:
        heading = _of_words(line.heading, language, label=True)
        if heading.kind in {"deadline", "questions_until"} and heading.rank > 1:
            return Purpose(kind=heading.kind, rank=2)
    return NOTHING


def _of_span(line: Line, read: Read[Moment], language: str) -> Purpose | None:
    """The purpose of a date that begins or ends a span of two: "from 1.3.2027 to 30.6.2027"."""
    index = line.moments.index(read)
    ends = index > 0 and _joined(line, line.moments[index - 1], read)
    begins = index + 1 < len(line.moments) and _joined(line, read, line.moments[index + 1])
    whole = read.value is not None and read.value.last is not None and not read.inferred
    if not (ends or begins or whole):
        return None
    first = line.moments[index - 1] if ends else read
    before = f"{line.label} {line.folded[max(0, first.start - PERIOD_REACH) : first.start]}"
    period = cue(language, "counts", "firm").search(before) or (
        NOUNS.search(before) and _dates(language, "start").search(before)
    )
    if period:
        return Purpose(kind="end" if ends else "start", rank=2)
    return Purpose(kind="past", rank=1) if ends and not whole else None


def _joined(line: Line, one: Read[Moment], two: Read[Moment]) -> bool:
    return SPAN.fullmatch(line.folded[one.end : two.start]) is not None


def _without_lengths(line: Line) -> str:
    """The line's words with blanks for what its lengths count from."""
    folded = line.folded
    for each in line.lengths:
        match = FROM.match(folded, each.end)
        if match:
            end = min([match.end(), *(m.start for m in line.moments if m.start >= each.end)])
            folded = folded[: each.end] + " " * (end - each.end) + folded[end:]
    return folded


def _by_label(line: Line, language: str) -> Purpose:
    if not line.label:
        return NOTHING
    own = line.label.strip(" :|")
    if not line.piece.row and cue(language, "dates", "issued_label").fullmatch(own):
        return Purpose(kind="issued", rank=3)
    if _dates(language, "due").fullmatch(own):
        return Purpose(kind="deadline", rank=2)
    return _of_words(line.label, language, label=True)


def _by_clause(words: Clause, language: str) -> Purpose:
    asked = _dates(language, "questions").search(words.before)
    stated = _dates(language, "deadline").search(words.before[-CLOSES:])
    if stated and not asked and not _dates(language, "project_deadline").search(words.before):
        return _of_words(words.before, language, label=True)
    near = words.near(90, 40)
    valid = cue(language, "counts", "validity").search(near) is not None
    if (
        valid
        and _dates(language, "reply").search(near)
        and not _dates(language, "due").search(near)
    ):
        return Purpose(kind="validity", rank=2)
    past = cue(language, "dates", "past")
    if past.search(words.before[-14:]) and not _dates(language, "due").search(words.before):
        late = _dates(language, "reply").search(words.before) is not None
        return Purpose(kind="deadline", rank=1) if late else Purpose(kind="past", rank=2)
    short = len(words.before.split()) <= FEW and len(words.behind.split()) <= FEW
    if len(words.before) < CLOSES and _dates(language, "due").fullmatch(
        words.before.strip(" :|,;-(")
    ):
        return Purpose(kind="deadline", rank=2)
    before = _of_words(words.before, language, label=short)
    if before.kind and before.rank > 1:
        return before
    behind = _of_words(words.behind, language, label=False, turned=True)
    if behind.kind and behind.rank > before.rank:
        return behind
    whole = _of_words(f"{words.before} \x01 {words.behind}", language, label=False)
    return max((before, whole), key=lambda each: each.rank)


@lru_cache(maxsize=512)
def _of_words(text: str, language: str, *, label: bool, turned: bool = False) -> Purpose:
    """The purpose that ``text`` says: the cue nearest to the date decides.

    ``turned``: the words stand behind the date, so that the first cue is the nearest.
    """
    if not text.strip():
        return NOTHING
    ends = {
        name: _nearest(_dates(language, name), text, turned=turned)
        for name in ("reply", "due", "deadline", "event", "issued", "start", "end", "questions")
    }
    answers = _dates(language, "answers").search(text)
    plain = not (ends["reply"] or ends["deadline"])
    if answers and (ends["questions"] or plain or len(answers[0]) > ONE_WORD):
        return Purpose(kind="event", rank=2)
    asked = label or ends["due"] or ends["deadline"] or _is_by(text, language, turned=turned)
    if ends["questions"] and asked:
        return Purpose(kind="questions_until", rank=3)
    if cue(language, "counts", "validity").search(text) and ends["reply"]:
        return Purpose(kind="validity", rank=2)
    if _dates(language, "project_deadline").search(text):
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
    elif ends["reply"] and not others and _is_by(text, language, turned=turned):
        return Purpose(kind="deadline", rank=2)
    if nearest == "event":
        return Purpose(kind="event", rank=2)
    if nearest == "issued":
        return Purpose(kind="issued", rank=3 if label or len(text) - ends["issued"] < CLOSE else 2)
    if nearest in ("start", "end"):
        others = _dates(language, "others").search(text)
        plain = not others and (label or NOUNS.search(text) is not None)
        bound = nearest == "end" and _is_by(text, language, turned=turned)
        return Purpose(
            kind="start" if nearest == "start" else "end", rank=2 if plain or bound else 1
        )
    if ends["reply"] and (label or ends["due"] or _is_by(text, language, turned=turned)):
        return Purpose(kind="deadline", rank=1)
    return NOTHING


def _is_by(text: str, language: str, *, turned: bool) -> bool:
    """True if "by" or "until" stands right before the date."""
    before = text.split("\x01")[0][-NEAR_BY:]
    return not turned and last_end(_dates(language, "by"), before) > 0


def _nearest(pattern: re.Pattern[str], text: str, *, turned: bool) -> int:
    """How near the nearest match comes, the nearer the greater; 0 for none."""
    if turned:
        first = pattern.search(text)
        return len(text) - first.start() + 1 if first else 0
    return last_end(pattern, text)


def _dates(language: str, name: str) -> re.Pattern[str]:
    return cue(language, "dates", name)


def _is_month(read: Read[Moment]) -> bool:
    return read.value is not None and read.inferred.endswith("no day is said")
