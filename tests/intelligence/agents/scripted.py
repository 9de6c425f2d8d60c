"""A model in memory that answers as a script says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, TypeAlias, TypeVar

from pydantic import TypeAdapter

from sealedbid.intelligence.llm import Answer, Limit, Prompt, Spent, Stream, Structured, Vectors
from sealedbid.intelligence.llm.errors import ModelError

Value = TypeVar("Value")
Script: TypeAlias = dict[str, Any] | ModelError | Literal["refused", "budget"]
SPENT = Spent(tokens_in=100, tokens_out=10, cost_micros=5, requests=1)


@dataclass(slots=True)
class ScriptedModel:
    """Gives the next answer of its script; the last one is repeated."""

    script: list[Script]
    asked: list[Prompt] = field(default_factory=list)
    name: str = "scripted"

    async def structured(
        self, prompt: Prompt, shape: type[Value], limit: Limit | None = None
    ) -> Structured[Value]:
        """Answer in the shape, through JSON as a server does."""
        self.asked.append(prompt)
        said = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(said, ModelError):
            raise said
        if not isinstance(said, dict):
            return Structured(
                value=None,
                ending=said,
                model=self.name,
                spent=SPENT,
                limit="run" if said == "budget" else None,
            )
        value = TypeAdapter(shape).validate_python(json.loads(json.dumps(said)))
        return Structured(value=value, ending="complete", model=self.name, spent=SPENT)

    async def generate(self, prompt: Prompt, limit: Limit | None = None) -> Answer:
        """Fail: no agent asks for text."""
        self._not_asked()

    def stream(
        self, prompt: Prompt, limit: Limit | None = None
    ) -> AbstractAsyncContextManager[Stream]:
        """Fail: no agent asks for pieces."""
        self._not_asked()

    async def embed(self, texts: Sequence[str], limit: Limit | None = None) -> Vectors:
        """Fail: no agent asks for vectors."""
        self._not_asked()

    def _not_asked(self) -> NoReturn:
        raise AssertionError("only values of a shape are asked for")


def saying(*script: Script) -> ScriptedModel:
    """A model with a script."""
    return ScriptedModel(list(script))
