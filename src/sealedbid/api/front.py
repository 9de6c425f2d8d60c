"""The outermost layer: an id for each request, headers and an answer whatever happens."""

from __future__ import annotations

import logging
import secrets
import time
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sealedbid.api.limits import LIMITS, headers_of
from sealedbid.api.metrics import count, known_method
from sealedbid.api.problems import REQUEST_ID, answer_error
from sealedbid.api.tracing import Tracing

log = logging.getLogger("sealedbid.api")

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Vary": "Authorization, Cookie",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with each answer that does not set them itself."""


class Front:
    """Wraps the application; plain ASGI, because a wrapper of streams would buffer them."""

    def __init__(self, app: ASGIApp, tracing: Tracing) -> None:
        self._app = app
        self._tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, and log one line about it: no address, no person, no id of a row."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope[REQUEST_ID] = request_id = secrets.token_hex(8)
        started = time.perf_counter()
        span = self._tracing.begin(scope)
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                if counted := scope.get(LIMITS):
                    headers.update(headers_of(counted))
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:
            answer = answer_error(Request(scope), error)
            if status:
                raise  # half of an answer is sent: the connection has to break
            await answer(scope, receive, send_with_headers)
        finally:
            path = getattr(scope.get("route"), "path", None)
            seconds = time.perf_counter() - started
            method = known_method(scope["method"])
            count(method, path, status, seconds)
            self._tracing.end(span, method=method, route=path, status=status, request_id=request_id)
            log.info(
                "request",
                extra={
                    "request_id": request_id,
                    "method": scope["method"],
                    "route": path,
                    "status": status,
                    "ms": round(seconds * 1000, 1),
                },
            )
