"""The port's one implementation: endpoints in order, asked patiently, counted and limited."""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final, TypeVar

from sealedbid.intelligence.llm.asking import Asking
from sealedbid.intelligence.llm.counting import Call, Meter
from sealedbid.intelligence.llm.errors import RequestRejectedError, UnreadableAnswerError
from sealedbid.intelligence.llm.limits import Limit
from sealedbid.intelligence.llm.models import Answer, Prompt, Structured, Vectors
from sealedbid.intelligence.llm.patience import Patience
from sealedbid.intelligence.llm.protocol import Embedded, Endpoint
from sealedbid.intelligence.llm.shapes import Shape
from sealedbid.intelligence.llm.streaming import PieceStream

BATCH: Final = 96
"""Texts of one request for vectors; vendors take 96 to 2,048."""
Value = TypeVar("Value")


class MeteredModel:
    """A model and its fallback, behind one meter."""

    def __init__(
        self, endpoints: Sequence[Endpoint], asking: Asking, patience: Patience, meter: Meter
    ) -> None:
        self._endpoints = endpoints
        self._asking = asking
        self._patience = patience
        self._meter = meter
        self._schemaless: set[Endpoint] = set()

    async def generate(self, prompt: Prompt, limit: Limit | None = None) -> Answer:
        """Ask for text. Raises ModelError."""
        return await self._answer(self._meter.call(limit), prompt)

    @asynccontextmanager
    async def stream(
        self, prompt: Prompt, limit: Limit | None = None
    ) -> AsyncGenerator[PieceStream]:
        """Ask for text, piece by piece. Raises ModelError.

        Retries and the fallback end where the first piece begins: it cannot be taken back.
        """
        call = self._meter.call(limit)
        opened: list[AsyncGenerator[str | Answer]] = []

        async def begin(endpoint: Endpoint) -> PieceStream:
            pieces = self._asking.pieces(call, endpoint, prompt)
            opened.append(pieces)
            return PieceStream(await anext(pieces), pieces, endpoint.name, call)

        try:
            yield await self._patience.first(self._endpoints, begin)
        finally:
            for pieces in opened:
                await pieces.aclose()

    async def structured(
        self, prompt: Prompt, shape: type[Value], limit: Limit | None = None
    ) -> Structured[Value]:
        """Ask for a value of ``shape``. Raises BrokenShapeError and other ModelErrors."""
        call = self._meter.call(limit)
        form: Shape[Value] = Shape(shape)
        answer = await self._answer(call, prompt, form.schema)
        found = form.read(answer)
        if found.fault is not None:
            repaired = prompt.replied(*form.complaint(answer, found.fault))
            answer = await self._answer(call, repaired, form.schema)
            found = form.read_again(answer)
        return Structured(
            value=found.value,
            ending=answer.ending,
            model=answer.model,
            spent=answer.spent,
            limit=answer.limit,
        )

    async def embed(self, texts: Sequence[str], limit: Limit | None = None) -> Vectors:
        """Turn texts into vectors, in batches. Raises ModelError."""
        call = self._meter.call(limit)
        vectors: list[list[float]] = []
        model = self._endpoints[0].name
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]

            async def attempt(endpoint: Endpoint, batch: Sequence[str] = batch) -> Any:
                found = await self._asking.embed(call, endpoint, batch)
                if isinstance(found, Embedded) and (fault := _fault(found.vectors, len(batch))):
                    raise UnreadableAnswerError(endpoint.address, fault)
                return found

            found = await self._patience.first(self._endpoints, attempt)
            if not isinstance(found, Embedded):
                return Vectors(
                    vectors=[], ending="budget", model=model, spent=call.spent, limit=found
                )
            vectors += found.vectors
        return Vectors(vectors=vectors, ending="complete", model=model, spent=call.spent)

    async def _answer(
        self, call: Call, prompt: Prompt, schema: dict[str, Any] | None = None
    ) -> Answer:
        async def attempt(endpoint: Endpoint) -> Answer:
            if schema is None:
                return await self._asking.ask(call, endpoint, prompt, None)
            if endpoint not in self._schemaless:
                with suppress(RequestRejectedError):
                    return await self._asking.ask(call, endpoint, prompt, schema)
            # Many servers know no schemas. From here on the schema is in the prompt.
            answer = await self._asking.ask(call, endpoint, Shape.worded(prompt, schema), None)
            self._schemaless.add(endpoint)
            return answer

        return await self._patience.first(self._endpoints, attempt)


def _fault(vectors: list[list[float]], wanted: int) -> str | None:
    """Say why these are no vectors of so many texts; None if they are."""
    if len(vectors) != wanted:
        return f"{len(vectors)} vectors for {wanted} texts"
    if len({len(vector) for vector in vectors}) != 1 or not vectors[0]:
        return "vectors of no length, or of several"
    if not all(math.isfinite(value) for vector in vectors for value in vector):
        return "a vector with a value that is no number"
    return None
