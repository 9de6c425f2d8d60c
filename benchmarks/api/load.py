"""Load: keep-alive connections that each send the next request when the last is answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast


@dataclass(frozen=True, slots=True)
class Loaded:
    """Duration and latencies of one batch of requests, in seconds."""

    requests: int
    seconds: float
    latencies: list[float]


class _Client(asyncio.Protocol):
    """One connection. Answers have a Content-Length, as both applications send."""

    def __init__(self, make: Callable[[], bytes], until: float, done: asyncio.Future[None]) -> None:
        self._make = make
        self._until = until
        self._done = done
        self._buffer = b""
        self._sent = 0.0
        self.latencies: list[float] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = cast(asyncio.Transport, transport)
        self._send()

    def data_received(self, data: bytes) -> None:
        """Send the next request once the answer is whole. Raises RuntimeError for an error."""
        self._buffer += data
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        if len(body) < length:
            return
        self.latencies.append(time.perf_counter() - self._sent)
        status = self._buffer[9:12]
        self._buffer = b""
        if status not in (b"200", b"201"):
            self._done.set_exception(RuntimeError(f"answered {status.decode()}: {body[:300]!r}"))
            self._transport.close()
        elif time.perf_counter() < self._until:
            self._send()
        else:
            self._transport.close()
            self._done.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        """Fail a batch whose connection broke."""
        if not self._done.done():
            self._done.set_exception(exc or ConnectionError("the server hung up"))

    def _send(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(self._make())


async def load(port: int, make: Callable[[], bytes], *, clients: int, seconds: float) -> Loaded:
    """Send requests from ``clients`` connections for so long."""
    loop = asyncio.get_running_loop()
    started = time.perf_counter()
    made: list[_Client] = []
    ends: list[asyncio.Future[None]] = []
    for _ in range(clients):
        done: asyncio.Future[None] = loop.create_future()
        client = _Client(make, started + seconds, done)
        await loop.create_connection(lambda client=client: client, "127.0.0.1", port)  # type: ignore[misc] # bound now
        made.append(client)
        ends.append(done)
    await asyncio.gather(*ends)
    latencies = [each for client in made for each in client.latencies]
    return Loaded(len(latencies), time.perf_counter() - started, latencies)


def request(method: str, path: str, token: str, body: bytes = b"") -> bytes:
    """One request as it is sent."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {token}"]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body
