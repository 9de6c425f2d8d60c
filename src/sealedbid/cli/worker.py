"""worker: runs jobs of all organizations."""

from __future__ import annotations

import asyncio
import resource
from typing import Annotated

import typer

from sealedbid.platform.log_format import LogFormat


def worker(
    concurrency: Annotated[
        int, typer.Option(min=1, help="How many jobs run at the same time.")
    ] = 2,
    queues: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD",
            help="Run only types that begin with this word. May be given several times.",
        ),
    ] = None,
    lease: Annotated[
        float,
        typer.Option(
            min=0.5,
            help="Seconds without a heartbeat after which other workers take over its jobs.",
        ),
    ] = 30.0,
    metrics_port: Annotated[
        int | None,
        typer.Option(help="Serve Prometheus metrics at /metrics on this port of 127.0.0.1."),
    ] = None,
    grace: Annotated[
        float | None,
        typer.Option(
            min=0, help="Seconds that running jobs get to finish after a stop. Default: no limit."
        ),
    ] = None,
    max_memory: Annotated[
        int | None,
        typer.Option(
            min=64,
            help="Limit of address space in MiB. A job that needs more fails; the worker runs on.",
        ),
    ] = None,
    log_format: Annotated[
        LogFormat,
        typer.Option(help="Form of log lines; `auto` is text at a terminal and JSON elsewhere."),
    ] = LogFormat.auto,
    until_idle: Annotated[
        bool, typer.Option("--until-idle", help="Exit when no job is ready.")
    ] = False,
) -> None:
    """Run queued jobs until you stop it.

    Ctrl-C or SIGTERM stops it once the running jobs have finished. A second one, or the end of
    `--grace`, stops it at once: unfinished jobs go back to the queue, and the attempt does not
    count.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.logging import configure_logging
    from sealedbid.worker.run import run_worker

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
