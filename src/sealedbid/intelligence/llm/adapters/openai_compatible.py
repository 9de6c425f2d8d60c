"""Endpoints that speak OpenAI's chat completions: the vendor's own, gateways, local servers."""

from __future__ import annotations

from openai import AsyncOpenAI
from pydantic_ai.embeddings.openai import OpenAIEmbeddingModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

from sealedbid.intelligence.llm.adapters.endpoint import PydanticEndpoint, open_connections
from sealedbid.intelligence.llm.adapters.faults import Place

VENDOR_HOST = "api.openai.com"


def open_endpoint(place: Place, timeout: float) -> PydanticEndpoint:
    """Open connections to the model at ``place``; nothing is sent yet.

    Its key is the one given, and never a variable of the environment that the client knows.
    """
    secret = place.key.secret
    connections = open_connections(timeout)
    client = AsyncOpenAI(
        api_key=secret.get_secret_value() if secret else "none",
        base_url=place.address,
        http_client=connections,
        max_retries=0,
        timeout=timeout,
    )
    provider: OpenAIProvider | OpenAICompatibleProvider
    # A stream that ends without its reason was broken off: by default it would pass for whole.
    profile = OpenAIModelProfile(openai_chat_streaming_requires_finish_reason=True)
    if client.base_url.host == VENDOR_HOST:
        provider = OpenAIProvider(openai_client=client)
    else:
        provider = OpenAICompatibleProvider("configured", openai_client=client)
        # The field that all of them know; the vendor's own newer models refuse it.
        profile["openai_chat_supports_max_completion_tokens"] = False
    return PydanticEndpoint(
        place,
        OpenAIChatModel(place.name, provider=provider, profile=profile),
        connections,
        embedder=OpenAIEmbeddingModel(place.name, provider=provider),
    )
