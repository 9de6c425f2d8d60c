"""worker: does what jobs ask for."""

from __future__ import annotations

import asyncio
import logging
from typing import Annotated

import typer
from rich.console import Console
from rich.logging import RichHandler

from sealedbid.platform.config import read_settings
from sealedbid.worker import run_worker


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
    until_idle: Annotated[bool, typer.Option(help="End when no job is ready.")] = False,
) -> None:
    """Run jobs until you stop it (Ctrl-C, SIGTERM): what has begun is ended first.

    The second time you stop it, what runs is given back, and no attempt is spent.
    """
    logging.basicConfig(
        level=logging.INFO,
        format="%(message)s",
        handlers=[RichHandler(console=Console(stderr=True), show_path=False, markup=False)],
    )
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
    asyncio.run(
        run_worker(
            read_settings(),
            concurrency=concurrency,
            queues=queues,
            lease=lease,
            metrics_port=metrics_port,
            until_idle=until_idle,
        )
    )
