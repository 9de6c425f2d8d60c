"""A model of pydantic-ai as an endpoint: one request a call, no retries of its own."""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import AsyncGenerator, Sequence
from typing import Any, Final

import httpx2
from pydantic_ai import direct
from pydantic_ai.embeddings import EmbeddingModel
from pydantic_ai.exceptions import UnsupportedSettingWarning, UsageExtractionFailedWarning
from pydantic_ai.messages import (
    CachePoint,
    ModelMessage,
    ModelRequest,
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    UserPromptPart,
)
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import ModelSettings

from sealedbid.intelligence.llm.adapters.faults import Place, translated
from sealedbid.intelligence.llm.errors import AnswerBrokenOffError, NoEmbeddingsError
from sealedbid.intelligence.llm.models import Prompt
from sealedbid.intelligence.llm.protocol import Embedded, Finish, Reply, Request

FINISHES: Final[dict[str | None, Finish]] = {"length": "length", "content_filter": "refused"}
SHAPE: Final = "answer"
HANDLED: Final = (UnsupportedSettingWarning, UsageExtractionFailedWarning)
"""Warnings that nobody can act on: a model has no temperature, or tokens are estimated."""
TALKATIVE: Final = ("anthropic", "httpcore2", "httpx2", "openai")
"""Loggers that write headers and prompts, where somebody turns on everything."""


def open_connections(timeout: float) -> httpx2.AsyncClient:
    """Connections to one server.

    Redirects are not followed: a key in a header of the vendor's own would go along. The clients'
    loggers are held to warnings, since a server may put a key into what they log.
    """
    for kind in HANDLED:
        warnings.filterwarnings("ignore", category=kind)
    warnings.filterwarnings("ignore", message="Pydantic serializer warnings")
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx2.AsyncClient(timeout=timeout, follow_redirects=False)


class PydanticEndpoint:
    """Asks one model.

    ``cache_writes`` is the share of a token's price that the vendor takes on top for writing it
    into its cache; None if the vendor is not told where the shared part of a prompt ends.
    """

    def __init__(
        self,
        place: Place,
        model: Model,
        connections: httpx2.AsyncClient,
        *,
        settings: ModelSettings | None = None,
        embedder: EmbeddingModel | None = None,
        cache_writes: float | None = None,
    ) -> None:
        self._place = place
        self._model = model
        self._connections = connections
        self._settings = settings or ModelSettings()
        self._embedder = embedder
        self._cache_writes = cache_writes

    @property
    def name(self) -> str:
        """Name of the model, as the server knows it."""
        return self._place.name

    @property
    def address(self) -> str:
        """URL of the server."""
        return self._place.address

    async def ask(self, request: Request) -> Reply:
        """Ask for a whole answer. Raises ModelError."""
        with translated(self._place):
            response = await direct.model_request(
                self._model,
                self._messages(request.prompt),
                model_settings=self._settings_of(request),
                model_request_parameters=_parameters(request),
                instrument=False,
            )
            return self._reply(response)

    async def stream(self, request: Request) -> AsyncGenerator[str | Reply]:
        """Yield pieces of the answer, and last the whole of it. Raises ModelError."""
        with translated(self._place):
            async with direct.model_request_stream(
                self._model,
                self._messages(request.prompt),
                model_settings=self._settings_of(request),
                model_request_parameters=_parameters(request),
                instrument=False,
            ) as stream:
                async for event in stream:
                    match event:
                        case PartStartEvent(part=TextPart(content=str(text))) if text:
                            yield text
                        case PartDeltaEvent(delta=TextPartDelta(content_delta=str(text))) if text:
                            yield text
                if stream.finish_reason is None:
                    # The connection was closed between two events, as if the answer were whole.
                    raise AnswerBrokenOffError(self.address)
                yield self._reply(stream.get())

    async def embed(self, texts: Sequence[str]) -> Embedded:
        """Turn texts into vectors. Raises ModelError."""
        if self._embedder is None:
            raise NoEmbeddingsError(self.name)
        with translated(self._place):
            found = await self._embedder.embed(list(texts), input_type="document")
            return Embedded(
                vectors=[[float(value) for value in vector] for vector in found.embeddings],
                tokens_in=found.usage.input_tokens or None,
            )

    async def close(self) -> None:
        """Close the connections."""
        await self._connections.aclose()

    def _messages(self, prompt: Prompt) -> list[ModelMessage]:
        parts = [text for text in (prompt.shared, prompt.task) if text]
        content: Any = "\n\n".join(parts)  # many servers take one text, and no list of them
        if self._cache_writes is not None and prompt.shared:
            content = [prompt.shared, CachePoint(), prompt.task]
        messages: list[ModelMessage] = [_asked(content, prompt.rules)]
        for exchange in prompt.exchanges:
            messages.append(ModelResponse(parts=[TextPart(exchange.answer)]))
            messages.append(_asked(exchange.reply, prompt.rules))
        return messages

    def _settings_of(self, request: Request) -> ModelSettings:
        return ModelSettings(
            **self._settings,
            max_tokens=request.max_tokens,
            temperature=request.prompt.temperature,
            max_retries=0,
        )

    def _reply(self, response: ModelResponse) -> Reply:
        text = "".join(part.content for part in response.parts if isinstance(part, TextPart))
        usage = response.usage
        return Reply(
            text=text,
            finish=FINISHES.get(response.finish_reason, "stop"),
            # Servers that report nothing have 0 of both: no prompt has none.
            tokens_in=usage.input_tokens or None,
            tokens_out=usage.output_tokens or (None if text or not usage.input_tokens else 0),
            surcharge=math.ceil(usage.cache_write_tokens * (self._cache_writes or 0)),
        )


def _asked(content: Any, rules: str) -> ModelRequest:
    return ModelRequest(parts=[UserPromptPart(content)], instructions=rules)


def _parameters(request: Request) -> ModelRequestParameters:
    if request.schema is None:
        return ModelRequestParameters()
    return ModelRequestParameters(
        output_mode="native",
        output_object=OutputObjectDefinition(json_schema=request.schema, name=SHAPE),
    )
