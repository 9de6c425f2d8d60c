"""Anthropic's messages."""

from __future__ import annotations

from typing import Final

from anthropic import AsyncAnthropic
from pydantic_ai.models.anthropic import AnthropicModel, AnthropicModelSettings
from pydantic_ai.providers.anthropic import AnthropicProvider

from sealedbid.intelligence.llm.adapters.endpoint import PydanticEndpoint, open_connections
from sealedbid.intelligence.llm.adapters.faults import Place
from sealedbid.intelligence.llm.errors import KeyMissingError

CACHE_WRITES: Final = 0.25
"""The share of a token's price on top, for five minutes in the cache (Anthropic's price list,
"Prompt caching")."""


def open_endpoint(place: Place, timeout: float) -> PydanticEndpoint:
    """Open connections to the model at ``place``; nothing is sent yet. Raises KeyMissingError."""
    secret = place.key.secret
    if secret is None:
        raise KeyMissingError(place.address, place.key.place)
    connections = open_connections(timeout)
    client = AsyncAnthropic(
        api_key=secret.get_secret_value(),
        base_url=place.address,
        http_client=connections,
        max_retries=0,
        timeout=timeout,
    )
    return PydanticEndpoint(
        place,
        AnthropicModel(place.name, provider=AnthropicProvider(anthropic_client=client)),
        connections,
        settings=AnthropicModelSettings(anthropic_cache_instructions=True),
        cache_writes=CACHE_WRITES,
    )
