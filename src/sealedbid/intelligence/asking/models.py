"""A question, and what may answer it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

Form: TypeAlias = Literal[
    "text",
    "date",  # with or without a time
    "money",
    "number",
    "choice",  # one of the alternatives
    "yes",  # yes or no
]


class Question(BaseModel):
    """A question to the people of the organization about one proposal.

    ``key`` is what an answer is kept by, with the hash of the brief: a fact's key ("deadline"), or
    the place of a decision: ``price.<service>.quantity``, ``person.<role>``, ``section.<id>``,
    ``requirement.<ref>``. ``reason`` says why it is asked. ``alternatives`` are answers that the
    text allows, in the words in which ``answer`` accepts them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    text: str
    reason: str
    form: Form
    alternatives: tuple[str, ...] = ()
