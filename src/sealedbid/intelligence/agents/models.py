"""The value that a question to a model ends with, also where the model gave none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from sealedbid.intelligence.models import FREE, Usage

AgentEnding: TypeAlias = Literal["complete", "cut", "refused", "budget", "broken"]
"""The endings of an answer; ``broken``: the model gave no answer that can be used."""
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Generic[Value]):
    """A value that code has checked.

    ``model`` is the model whose answer is in it, None if the value is that of rules alone.
    ``ending`` is the first that was not complete; ``usage`` counts every request, also those whose
    answer is not used. ``told`` are sentences for the author: what was left out, and why.
    """

    value: Value
    model: str | None
    usage: Usage = FREE
    ending: AgentEnding = "complete"
    told: tuple[str, ...] = ()
