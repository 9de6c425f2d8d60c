"""The purpose of a sum: only what may be spent on this work is a budget."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.clauses import Clause, clause
from sealedbid.intelligence.brief.facts.cues import cue, last_end
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.values.riders import riders
from sealedbid.intelligence.brief.values.sums import Sum

# Right behind a sum: it was another year's.
PAST = re.compile(
    r"\s?\(?(?:last year|the year before|previously|letztes jahr|im vorjahr|l'an dernier"
    r"|l'annee derniere|el ano pasado|vorig jaar)\b"
)
SHORT = 45  # a statement that is hardly more than its sum: "Around 3k max."
OWN = "it may be the organization's own budget, not the one for this work"
APART = "it may be for a part of the work only"
NEAR = 44
BESIDE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """A sum's rank as the budget: 3 in so many words, 1 by a guess, 0 not at all."""

    rank: int
    doubt: str = ""


NONE = Spending(rank=0)


def spending(line: Line, each: Sum, language: str) -> Spending:
    """Tell how plainly a sum of ``line`` is the budget for this work."""
    read = each.read
    places = [(one.read.start, one.read.end) for one in line.sums]
    words = clause(line.folded, read.start, read.end, places)
    if _is_other(words, line, language):
        return NONE
    rank = _rank(words, line, each, language)
    if rank == 0:
        return NONE
    whole = f"{line.label} {words.before}"
    own = cue(language, "sums", "own_budget")
    if own.search(whole) or own.search(words.behind[:BESIDE]):
        return Spending(rank=1, doubt=OWN)
    apart = cue(language, "sums", "apart")
    near = f"{line.label} {words.before[-NEAR:]}"
    if apart.search(near) and not cue(language, "sums", "total").search(near):
        return Spending(rank=1, doubt=APART)
    return Spending(rank=rank)


def _is_other(words: Clause, line: Line, language: str) -> bool:
    """True where the nearest words speak of insurance, penalties, turnover or others' spending."""
    other, budget = cue(language, "sums", "other"), cue(language, "sums", "budget")
    plain = cue(language, "sums", "plain_budget")
    if other.search(line.label):
        return True
    # "must not exceed" limits rates and expenses as well: only a budget by its name outdoes them.
    if last_end(other, words.before) > last_end(plain, words.before):
        return True
    if PAST.match(words.behind):
        return True
    first = other.search(words.behind[:NEAR])
    said = budget.search(words.before) or plain.search(line.label)
    return first is not None and said is None


def _rank(words: Clause, line: Line, each: Sum, language: str) -> int:
    plain, budget = cue(language, "sums", "plain_budget"), cue(language, "sums", "budget")
    if plain.search(line.label) or plain.search(words.before):
        return 3
    if budget.search(line.label) or budget.search(words.before):
        return 2 if each.shown or plain.search(words.before) else 1
    if not each.shown:
        return 0
    total = cue(language, "sums", "total")
    headed = cue(language, "sums", "plain_budget").search(line.heading) is not None
    costs = headed or cue(language, "sums", "cost_table").search(line.heading) is not None
    if line.piece.row:
        if not total.search(line.label):
            return 0
        named = cue(language, "sums", "cost_table").search(line.label) is not None
        return 2 if costs else int(named)
    behind = words.behind[:NEAR]
    if plain.search(behind) or budget.search(behind) or total.search(behind.split(",")[0]):
        return 2
    if headed or (total.search(words.before[-NEAR:]) and not line.piece.row):
        return 2
    bound = each.read.value is not None and each.read.value.bound != "exact"
    if not bound or len(line.folded) > SHORT:
        return 0
    return 2 if _says_only_a_bound(words, language) else 1


def _says_only_a_bound(words: Clause, language: str) -> bool:
    """True for "Around 3k max.": no word tells that it limits anything else."""
    known = riders(language)
    rest = f"{words.before} {words.behind}"
    for pattern in (known.ceiling, known.estimate, known.on_top, known.included):
        rest = pattern.sub(" ", rest)
    return re.search(r"[^\W\d_]{3}", rest) is None


def is_bare(line: Line, each: Sum) -> bool:
    """True for a dollar sign that does not say whose dollar it is."""
    text = line.piece.text[each.read.start : each.read.end]
    return re.search(r"(?<![A-Za-z])\$", text) is not None
