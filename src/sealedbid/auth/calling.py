"""Calls of other servers over HTTP: bounded in size, and to nowhere but the address."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import httpx2  # imported where somebody calls out: most installations never do

TALKATIVE: Final = ("httpcore2", "httpx2")
"""Loggers that write addresses and headers, where somebody turns on everything."""


class UnusableAnswerError(Exception):
    """The other server gave no answer to use. The words are for the log: never a value of it."""


def open_client(seconds: float, headers: Mapping[str, str]) -> httpx2.AsyncClient:
    """Open a client; ``seconds`` are for one step of a call.

    No redirect is followed and no proxy of the environment is asked: tokens would go along.
    Certificates are checked against the system's.
    """
    import httpx2

    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx2.AsyncClient(
        timeout=seconds,
        follow_redirects=False,
        trust_env=False,
        verify=ssl.create_default_context(),
        headers={"accept": "application/json", "accept-encoding": "identity"} | dict(headers),
    )


async def read(
    client: httpx2.AsyncClient, method: str, address: str, *, largest: int, **given: Any
) -> tuple[int, bytes]:
    """Return status and body, of ``largest`` bytes at most. Raises UnusableAnswerError."""
    import httpx2

    body = bytearray()
    try:
        async with client.stream(method, address, **given) as response:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise UnusableAnswerError("a compressed answer")
            async for piece in response.aiter_raw():
                body += piece
                if len(body) > largest:
                    raise UnusableAnswerError(f"an answer of more than {largest} bytes")
    except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as error:
        raise UnusableAnswerError(type(error).__name__) from None
    return response.status_code, bytes(body)
