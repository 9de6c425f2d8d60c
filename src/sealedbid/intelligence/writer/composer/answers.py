"""Which requirement is answered by what the organisation knows, and which is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sealedbid.content.models import AnswerState
from sealedbid.intelligence.brief import Requirement
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.composer.passages import best_paragraph, paragraphs
from sealedbid.intelligence.writer.composer.words import overlap
from sealedbid.intelligence.writer.models import Recall
from sealedbid.intelligence.writer.questions import REQUIREMENT


@dataclass(frozen=True, slots=True)
class Bar:
    """From where on a passage answers, and from where on it is near; chosen on real briefs."""

    answers: float
    words: float
    near: float
    papers: float  # how an answer is handed in: only what is very near speaks of it


# Cosines of MiniLM and of hashed n-grams lie in different places: docs/reference/brain.md.
SEMANTIC = Bar(answers=0.52, words=0.30, near=0.42, papers=0.60)
LEXICAL = Bar(answers=0.40, words=0.40, near=0.25, papers=0.50)


@dataclass(frozen=True, slots=True)
class Found:
    """The paragraph that answers a requirement, or comes near it."""

    requirement: Requirement
    state: AnswerState
    match: Match | None
    paragraph: str | None


def bar_of(recall: Recall) -> Bar:
    """What a similarity has to reach for the model that was searched with."""
    return SEMANTIC if recall.is_semantic else LEXICAL


def by_key(recall: Recall) -> Mapping[str, Sequence[Match]]:
    """The matches of each question, best first."""
    found: dict[str, list[Match]] = {}
    for match in recall.matches:
        found.setdefault(match.key, []).append(match)
    return found


def find_answers(requirements: Sequence[Requirement], recall: Recall) -> list[Found]:
    """An answer for each, or that there is none.

    What asks for experience is answered in part by the nearest past work, where nothing says more.
    """
    matches, bar = by_key(recall), bar_of(recall)
    found = [_best(one, matches.get(f"{REQUIREMENT}{one.ref}", ()), bar) for one in requirements]
    stories = [match for match in recall.whole if match.content_type == "case_study"]
    told = next(iter(paragraphs(stories[0].content_text)), None) if stories else None
    return [
        Found(one.requirement, "suggested", stories[0], told)
        if told and one.state == "open" and one.requirement.kind == "experience"
        else one
        for one in found
    ]


def _best(requirement: Requirement, matches: Sequence[Match], bar: Bar) -> Found:
    for match in matches:
        paragraph = best_paragraph(match.content_text, requirement.text)
        if paragraph is None or match.similarity < bar.near:
            continue
        shared = overlap(requirement.text, f"{match.heading} {match.content_text}")
        is_papers = requirement.kind == "submission"
        least = bar.papers if is_papers else bar.answers
        answers = match.similarity >= least and shared >= bar.words
        if is_papers and not answers:
            continue
        return Found(requirement, "suggested", match, paragraph)
    return _nothing(requirement)


def _nothing(requirement: Requirement) -> Found:
    return Found(requirement, "open", None, None)
