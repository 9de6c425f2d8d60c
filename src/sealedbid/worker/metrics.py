"""A worker's metrics in Prometheus' text format: numbers, never a tenant's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from sealedbid.system.jobs.backlog import read_backlog

REGISTRY: Final = CollectorRegistry()
UNKNOWN: Final = "unknown"
"""The label of every type without a handler: tenants choose type names, labels have to be few."""
CLAIMS: Final = Counter("sealedbid_jobs_claimed", "Jobs claimed.", ["type"], registry=REGISTRY)
ENDS: Final = Counter(
    "sealedbid_jobs_ended", "Attempts that ended, by how.", ["type", "how"], registry=REGISTRY
)
TOKENS: Final = Counter(
    "sealedbid_jobs_tokens", "Tokens that bodies used.", ["type"], registry=REGISTRY
)
RESCUED: Final = Counter(
    "sealedbid_jobs_rescued", "Jobs taken back from workers that died.", registry=REGISTRY
)
FAULTS: Final = Counter(
    "sealedbid_worker_faults",
    "Errors that the worker stepped over, by the part that failed.",
    ["part"],
    registry=REGISTRY,
)
RUNNING: Final = Gauge("sealedbid_jobs_running_here", "Jobs of this worker.", registry=REGISTRY)


class _Backlog(Collector):
    """Reads the backlog from the database at each scrape."""

    def __init__(self, conninfo: str, types: Sequence[str]) -> None:
        self._conninfo = conninfo
        self._types = types

    def collect(self) -> Iterator[Metric]:
        states = GaugeMetricFamily(
            "sealedbid_jobs", "Jobs that are not over.", labels=["type", "state"]
        )
        oldest = GaugeMetricFamily(
            "sealedbid_jobs_oldest_ready_seconds", "Age of the oldest ready job.", labels=["type"]
        )
        suspects = GaugeMetricFamily(
            "sealedbid_jobs_suspects", "Of these, suspects of a crash.", labels=["type"]
        )
        aside = GaugeMetricFamily(
            "sealedbid_maintenance_set_aside",
            "Rows that maintenance could not handle and leaves out for now, by its part.",
            labels=["task"],
        )
        backlog = read_backlog(self._conninfo, self._types)
        for each in backlog.types:
            job_type = each.job_type or UNKNOWN
            states.add_metric([job_type, "ready"], each.ready)
            states.add_metric([job_type, "scheduled"], each.scheduled)
            states.add_metric([job_type, "running"], each.running)
            suspects.add_metric([job_type], each.suspects)
            oldest.add_metric([job_type], each.oldest_seconds or 0.0)
        for task, count in backlog.aside_counts.items():
            aside.add_metric([task], count)
        yield states
        yield oldest
        yield suspects
        yield aside


@contextmanager
def served(conninfo: str, port: int | None, types: Sequence[str]) -> Iterator[None]:
    """Serve /metrics on this port of loopback during the block; None means nowhere.

    ``types`` of jobs have labels of their own; all others share one.
    """
    if port is None:
        yield
        return
    backlog = _Backlog(conninfo, types)
    REGISTRY.register(backlog)
    server, thread = start_http_server(port, "127.0.0.1", REGISTRY)
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        REGISTRY.unregister(backlog)
