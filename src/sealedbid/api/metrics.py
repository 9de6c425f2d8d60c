"""The API's metrics in Prometheus' text format: routes and statuses, never a tenant."""

from __future__ import annotations

import ipaddress
import os
from typing import ClassVar, Final

from fastapi import Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from sealedbid.api.route import OpenToAll
from sealedbid.platform.errors import NotFoundError

SEVERAL: Final = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder in which several processes count together."""
REGISTRY: Final = CollectorRegistry()
REQUESTS: Final = Counter(
    "sealedbid_requests",
    "Requests that were answered.",
    ["method", "route", "status"],
    registry=REGISTRY,
)
SECONDS: Final = Histogram(
    "sealedbid_request_seconds",
    "Seconds from the first byte of a request to the last of its answer.",
    ["route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15),
    registry=REGISTRY,
)
NOWHERE: Final = "none"
"""The label of every path that is no route: callers choose paths, labels have to be few."""
_METHODS: Final = frozenset({"GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS"})


def count(method: str, route: str | None, status: int, seconds: float) -> None:
    """Count one request."""
    REQUESTS.labels(method, route or NOWHERE, str(status)).inc()
    SECONDS.labels(route or NOWHERE).observe(seconds)


def known_method(method: str) -> str:
    """Return the method if it is one of HTTP's: callers choose any word."""
    return method if method in _METHODS else NOWHERE


class _Metrics(OpenToAll):
    prefix: ClassVar[str] = ""
    is_limited: ClassVar[bool] = False


metrics = _Metrics("health")


@metrics.route("GET", "/metrics", answers=str, problems=(NotFoundError,))
async def read_metrics(request: Request) -> Response | None:
    """Read the metrics, on this machine alone: a request that a proxy passed on finds nothing."""
    peer = request.client.host if request.client else ""
    if "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return None
    try:
        if not ipaddress.ip_address(peer).is_loopback:
            return None
    except ValueError:
        return None
    registry = REGISTRY
    if SEVERAL in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # it has no types
    return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")
