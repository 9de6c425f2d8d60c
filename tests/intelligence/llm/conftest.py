"""A scripted server, and models that ask it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import pytest_asyncio

from sealedbid.intelligence.llm import Meter, Model, ModelClass, Models, Prompt
from sealedbid.intelligence.llm.patience import Patience
from sealedbid.platform.config import Settings
from tests.fixtures.model_server import ModelServer, model_server

PROMPT = Prompt(rules="Answer briefly.", task="What is a tender?", max_tokens=200)
KEY = "sk-test-0123456789abcdef"
Asks: TypeAlias = Callable[..., Any]


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        yield opened


@pytest.fixture
def waits() -> list[float]:
    """Seconds that were waited for the server, in place of waiting."""
    return []


@pytest.fixture
def model_settings(served: ModelServer, tmp_path: Path) -> Settings:
    (tmp_path / "secrets").mkdir()
    for name in ("model.key", "anthropic.key"):
        path = tmp_path / "secrets" / name
        path.touch(mode=0o600)
        path.write_text(f"{KEY}\n")
    return Settings(
        home=tmp_path,
        model_writer="small",
        model_embed="vectors",
        model_url=f"{served.url}/v1",
        model_anthropic_url=served.url,
        model_timeout=20,
    )


@pytest.fixture
def model(model_settings: Settings, waits: list[float]) -> Asks:
    """Opener of the model of a class, with some settings changed."""

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    @asynccontextmanager
    async def opened(
        kind: ModelClass = "writer", meter: Meter | None = None, **changed: Any
    ) -> AsyncIterator[Model]:
        settings = model_settings.model_copy(update=changed)
        patience = Patience(retries=settings.model_retries, sleep=sleep)
        async with Models(settings, patience) as models:
            yield models.of(kind, meter or Meter())

    return opened
