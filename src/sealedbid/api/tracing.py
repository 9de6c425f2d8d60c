"""Spans of requests for OpenTelemetry: with the extra ``otel``, and a collector's address.

A span has what the log line has: method, route, status and the request's id. No address, person or
row, no text of an error and none of a statement.
"""

from __future__ import annotations

import importlib.util
import logging
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from opentelemetry.trace import Span, SpanKind, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from starlette.types import Scope

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

log = logging.getLogger("sealedbid.api")

ENDPOINT: Final = "OTEL_EXPORTER_OTLP_ENDPOINT"
"""The standard's variable with the collector's address; the others of OTLP over HTTP count too."""
_TRACE: Final = frozenset({b"traceparent", b"tracestate"})
_PROPAGATOR: Final = TraceContextTextMapPropagator()


class Tracing:
    """The spans of one process; until it is opened, and where nothing is set, there are none."""

    def __init__(self) -> None:
        self._provider: TracerProvider | None = None
        self._tracer: Tracer | None = None

    def open(self) -> None:
        """Send spans from now on, if the environment names a collector."""
        if not os.environ.get(ENDPOINT):
            return
        if importlib.util.find_spec("opentelemetry.sdk") is None:
            log.warning(f"{ENDPOINT} is set: spans need the extra, as sealedbid[otel]")
            return
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        name = os.environ.get("OTEL_SERVICE_NAME") or "sealedbid"
        self._provider = TracerProvider(
            resource=Resource.create({"service.name": name}), shutdown_on_exit=False
        )
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("sealedbid.api")

    def close(self) -> None:
        """Send what is left."""
        if self._provider is not None:
            self._provider.shutdown()
        self._provider = self._tracer = None

    def begin(self, scope: Scope) -> Span | None:
        """Begin the span of a request, below the caller's own if it names one."""
        if self._tracer is None:
            return None
        return self._tracer.start_span(
            "request",
            context=_PROPAGATOR.extract(_carrier(scope["headers"])),
            kind=SpanKind.SERVER,
        )

    def end(
        self, span: Span | None, *, method: str, route: str | None, status: int, request_id: str
    ) -> None:
        """End the span with what is known once the request is answered."""
        if span is None:
            return
        span.update_name(f"{method} {route}" if route else method)
        span.set_attribute("http.request.method", method)
        span.set_attribute("http.response.status_code", status)
        span.set_attribute("sealedbid.request_id", request_id)
        if route:
            span.set_attribute("http.route", route)
        if status >= 500 or not status:
            span.set_attribute("error.type", str(status))
            span.set_status(StatusCode.ERROR)
        span.end()


def _carrier(headers: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode(): value.decode("latin-1") for name, value in headers if name in _TRACE}
