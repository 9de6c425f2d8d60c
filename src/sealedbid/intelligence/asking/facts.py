"""Facts that a brief leaves unsure become questions; what it does not say is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.intelligence.asking.kinds import MATTER
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.written import written
from sealedbid.intelligence.brief.facts.models import Fact, FactKind

SHORT: Final = 3000  # characters: a page
MOST_OF_A_PAGE: Final = 2  # questions about a brief of one page
MOST_ALTERNATIVES: Final = 8


def questions_of(facts: Sequence[Fact], *, most: int | None = None) -> tuple[Question, ...]:
    """Ask about the unsure facts that matter, what matters most first, ``most`` at most.

    One question a kind; none where another fact of the kind is sure, or the text names no value.
    """
    asked = [_question(fact, kind) for kind in MATTER if (fact := _unsure(facts, kind)) is not None]
    return tuple(asked[:most])


def most_of(brief: str) -> int | None:
    """The number of questions that a brief is worth: few where it has one page."""
    return MOST_OF_A_PAGE if len(brief) <= SHORT else None


def _unsure(facts: Sequence[Fact], kind: FactKind) -> Fact | None:
    of_kind = [fact for fact in facts if fact.kind == kind]
    if any(fact.sure and fact.value is not None for fact in of_kind):
        return None
    return next((fact for fact in of_kind if fact.value or fact.alternatives), None)


def _question(fact: Fact, kind: FactKind) -> Question:
    values = [] if fact.value is None else [fact.value]
    values += [one.value for one in fact.alternatives]
    return Question(
        key=fact.key,
        text=MATTER[kind].text,
        reason=fact.reason,
        form=MATTER[kind].form,
        alternatives=tuple(dict.fromkeys(map(written, values)))[:MOST_ALTERNATIVES],
    )
