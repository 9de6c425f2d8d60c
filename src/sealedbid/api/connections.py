"""Connections: the head of a request is bounded, and every request has to come whole in time.

The server waits for ever for what was begun: a stranger could hold thousands of connections open
by a byte a minute.
"""

from __future__ import annotations

from asyncio import BaseTransport, TimerHandle
from http import HTTPStatus
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from sealedbid.api.answers import encode
from sealedbid.api.bodies import SLOWEST
from sealedbid.api.problems import ProblemDetail

HEAD_WITHIN: Final = 15.0
"""Seconds in which the head of a request has to have come."""
BODY_WITHIN: Final = SLOWEST + 5
"""Seconds for a body that no route reads; the others have their own limit."""
LARGEST_HEAD: Final = 64 * 1024
"""Bytes of a head that are waited for."""


class Connection(HttpToolsProtocol):
    """A connection that ends when a request does not come in time, or begins without an end."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self._timer: TimerHandle | None = None
        self._head: int | None = 0
        """Bytes of the head so far, None while a body comes."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Wait for the first request."""
        super().connection_made(transport)  # type: ignore[arg-type] # as the server's loop calls it
        self._wait(HEAD_WITHIN)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Parse what came, and refuse a head without an end."""
        super().data_received(data)
        if self._head is not None and self._timer is not None:
            self._head += len(data)
            if self._head > LARGEST_HEAD:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "head-too-large")

    def on_message_begin(self) -> None:
        """Wait for the head of the request."""
        super().on_message_begin()
        self._head = 0
        if self._timer is None:
            self._wait(HEAD_WITHIN)

    def on_headers_complete(self) -> None:
        """Wait for the body."""
        super().on_headers_complete()
        self._head = None
        self._wait(BODY_WITHIN)

    def on_message_complete(self) -> None:
        """Wait for nothing: the request is whole."""
        super().on_message_complete()
        self._head = 0
        self._stop()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, in the shape of every refusal."""
        del msg
        self._refuse(HTTPStatus.BAD_REQUEST, "malformed-request")

    def _wait(self, seconds: float) -> None:
        self._stop()
        self._timer = self.loop.call_later(seconds, self._end)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end(self) -> None:
        begun: Any = self.cycle  # None before the first request
        if begun is not None and not begun.response_complete:
            self._wait(BODY_WITHIN)  # an answer is on its way; a body that is read has its own time
        elif self._head:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, "head-too-slow")
        else:
            self.transport.close()

    def _refuse(self, status: HTTPStatus, type: str) -> None:
        """Answer before there is a request, and end the connection."""
        self._stop()
        problem = ProblemDetail(
            type=type,
            title=type.replace("-", " ").capitalize(),
            status=status,
            detail="Send a whole request of HTTP at once.",
            request_id="",
        )
        body = encode(problem)
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            "content-type: application/problem+json\r\ncache-control: no-store\r\n"
            f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()
