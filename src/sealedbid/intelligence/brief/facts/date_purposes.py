"""The purpose of a date, by its clause, its label and its heading."""

from __future__ import annotations

from sealedbid.intelligence.brief.facts.clauses import Clause, clause
from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.purpose import (
    NOTHING,
    NOUNS,
    Purpose,
    date_cue,
    purpose_in,
    says_by,
)
from sealedbid.intelligence.brief.facts.spans import purpose_in_span, without_lengths
from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.models import Read

SHORT = 70  # a piece with little beside its date: its label or heading speaks for it
FEW = 3  # words before a date that are its label rather than a clause
CLOSES = 24
MONTH_REACH = 40


def purpose_of(line: Line, read: Read[Moment], language: str) -> Purpose:
    """The purpose of a date in ``line``; kind is empty where nothing says it."""
    span = purpose_in_span(line, read, language)
    if span is not None:
        return span
    words = clause(
        without_lengths(line),
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
        and (NOUNS.search(line.folded) or says_by(words.before, language, turned=False))
    ):
        others = date_cue(language, "others").search(line.folded)
        found = Purpose(kind=found.kind, rank=1 if others else 2)
    if found.kind and found.rank > 1:
        return found
    closes = date_cue(language, "due").search(words.before[-CLOSES:])
    if not found.kind and closes and date_cue(language, "reply").search(line.folded):
        return Purpose(kind="deadline", rank=2)  # "The RFP was issued .. and closes .."
    first = line.piece.row or read is line.moments[0]
    label = _by_label(line, language) if first else NOTHING
    if label.kind and label.rank >= found.rank:
        return label
    if found.kind:
        return found
    if (
        date_cue(language, "sent_it").search(words.before)
        and says_by(words.before, language, turned=False)
        and not date_cue(language, "questions").search(line.folded)
        and date_cue(language, "reply").search(line.heading.rpartition(" | ")[2])
    ):
        return Purpose(kind="deadline", rank=2)  # "Your proposal: .. Please send it to us by .."
    if len(line.folded) - (read.end - read.start) <= SHORT:
        heading = purpose_in(line.heading, language, label=True)
        if heading.kind in {"deadline", "questions_until"} and heading.rank > 1:
            return Purpose(kind=heading.kind, rank=2)
    return NOTHING


def _by_label(line: Line, language: str) -> Purpose:
    if not line.label:
        return NOTHING
    own = line.label.strip(" :|")
    if not line.piece.row and cue(language, "dates", "issued_label").fullmatch(own):
        return Purpose(kind="issued", rank=3)
    if date_cue(language, "due").fullmatch(own):
        return Purpose(kind="deadline", rank=2)
    return purpose_in(line.label, language, label=True)


def _by_clause(words: Clause, language: str) -> Purpose:
    asked = date_cue(language, "questions").search(words.before)
    stated = date_cue(language, "deadline").search(words.before[-CLOSES:])
    if stated and not asked and not date_cue(language, "project_deadline").search(words.before):
        return purpose_in(words.before, language, label=True)
    near = words.near(90, 40)
    valid = cue(language, "counts", "validity").search(near) is not None
    if (
        valid
        and date_cue(language, "reply").search(near)
        and not date_cue(language, "due").search(near)
    ):
        return Purpose(kind="validity", rank=2)
    past = cue(language, "dates", "past")
    if past.search(words.before[-14:]) and not date_cue(language, "due").search(words.before):
        late = date_cue(language, "reply").search(words.before) is not None
        return Purpose(kind="deadline", rank=1) if late else Purpose(kind="past", rank=2)
    short = len(words.before.split()) <= FEW and len(words.behind.split()) <= FEW
    if _is_due_alone(words.before, language):
        return Purpose(kind="deadline", rank=2)
    before = purpose_in(words.before, language, label=short)
    if before.kind and before.rank > 1:
        return before
    behind = purpose_in(words.behind, language, label=False, turned=True)
    if behind.kind and behind.rank > before.rank:
        return behind
    whole = purpose_in(f"{words.before} \x01 {words.behind}", language, label=False)
    return max((before, whole), key=lambda each: each.rank)


def _is_due_alone(before: str, language: str) -> bool:
    """True if the words right before a date say no more than that something is due by it."""
    own = before.rsplit(",")[-1].strip(" :|,;-(.")
    if len(own) >= CLOSES:
        return False
    due, by = date_cue(language, "due"), date_cue(language, "by")
    first = due.match(own)
    return first is not None and (
        first.end() == len(own) or bool(by.fullmatch(own[first.end() :].strip()))
    )


def _is_month(read: Read[Moment]) -> bool:
    return read.value is not None and read.inferred.endswith("no day is said")
