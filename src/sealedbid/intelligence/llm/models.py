"""Prompts for models, their answers, and the tokens and money that both take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeAlias, TypeVar

from sealedbid.intelligence.models import Usage

ModelClass: TypeAlias = Literal["fast", "strong", "writer", "embed"]
Ending: TypeAlias = Literal["complete", "cut", "refused", "budget"]
"""End of an answer: ``cut`` at its max_tokens, ``budget`` by a limit that it may not pass."""
Scope: TypeAlias = Literal["call", "run", "month"]
"""Scope of a limit: one call, a whole run, the organization's calendar month (UTC)."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """An answer of the model, and the reply to it."""

    answer: str
    reply: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Text for a model, in the order in which it is sent: the parts that stay the same come first.

    ``rules`` are instructions, ``shared`` is the same for all calls of a run (a vendor that can
    caches up to there), ``task`` is for this call. ``max_tokens`` is the hard cap of the answer.
    """

    rules: str
    task: str
    max_tokens: int
    shared: str = ""
    exchanges: tuple[Exchange, ...] = ()
    temperature: float = 0.2

    def replied(self, answer: str, reply: str) -> Prompt:
        """The same prompt, followed by an answer and the reply to it."""
        return replace(self, exchanges=(*self.exchanges, Exchange(answer=answer, reply=reply)))

    def texts(self) -> list[str]:
        """Every text of the prompt that has any."""
        turns = (text for each in self.exchanges for text in (each.answer, each.reply))
        return [text for text in (self.rules, self.shared, self.task, *turns) if text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Tokens and money of requests; ``cost_micros`` is in millionths of a dollar.

    ``is_estimated`` if a server did not report its tokens. ``is_priced`` is False if a model has no
    price in the table: its cost is counted as 0.
    """

    tokens_in: int = 0
    tokens_out: int = 0
    cost_micros: int = 0
    requests: int = 0
    is_estimated: bool = False
    is_priced: bool = True

    def __add__(self, other: Spent) -> Spent:
        return Spent(
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            cost_micros=self.cost_micros + other.cost_micros,
            requests=self.requests + other.requests,
            is_estimated=self.is_estimated or other.is_estimated,
            is_priced=self.is_priced and other.is_priced,
        )

    @property
    def tokens(self) -> int:
        """Tokens of prompts and answers."""
        return self.tokens_in + self.tokens_out

    @property
    def usage(self) -> Usage:
        """The same as a step of a run stores it."""
        return Usage(
            tokens_in=self.tokens_in, tokens_out=self.tokens_out, cost_micros=self.cost_micros
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Text of a model, and how it ended; ``limit`` is the one that ended it, if one did.

    An answer that ended by a budget may have a text, which the limit cut, or none, since nothing
    was asked. ``spent`` includes attempts that failed.
    """

    text: str
    ending: Ending
    model: str
    spent: Spent
    limit: Scope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured(Generic[Value]):
    """A value that a model gave; None if it refused, or a limit ended the call."""

    value: Value | None
    ending: Ending
    model: str
    spent: Spent
    limit: Scope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """One vector for each text, in their order; none at all if a limit ended the call."""

    vectors: list[list[float]]
    ending: Ending
    model: str
    spent: Spent
    limit: Scope | None = None
