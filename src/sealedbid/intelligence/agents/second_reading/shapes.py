"""The shape in which a model says what is not in the passages: the words first, then where."""

from __future__ import annotations

from pydantic import BaseModel


class MissingSaid(BaseModel):
    """Words of a sentence that no passage has, and the sentence's id ("S2")."""

    words: str | None = None
    sentence: str | None = None


class MissingWords(BaseModel):
    """Everything that a model misses in the passages."""

    missing: list[MissingSaid] | None = None
