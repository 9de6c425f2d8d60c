"""Calls of the project over HTTP: two addresses of it, bounded in time and in size."""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from dataclasses import dataclass
from typing import Any, Final

import httpx2

from sealedbid.auth.errors import ProjectUnavailableError

log = logging.getLogger("sealedbid.auth")

WITHIN: Final = 2.0
"""Seconds for one answer, from connecting to its last byte."""
LARGEST: Final = 64 * 1024
"""Bytes of an answer's body."""
TALKATIVE: Final = ("httpcore2", "httpx2")
"""Loggers that write addresses and headers, where somebody turns on everything."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and JSON of an answer; ``content`` is None where the body is no JSON."""

    status: int
    content: Any


class Calling:
    """Asks one project, whose clients reach its auth server at ``address``.

    No redirect is followed and no proxy of the environment is asked: the token would go along.
    Certificates are checked against the system's.
    """

    def __init__(self, address: str, key: str | None) -> None:
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)
        headers = {"accept": "application/json", "accept-encoding": "identity"}
        if key is not None:
            headers["apikey"] = key
        self._address = address
        self._client = httpx2.AsyncClient(
            timeout=WITHIN,
            follow_redirects=False,
            trust_env=False,
            verify=ssl.create_default_context(),
            headers=headers,
        )

    async def get(self, path: str, token: str | None = None) -> Answer:
        """Get what is at the path, with the token as the bearer's. Raises ProjectUnavailableError.

        That is raised for a redirect, and for every status that says nothing about the request.
        """
        headers = {} if token is None else {"authorization": f"Bearer {token}"}
        try:
            async with asyncio.timeout(WITHIN):
                status, body = await self._read(self._address + path, headers)
        except (TimeoutError, httpx2.HTTPError, httpx2.StreamError) as error:
            raise _unavailable(type(error).__name__) from None
        if status == 429 or not (status == 200 or 400 <= status < 500):
            raise _unavailable(f"HTTP {status}")
        try:
            return Answer(status, json.loads(body))
        except (ValueError, RecursionError):
            return Answer(status, None)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _read(self, address: str, headers: dict[str, str]) -> tuple[int, bytes]:
        body = bytearray()
        async with self._client.stream("GET", address, headers=headers) as response:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise _unavailable("a compressed answer")
            async for piece in response.aiter_raw():
                body += piece
                if len(body) > LARGEST:
                    raise _unavailable(f"an answer of more than {LARGEST} bytes")
        return response.status_code, bytes(body)


def _unavailable(why: str) -> ProjectUnavailableError:
    log.warning("the project that signs people in gave no usable answer", extra={"why": why})
    return ProjectUnavailableError()
