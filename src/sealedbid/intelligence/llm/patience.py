"""Retries of transient faults, and the fallback."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import structlog

from sealedbid.intelligence.llm.errors import ModelError, TransientModelError
from sealedbid.intelligence.llm.protocol import Endpoint

LOG: Final = structlog.get_logger(__name__)
FIRST_WAIT: Final = 0.5
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Retries of a server, and the waits before them.

    ``longest`` is in seconds: a server that asks for a longer wait is not waited for.
    """

    retries: int = 3
    longest: float = 60.0
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep

    async def first(
        self, endpoints: Sequence[Endpoint], attempt: Callable[[Endpoint], Awaitable[Result]]
    ) -> Result:
        """The result of the first endpoint that gives one. Raises the last one's ModelError."""
        for endpoint, following in zip(endpoints, [*endpoints[1:], None], strict=True):
            try:
                return await self._repeated(endpoint, attempt)
            except ModelError as error:
                if following is None:
                    raise
                LOG.warning(
                    "model.fallback",
                    model=endpoint.name,
                    error=type(error).__name__,
                    fallback=following.name,
                )
        raise ValueError("there is no endpoint")

    async def _repeated(
        self, endpoint: Endpoint, attempt: Callable[[Endpoint], Awaitable[Result]]
    ) -> Result:
        for retry in range(self.retries):
            try:
                return await attempt(endpoint)
            except TransientModelError as error:
                wait = self._wait(error, retry)
                if not error.is_repeated or wait > self.longest:
                    raise
                LOG.info(
                    "model.retry", model=endpoint.name, error=type(error).__name__, seconds=wait
                )
                await self.sleep(wait)
        return await attempt(endpoint)

    def _wait(self, error: TransientModelError, retry: int) -> float:
        """Seconds as the server said, or twice as long each time, and never all at once."""
        if error.retry_after is not None:
            return max(0.0, error.retry_after)
        doubled: float = min(self.longest, FIRST_WAIT * 2**retry)
        return doubled * random.uniform(0.5, 1.0)
