"""A place in a brief."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in the text as it was given: ``source[start:end] == text``, Markdown and all."""

    start: int
    end: int
    text: str
