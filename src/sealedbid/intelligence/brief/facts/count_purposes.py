"""The purpose of a count of months, days or pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.facts.clauses import Clause, clause
from sealedbid.intelligence.brief.facts.cues import cue, last_end
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.values import Amount
from sealedbid.intelligence.brief.values.models import Read

Counted: TypeAlias = Literal["duration", "extension", "validity", "limit", "part_limit", ""]
PARTS = ("technical", "price", "financial", "cost", "cover", "executive summary", "resume", "cv")
RENEWABLE = re.compile(
    r",?\s?(?:renewable|extendable|extensible|renouvelable|reconductible|prorrogable|renovable"
    r"|verlangerbar|verlengbaar)"
)
# "extendable by 12 months", "um je 12 Monate": that length comes on top.
BY = re.compile(r"\b(?:by|um|je|jeweils|weitere\w*|further|additional)\s$")
OF_IT = re.compile(
    r"\s?(?:period|time|term|contract)?\s?(?:will |shall |must )?"
    r"(?:runs?|lasts?|dauert|lauft|dure|dura|duurt|loopt)(?:\sfor)?\s?"
)
FOR = re.compile(r"\b(?:for|fur|uber|pour|durante|voor)\s(?:a\s)?$")
WHOLE = re.compile(r"\b(?:soit|total|in all|altogether|insgesamt|en todo|totaal|overall)\b")
LENGTH = re.compile(r"\b(?:length|umfang|longueur|extension|omvang|lengte)\b")
# "6 months with an option": what comes on top is said behind, and is another length.
ON_TOP = re.compile(
    r"\W{0,3}(?:(?:with|plus|and|mit|und|sowie|zuzuglich|avec|et|assortie?\s|con|y|mas|met|en)\b|\+)"
)
SURE = 2
BESIDE = 16  # characters within which "extension" stands beside its length
NEAR = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The purpose of a count, and how plainly it is said."""

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
    found = _length(line, read, language)
    if not found.kind and "+" in line.folded[read.start : read.end]:
        return Counting(kind="duration", rank=SURE)  # "2+1+1 years": only terms are written so
    return found


def _length(line: Line, read: Read[Amount], language: str) -> Counting:
    places = [(one.start, one.end) for one in line.lengths]
    words = clause(line.folded, read.start, read.end, places)
    extension = cue(language, "counts", "extension")
    beside = words.behind[:BESIDE].split(",")[0]
    by = BY.search(words.before) is not None
    if (RENEWABLE.match(words.behind) and not by) or ON_TOP.match(words.behind):
        beside = ""  # "one year, renewable twice": what may be renewed is the contract
    if extension.search(beside) or extension.search(line.label):
        return Counting(kind="extension", rank=3)
    if _is_validity(words, language):
        said = f"{line.label} {line.heading} {words.before} {words.behind[:40]}"
        plain = cue(language, "counts", "whole").search(said)
        return Counting(kind="validity", rank=3 if plain else 1)
    return _period(line, read, words, language)


def _is_validity(words: Clause, language: str) -> bool:
    near = words.near(NEAR, 40)
    valid, contrary = (cue(language, "counts", name) for name in ("validity", "contrary"))
    return valid.search(near) is not None and contrary.search(near) is None


def _period(line: Line, read: Read[Amount], words: Clause, language: str) -> Counting:
    """A duration or an extension, or neither: experience, warranties, time to answer."""
    before, behind = words.before, words.behind.lstrip()[:40]
    against, firm, contract, extension = (
        cue(language, "counts", name) for name in ("not_contract", "firm", "contract", "extension")
    )
    of_days = read.value is not None and read.value.unit == "day"
    last_firm, last_extension = last_end(firm, before), last_end(extension, before)
    last = last_end(contract, before)
    if last_extension and WHOLE.search(f"{before[-24:]}|{words.behind[:BESIDE]}"):
        return NOTHING  # "one year, renewable three times, four years in all"
    if last_extension >= max(last_firm, last, 1) and not of_days:
        return Counting(kind="extension", rank=3)
    last_against = last_end(against, before)
    if last_against and OF_IT.fullmatch(before[last_against:last_firm]):
        return NOTHING  # "the warranty runs for 12 months"
    if (last_against and last_against >= last_firm) or against.search(behind):
        return NOTHING
    labelled = firm.search(line.label) and not against.search(line.label)
    if labelled or last_firm:
        return Counting(kind="duration", rank=3)
    headed = firm.search(line.heading) and len(line.folded) <= NEAR
    valued = FOR.search(before) is not None and contract.search(line.label) is not None
    told = last or valued or firm.match(behind) or contract.match(behind) or headed
    return Counting(kind="duration", rank=2) if told and not of_days else NOTHING


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
        return Counting(kind="limit", rank=1) if LENGTH.search(about) else NOTHING
    if cue(language, "counts", "of_the_work").search(about):
        return Counting(kind="limit", rank=1)  # "can you quote for a site, max 5 pages"
    part = any(name in about for name in PARTS) or whole.search(about) is None
    nearest = last_end(answer, about) > last_end(whole, about)
    return Counting(kind="part_limit" if part or nearest else "limit", rank=3)
