"""A model in memory that answers as a script says, and keeps what it was asked."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from sealedbid.intelligence.llm import Answer, Limit, Model, ModelClass, Prompt, Spent
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.llm.models import Ending, Scope, Structured, Vectors
from sealedbid.intelligence.llm.protocol import Stream

Script: TypeAlias = Callable[[Prompt], "Said | str | ModelError"]
Value = TypeVar("Value")
SPENT = Spent(tokens_in=900, tokens_out=100, cost_micros=7, requests=1)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, and how it ends; with ``error``, what is raised after it."""

    text: str
    ending: Ending = "complete"
    error: ModelError | None = None
    model: str = "scripted"


@dataclass(slots=True)
class Scripted:
    """The model; ``write`` answers a section, ``mend`` a repair."""

    write: Script
    mend: Script = lambda prompt: "DROP"
    asked: list[Prompt] = field(default_factory=list)
    mended: list[Prompt] = field(default_factory=list)
    left: int = 0

    def of(self, kind: ModelClass) -> Model:
        """Give the model of any class."""
        return self

    async def generate(self, prompt: Prompt, limit: Limit | None = None) -> Answer:
        """Answer a repair."""
        self.mended.append(prompt)
        said = _said(self.mend(prompt))
        return Answer(text=said.text, ending=said.ending, model=said.model, spent=SPENT)

    @asynccontextmanager
    async def stream(self, prompt: Prompt, limit: Limit | None = None) -> AsyncGenerator[Stream]:
        """Answer a section, seven characters a piece."""
        self.asked.append(prompt)
        said = _said(self.write(prompt))
        try:
            yield _Pieces(said)
        finally:
            self.left += 1

    async def structured(
        self, prompt: Prompt, shape: type[Value], limit: Limit | None = None
    ) -> Structured[Value]:
        """Refuse: no writer asks for a shape."""
        raise NotImplementedError

    async def embed(self, texts: Sequence[str], limit: Limit | None = None) -> Vectors:
        """Refuse: no writer embeds."""
        raise NotImplementedError


@dataclass(slots=True)
class _Pieces:
    said: Said

    async def __aiter__(self) -> AsyncIterator[str]:
        for at in range(0, len(self.said.text), 7):
            yield self.said.text[at : at + 7]
        if self.said.error is not None:
            raise self.said.error

    @property
    def answer(self) -> Answer:
        limit: Scope | None = "run" if self.said.ending == "budget" else None
        return Answer(
            text=self.said.text,
            ending=self.said.ending,
            model=self.said.model,
            spent=SPENT,
            limit=limit,
        )


def _said(answer: Said | str | ModelError) -> Said:
    if isinstance(answer, ModelError):
        raise answer
    return Said(answer) if isinstance(answer, str) else answer


def prompt_of(messages: Sequence[Mapping[str, Any]]) -> Prompt:
    """The prompt that a server was sent, all of it as the task."""
    texts: list[str] = []
    for message in messages:
        content = message.get("content") or ""
        pieces = content if isinstance(content, list) else [{"text": content}]
        texts += [str(piece.get("text", "")) for piece in pieces]
    return Prompt(rules="", task="\n".join(texts), max_tokens=1)
