"""serve: answers over HTTP until it is stopped."""

from __future__ import annotations

from typing import Annotated

import typer

from sealedbid.platform.log_format import LogFormat


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Processes that answer requests.")] = 1,
    with_worker: Annotated[
        bool, typer.Option("--with-worker", help="Run queued jobs as well, in one more process.")
    ] = False,
    log_format: Annotated[
        LogFormat,
        typer.Option(help="Form of log lines; `auto` is text at a terminal and JSON elsewhere."),
    ] = LogFormat.auto,
) -> None:
    """Serve the HTTP API until you stop it.

    Connects as sb_api and sb_auth alone, and refuses a database that is not sealed. Ctrl-C or
    SIGTERM stops it once the running requests are answered.
    """
    from sealedbid.api import serving
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.logging import configure_logging

    configure_logging(log_format)
    serving.serve(read_settings(), host=host, port=port, workers=workers, with_worker=with_worker)
