"""Answers about requirements: a person confirms one, or says that it does not apply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sealedbid.content.models import AnswerState
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.parsing import NO, YES

PREFIX: Final = "requirement."
STATES: Final[dict[str, AnswerState]] = {YES: "confirmed", NO: "excluded"}


def requirement_key(ref: str) -> str:
    """The key by which the answer about a requirement is kept."""
    return f"{PREFIX}{ref}"


def requirement_question(ref: str) -> Question:
    """The question that a confirmation answers."""
    return Question(
        key=requirement_key(ref),
        text=f"Is {ref} answered? Yes confirms it, no says that it does not apply.",
        reason="A person confirms what a client reads.",
        form="yes",
    )


def state_of(ref: str, answers: Mapping[str, str], drafted: AnswerState) -> AnswerState:
    """The state of a requirement: a person's word goes before that of the draft."""
    return STATES.get(answers.get(requirement_key(ref), ""), drafted)
