"""The shape in which a model says what is not in the passages: the words first, then where."""

from __future__ import annotations

from typing import Annotated

from sealedbid.intelligence.agents.shaping import Id, Said, Text, items


class MissingSaid(Said):
    """Words of a sentence that no passage has, and the sentence's id ("S2")."""

    words: Text | None = None
    sentence: Id | None = None


class MissingWords(Said):
    """Everything that a model misses in the passages."""

    missing: Annotated[list[MissingSaid], items(12)] | None = None
