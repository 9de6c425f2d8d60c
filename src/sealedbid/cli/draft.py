"""draft: a brief becomes a proposal."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from sealedbid.cli.errors import CommandError


class NotWritableError(CommandError):
    """The file of ``--out`` cannot be written."""


def draft(
    brief: Annotated[
        Path, typer.Argument(readable=False, help="A request for proposals: Markdown or text.")
    ],
    client: Annotated[
        str, typer.Option(help="The client that sent the brief; a new name adds one.")
    ],
    org: Annotated[
        str | None,
        typer.Option(
            help="The organization that writes the proposal: its name or id. May be left out where "
            "there is one."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the Markdown to this file instead of stdout.")
    ] = None,
    worker: Annotated[
        bool, typer.Option(help="Start a worker for this draft. `--no-worker` if one is running.")
    ] = True,
) -> None:
    """Draft a proposal that answers a brief.

    It quotes what the organization has taught Sealedbid (`sealedbid ingest`), and takes prices from
    its catalog (`sealedbid services import`). Prints Markdown to stdout and progress to stderr.
    Exit code 1: there is no draft.
    """
    from rich.console import Console
    from rich.markdown import Markdown

    from sealedbid.cli.drafting import draft_brief
    from sealedbid.cli.files.reading import read_text_file
    from sealedbid.cli.installation import ready
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.drafting import check_request

    console = Console(highlight=False, stderr=True)
    settings = read_settings()
    text = read_text_file(brief)
    check_request(text, client)  # before anything is started
    if out is not None and not (out.parent.is_dir() and os.access(out.parent, os.W_OK)):
        raise NotWritableError(f"{out} cannot be written: choose another place for --out.")
    ready(console, settings)

    async def run() -> str:
        async with acting_for(settings, org, "draft") as acting:
            return await draft_brief(console, acting, text, client, run_worker=worker)

    markdown = asyncio.run(run())
    if out is not None:
        out.write_text(markdown, encoding="utf-8")
        console.print(f"Written to {out}.", markup=False)
    elif sys.stdout.isatty():
        Console().print(Markdown(markdown))
    else:
        sys.stdout.write(markdown)
