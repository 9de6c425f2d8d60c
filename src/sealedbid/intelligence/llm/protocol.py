"""The port that the brain asks models through, and the one that adapters fill."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from sealedbid.intelligence.llm.limits import Limit
from sealedbid.intelligence.llm.models import Answer, Prompt, Structured, Vectors

Value = TypeVar("Value")
Finish: TypeAlias = Literal["stop", "length", "refused"]


class Stream(Protocol):
    """Pieces of an answer as they come. ``answer`` is the whole of it, once they have ended."""

    def __aiter__(self) -> AsyncIterator[str]:
        """Iterate over the pieces. Raises ModelError, and then nothing is asked again."""
        ...

    @property
    def answer(self) -> Answer:
        """The answer; up to a moment ago if the pieces have not ended."""
        ...


class Model(Protocol):
    """A model with its fallback, which counts what it spends and keeps to limits.

    Reaching a limit is an ending of the result, never an error. ``limit`` is for this call alone,
    with its retries and its repair. Every method raises ModelError.
    """

    async def generate(self, prompt: Prompt, limit: Limit | None = None) -> Answer:
        """Ask for text."""
        ...

    def stream(
        self, prompt: Prompt, limit: Limit | None = None
    ) -> AbstractAsyncContextManager[Stream]:
        """Ask for text, piece by piece. Leaving the context ends the request."""
        ...

    async def structured(
        self, prompt: Prompt, shape: type[Value], limit: Limit | None = None
    ) -> Structured[Value]:
        """Ask for a value of ``shape``, which pydantic knows. Raises BrokenShapeError.

        A broken answer goes back to the model once, with what is wrong.
        """
        ...

    async def embed(self, texts: Sequence[str], limit: Limit | None = None) -> Vectors:
        """Turn texts into vectors."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request to an endpoint; ``schema`` is of JSON, if the answer has to be."""

    prompt: Prompt
    max_tokens: int
    schema: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer of an endpoint. Tokens are None if it did not report them.

    ``surcharge`` is the number of tokens by which the prompt costs more than its tokens.
    """

    text: str
    finish: Finish
    tokens_in: int | None
    tokens_out: int | None
    surcharge: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """Vectors of an endpoint. Tokens are None if it did not report them."""

    vectors: list[list[float]]
    tokens_in: int | None


class Endpoint(Protocol):
    """One model at one address: one request a call; it repeats, counts and limits nothing.

    Every method raises ModelError, whose text holds no key.
    """

    @property
    def name(self) -> str:
        """Name of the model in the request; in its answer a server may give a path of its own."""
        ...

    @property
    def address(self) -> str:
        """URL of the server, without a password."""
        ...

    async def ask(self, request: Request) -> Reply:
        """Ask for a whole answer."""
        ...

    def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        """Yield pieces of the answer, and last the whole of it."""
        ...

    async def embed(self, texts: Sequence[str]) -> Embedded:
        """Turn texts into vectors."""
        ...

    async def close(self) -> None:
        """Close its connections."""
        ...
