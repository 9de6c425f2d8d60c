"""worker: does what jobs ask for."""

from __future__ import annotations

import asyncio
import resource
from typing import Annotated

import typer

from sealedbid.platform.log_format import LogFormat


def worker(
    concurrency: Annotated[int, typer.Option(min=1, help="Jobs at the same time.")] = 2,
    queues: Annotated[
        list[str] | None,
        typer.Option(help="Only jobs whose type begins with this word; may be given again."),
    ] = None,
    lease: Annotated[
        float, typer.Option(min=0.5, help="Seconds after which a silent worker's jobs are others'.")
    ] = 30.0,
    metrics_port: Annotated[
        int | None, typer.Option(help="Answer /metrics (Prometheus) on this port of loopback.")
    ] = None,
    grace: Annotated[
        float | None,
        typer.Option(min=0, help="Seconds for which what runs may go on when you stop it."),
    ] = None,
    max_memory: Annotated[
        int | None,
        typer.Option(
            min=64, help="MiB of address space; a body that wants more fails, the worker goes on."
        ),
    ] = None,
    log_format: Annotated[
        LogFormat, typer.Option(help="Lines for people, or a JSON object a line.")
    ] = LogFormat.auto,
    until_idle: Annotated[bool, typer.Option(help="End when no job is ready.")] = False,
) -> None:
    """Run jobs until you stop it (Ctrl-C, SIGTERM): what has begun is ended first.

    The second time you stop it, or after the grace, what runs is given back, and no attempt is
    spent.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.logging import configure_logging
    from sealedbid.worker import run_worker

    configure_logging(log_format)
    if max_memory is not None:
        limit = max_memory * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    asyncio.run(
        run_worker(
            read_settings(),
            concurrency=concurrency,
            queues=queues,
            lease=lease,
            metrics_port=metrics_port,
            grace=grace,
            until_idle=until_idle,
        )
    )
