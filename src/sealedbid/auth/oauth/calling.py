"""Calls of a provider over HTTP: bounded in time and in size, and to nowhere else."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from sealedbid.auth.calling import UnusableAnswerError, open_client, read
from sealedbid.auth.errors import ProviderFailedError

if TYPE_CHECKING:
    import httpx2

log = logging.getLogger("sealedbid.auth")

LARGEST: Final = 256 * 1024
"""Bytes of an answer's body."""
SECONDS: Final = 10.0
"""Seconds for one step; the caller bounds all of them together."""


class Calling:
    """Asks one provider."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client

    async def post(self, address: str, form: Mapping[str, str]) -> Any:
        """Post a form; return the JSON of the answer. Raises ProviderFailedError."""
        return await self._ask("POST", address, data=dict(form))

    async def get(self, address: str, token: str | None = None) -> Any:
        """Get JSON, with the token as the bearer's. Raises ProviderFailedError."""
        headers = {} if token is None else {"authorization": f"Bearer {token}"}
        return await self._ask("GET", address, headers=headers)

    async def _ask(self, method: str, address: str, **given: Any) -> Any:
        try:
            status, body = await read(self._client, method, address, largest=LARGEST, **given)
            found = json.loads(body) if status == 200 else None
        except UnusableAnswerError as error:
            raise failed(str(error)) from None
        except (ValueError, RecursionError):
            raise failed("an answer that is no JSON") from None
        if status != 200:
            raise failed(f"HTTP {status}")
        return found


@asynccontextmanager
async def calling() -> AsyncIterator[Calling]:
    """Open the way to providers; connections last as long as the block."""
    async with open_client(SECONDS, {"user-agent": "Sealedbid"}) as client:
        yield Calling(client)


def failed(why: str) -> ProviderFailedError:
    """Make the error of a provider that gave no usable answer; ``why`` goes to the log alone."""
    log.warning("a provider gave no usable answer", extra={"why": why})
    return ProviderFailedError()
