"""Facts and questions as rows, and questions out of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.models import ProposalQuestion
from sealedbid.intelligence.shortening import shortened

LONGEST: Final = 1990  # characters of a question, its reason or an answer: the database has 2000
MOST: Final = 100  # alternatives


def fact_rows(facts: Sequence[Fact]) -> list[dict[str, Any]]:
    """The rows that ``brief_facts.replace`` takes."""
    return [
        {
            "key": fact.key,
            "kind": fact.kind,
            "value": None if fact.value is None else fact.value.model_dump(mode="json"),
            "quote": fact.quote.text,
            "position": fact.quote.start,
            "length": fact.quote.end - fact.quote.start,
            "sure": fact.sure,
            "reason": fact.reason,
            "alternatives": [one.model_dump(mode="json") for one in fact.alternatives],
            "inferred": fact.inferred,
        }
        for fact in facts
    ]


def question_rows(questions: Sequence[Question]) -> list[dict[str, Any]]:
    """The rows that ``proposal_questions.ask`` and ``replace`` take; the order is kept.

    Long words are shortened; an alternative that is too long to be an answer is left out.
    """
    return [
        {
            "key": question.key,
            "text": shortened(question.text, LONGEST),
            "reason": shortened(question.reason, LONGEST),
            "form": question.form,
            "alternatives": [one for one in question.alternatives if len(one) <= LONGEST][:MOST],
            "position": place,
        }
        for place, question in enumerate(questions)
    ]


def question_of(row: ProposalQuestion) -> Question:
    """The question of a row."""
    return Question(
        key=row.key,
        text=row.text,
        reason=row.reason,
        form=row.form,
        alternatives=tuple(row.alternatives),
    )


def answers_of(rows: Iterable[ProposalQuestion]) -> dict[str, str]:
    """The answers that people gave, by key."""
    return {row.key: row.answer for row in rows if row.answer is not None}
