"""Calls of a provider over HTTP: bounded in time and in size, and to nowhere else."""

from __future__ import annotations

import json
import logging
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from sealedbid.auth.errors import ProviderFailedError

if TYPE_CHECKING:
    import httpx2

log = logging.getLogger("sealedbid.auth")

LARGEST: Final = 256 * 1024
"""Bytes of an answer's body."""
TALKATIVE: Final = ("httpcore2", "httpx2")
"""Loggers that write addresses and headers, where somebody turns on everything."""
SECONDS: Final = 10.0
"""Seconds for one step; the caller bounds all of them together."""


class Calling:
    """Asks one provider. No redirect is followed, and no proxy of the environment is asked."""

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
        import httpx2  # where nobody signs in by a provider it is not needed

        try:
            status, body = await self._read(method, address, **given)
            found = json.loads(body) if status == 200 else None
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as error:
            raise failed(type(error).__name__) from None
        except (ValueError, RecursionError):
            raise failed("an answer that is no JSON") from None
        if status != 200:
            raise failed(f"HTTP {status}")
        return found

    async def _read(self, method: str, address: str, **given: Any) -> tuple[int, bytes]:
        body = bytearray()
        async with self._client.stream(method, address, **given) as response:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise failed("a compressed answer")
            async for piece in response.aiter_raw():
                body += piece
                if len(body) > LARGEST:
                    raise failed(f"an answer of more than {LARGEST} bytes")
        return response.status_code, bytes(body)


@asynccontextmanager
async def calling() -> AsyncIterator[Calling]:
    """Open the way to providers; connections last as long as the block."""
    import httpx2

    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    async with httpx2.AsyncClient(
        timeout=SECONDS,
        follow_redirects=False,
        trust_env=False,
        verify=ssl.create_default_context(),
        headers={
            "accept": "application/json",
            "accept-encoding": "identity",
            "user-agent": "Sealedbid",
        },
    ) as client:
        yield Calling(client)


def failed(why: str) -> ProviderFailedError:
    """Make the error of a provider that gave no usable answer; ``why`` goes to the log alone."""
    log.warning("a provider gave no usable answer", extra={"why": why})
    return ProviderFailedError()
