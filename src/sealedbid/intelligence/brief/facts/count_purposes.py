"""What a count of months, days or pages is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.facts.clauses import clause
from sealedbid.intelligence.brief.facts.cues import cue, last_end
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.values import Amount
from sealedbid.intelligence.brief.values.models import Read

Counted: TypeAlias = Literal["duration", "extension", "validity", "limit", "part_limit", ""]
PARTS = ("technical", "price", "financial", "cost", "cover", "executive summary", "resume", "cv")
BESIDE = 16  # characters within which "extension" stands beside its length
NEAR = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What a count is for, and how plainly."""

    kind: Counted
    rank: int = 0


NOTHING = Counting(kind="")


def counting(line: Line, read: Read[Amount], language: str) -> Counting:
    """The purpose of a count in ``line``."""
    if read.value is None or read.value.number == 0:
        return NOTHING
    if read.value.unit in {"page", "word"}:
        return _limit(line, read, language)
    if read.value.unit == "hour":
        return NOTHING
    return _length(line, read, language)


def _length(line: Line, read: Read[Amount], language: str) -> Counting:
    places = [(one.start, one.end) for one in line.lengths]
    words = clause(line.folded, read.start, read.end, places)
    before, beside, label = words.before, words.behind[:BESIDE].split(",")[0], line.label
    near = words.near(NEAR, 40)
    extension = cue(language, "counts", "extension")
    if extension.search(beside) or extension.search(label):
        return Counting(kind="extension", rank=3)
    if cue(language, "counts", "validity").search(near) and not cue(
        language, "counts", "contrary"
    ).search(near):
        plain = cue(language, "counts", "whole").search(f"{label} {line.heading} {before} {near}")
        return Counting(kind="validity", rank=3 if plain else 1)
    against = cue(language, "counts", "not_contract")
    firm, contract = (cue(language, "counts", name) for name in ("firm", "contract"))
    last_firm, last = last_end(firm, before), last_end(contract, before)
    reach = max(last_firm, last)
    of_days = read.value is not None and read.value.unit == "day"
    if last_end(extension, before) > max(reach - 1, 0) and not of_days:
        return Counting(kind="extension", rank=3)
    last_against = last_end(against, before)
    if (last_against and last_against >= last_firm) or against.search(words.behind[:36]):
        return NOTHING
    if firm.search(label) and not against.search(label):
        return Counting(kind="duration", rank=3)
    if of_days and not last_firm:
        return NOTHING
    if last_firm:
        return Counting(kind="duration", rank=3)
    if last and not against.search(before):
        return Counting(kind="duration", rank=2)
    behind = words.behind[:40]
    if firm.match(behind.lstrip()) or contract.match(behind.lstrip()):
        return Counting(kind="duration", rank=2)
    if firm.search(line.heading) and len(line.folded) <= NEAR:
        return Counting(kind="duration", rank=2)
    return NOTHING


def _limit(line: Line, read: Read[Amount], language: str) -> Counting:
    words = clause(
        line.folded, read.start, read.end, [(one.start, one.end) for one in line.lengths]
    )
    near = f"{line.label} {words.before[-NEAR:]} \x01 {words.behind[:36]}"
    if cue(language, "counts", "limit").search(near) is None:
        return NOTHING
    answer, whole = cue(language, "counts", "answer"), cue(language, "counts", "whole")
    about = f"{line.label} {words.before}"
    if cue(language, "counts", "not_limit").search(near):
        return NOTHING
    if answer.search(about) is None and answer.search(f"{words.behind} {line.heading}") is None:
        return NOTHING
    part = any(name in about for name in PARTS) or whole.search(about) is None
    nearest = last_end(answer, about) > last_end(whole, about)
    return Counting(kind="part_limit" if part or nearest else "limit", rank=3)
