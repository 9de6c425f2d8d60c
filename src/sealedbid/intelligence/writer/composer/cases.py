"""Comparable work: chosen by date, size and terms in common; told as before, work and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sealedbid.intelligence.brief.language import language_of, small_words
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.writer.composer import terms
from sealedbid.intelligence.writer.composer.criteria import (
    MOST,
    Criteria,
    completed,
    criteria_of,
    team_of,
)
from sealedbid.intelligence.writer.composer.practice import Library
from sealedbid.intelligence.writer.composer.prices.fitting import wishes
from sealedbid.intelligence.writer.composer.shelf import Unit, units_of
from sealedbid.intelligence.writer.composer.words import content_words, overlap
from sealedbid.intelligence.writer.protocol import Assignment
from sealedbid.intelligence.writer.sources import nearest

FEWEST_TERMS = 3  # shared with the brief, below which a case has nothing to do with it
PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Before", re.compile(r"problem|before|challenge|situation|task|start|why|need", re.I)),
    ("After", re.compile(r"came of|result|outcome|after|effect|today|since|impact", re.I)),
    ("Built with", re.compile(r"built with|technology|tools|made with|stack|materials", re.I)),
    ("Work", re.compile(r"did|work|approach|made|solution|how|process|done", re.I)),
)
TELLING = {"": 2, "Before": 1, "Work": 2, "After": 2}
ORDER = ("", "Before", "Work", "After")


@dataclass(frozen=True, slots=True)
class Case:
    """A case study that fits, with the terms in common and the words for its date and team."""

    source_id: UUID
    title: str
    passages: tuple[Match, ...]
    shared: tuple[str, ...]
    worth: float
    done: tuple[date, str] | None
    team: tuple[int, str] | None

    @property
    def text(self) -> str:
        """Everything that the case says."""
        return " ".join(match.content_text for match in self.passages)


def choose_cases(assignment: Assignment, asked: str) -> tuple[list[Case], list[str]]:
    """The cases that meet what is asked, best first, and why near ones are left out."""
    criteria = criteria_of(asked, assignment.today)
    cases = [case for case in _all(assignment) if _is_like(case)]
    fit: list[Case] = []
    told: list[str] = []
    for case in sorted(cases, key=lambda case: (-case.worth, case.title)):
        why = _fails(case, criteria)
        if why:
            if len(told) < MOST:
                told.append(f"Not shown as comparable work: {case.title} ({why}).")
        else:
            fit.append(case)
    wanted = MOST if criteria.count is None else criteria.count
    best = fit[0].worth if fit else 0.0
    kept = [case for case in fit if criteria.count is not None or case.worth >= 0.5 * best]
    if criteria.count is not None and len(fit) < criteria.count:
        told.append(f"{criteria.count} comparable projects are asked, {len(fit)} are known.")
    return kept[:wanted], told


def _is_like(case: Case) -> bool:
    """True if a case shares enough: three terms, or two of which one is a name."""
    named = any(term != term.lower() for term in case.shared)
    return len(case.shared) >= FEWEST_TERMS - named


def tell(case: Case, library: Library, theme: str) -> list[tuple[str, list[Unit]]]:
    """The sentences of a case by their label: the summary, before, work and after."""
    told: list[tuple[str, list[Unit]]] = []
    for label in ORDER:
        passages = [match for match in case.passages if _part(match, case) == label]
        units = [unit for unit in units_of(passages) if library.is_printable(unit)]
        if label == "Work":
            units.sort(key=lambda unit: -overlap(theme, unit.text))
        chosen: list[Unit] = []
        for unit in units:
            if len(chosen) == TELLING[label]:
                break
            taken = any(
                unit.place[:3] == other.place[:3]
                and unit.first <= other.last
                and other.first <= unit.last
                for other in chosen
            )
            if not taken and not library.is_used(unit.text):
                chosen.append(unit)
        for unit in chosen:
            library.take(unit)
        if chosen:
            told.append((label, sorted(chosen, key=lambda unit: unit.place)))
    return told


def _part(match: Match, case: Case) -> str:
    """The part of the story that a passage tells; the first one is the summary."""
    if match.chunk_no == case.passages[0].chunk_no:
        return ""
    heading = match.heading.removeprefix(match.source_title)
    return next((label for label, words in PARTS if words.search(heading)), "Work")


def _all(assignment: Assignment) -> list[Case]:
    recall = assignment.recall
    texts: dict[object, str] = {}
    passages: dict[UUID, list[Match]] = {}
    for match in recall.whole:
        if match.content_type == "case_study":
            passages.setdefault(match.source_id, []).append(match)
    for id, matches in passages.items():
        texts[id] = " ".join(f"{m.heading} {m.content_text}" for m in matches)
    brief = assignment.brief
    goals = [brief.title, *(goal.text for goal in brief.goals)]
    wanted = terms.candidates(goals, [one.text for one in wishes(brief)])
    empty = small_words(language_of(assignment.text))
    wanted = {stem: word for stem, word in wanted.items() if fold(word) not in empty}
    weighted = terms.weights(texts, wanted)
    order = nearest(recall.matches, "case_study")
    near = {
        match.source_id: max(match.similarity, 0.0)
        for match in reversed(recall.matches)
        if match.key == "theme"
    }
    total = sum(weighted.values()) or 1.0
    cases = []
    for id in sorted(passages, key=lambda id: (order.index(id) if id in order else 99, str(id))):
        matches = sorted(passages[id], key=lambda match: match.chunk_no)
        words = content_words(texts[id])
        shared = sum(weight for stem, weight in weighted.items() if stem in words) / total
        pieces = [match.content_text for match in matches]
        cases.append(
            Case(
                source_id=id,
                title=matches[0].source_title,
                passages=tuple(matches),
                shared=tuple(terms.in_common(texts[id], wanted, weighted)),
                worth=shared + near.get(id, 0.0),
                done=completed(pieces),
                team=team_of(pieces[:3]),
            )
        )
    return cases


def _fails(case: Case, criteria: Criteria) -> str:
    """Say which condition a case does not meet: also one of which it says nothing."""
    if criteria.since is not None:
        if case.done is None:
            return "it does not say when it was completed"
        if case.done[0] < criteria.since:
            return f"completed in {case.done[1]}, asked since {criteria.since.isoformat()}"
    if criteria.least is not None and criteria.most is not None:
        if case.team is None:
            return "it does not say how large the team was"
        if not criteria.least <= case.team[0] <= criteria.most:
            return f"a team of {case.team[1]}"
    return ""
