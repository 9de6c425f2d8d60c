"""Calls of the project over HTTP: two addresses of it, bounded in time and in size."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass
from typing import Any, Final

from sealedbid.auth.calling import UnusableAnswerError, open_client, read
from sealedbid.auth.errors import ProjectUnavailableError

log = logging.getLogger("sealedbid.auth")

WITHIN: Final = 2.0
"""Seconds for one answer, from connecting to its last byte."""
LARGEST: Final = 64 * 1024
"""Bytes of an answer's body."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and JSON of an answer; ``content`` is None where the body is no JSON."""

    status: int
    content: Any


class Calling:
    """Asks one project, whose clients reach its auth server at ``address``."""

    def __init__(self, address: str, key: str | None) -> None:
        self._address = address
        self._client = open_client(WITHIN, {} if key is None else {"apikey": key})

    async def get(self, path: str, token: str | None = None) -> Answer:
        """Get what is at the path, with the token as the bearer's. Raises ProjectUnavailableError.

        That is raised for a redirect, and for every status that says nothing about the request.
        """
        headers = {} if token is None else {"authorization": f"Bearer {token}"}
        try:
            async with asyncio.timeout(WITHIN):
                status, body = await read(
                    self._client, "GET", self._address + path, largest=LARGEST, headers=headers
                )
        except TimeoutError:
            raise _unavailable("no answer in time") from None
        except UnusableAnswerError as error:
            raise _unavailable(str(error)) from None
        if status == 429 or not (status == 200 or 400 <= status < 500):
            raise _unavailable(f"HTTP {status}")
        try:
            return Answer(status, json.loads(body))
        except (ValueError, RecursionError):
            return Answer(status, None)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _unavailable(why: str) -> ProjectUnavailableError:
    log.warning("the project that signs people in gave no usable answer", extra={"why": why})
    return ProjectUnavailableError()
