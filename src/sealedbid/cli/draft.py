"""draft: a brief becomes a proposal."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from sealedbid.cli.options import Author, Org, Out, StartsWorker


def draft(
    brief: Annotated[
        Path, typer.Argument(readable=False, help="A request for proposals: Markdown or text.")
    ],
    client: Annotated[
        str, typer.Option(help="The client that sent the brief; a new name adds one.")
    ],
    org: Org = None,
    out: Out = None,
    author: Author = None,
    worker: StartsWorker = True,
    no_input: Annotated[
        bool,
        typer.Option(
            "--no-input",
            help="Ask nothing. By default what the brief leaves unsure is asked at a terminal.",
        ),
    ] = False,
) -> None:
    """Draft a proposal that answers a brief.

    It quotes what the organization has taught Sealedbid (`sealedbid ingest`), and takes prices from
    its catalog (`sealedbid services import`). Prints Markdown to stdout; progress, and what is left
    to answer (`sealedbid proposals answer`), to stderr. Exit code 1: there is no draft.
    """
    from rich.console import Console

    from sealedbid.cli.drafting import check_out, draft_brief, show_documents
    from sealedbid.cli.files.reading import read_text_file
    from sealedbid.cli.installation import ready
    from sealedbid.cli.terminals import somebody_is_there
    from sealedbid.intelligence.writer import open_writer
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.drafting import Documents, check_request

    console = Console(highlight=False, stderr=True)
    settings = read_settings()
    text = read_text_file(brief)
    check_request(text, client)  # before anything is started
    check_out(out, author)
    open_writer(settings.writer)  # a name that is none is refused before anything is started
    ready(console, settings)

    async def run() -> Documents:
        async with acting_for(settings, org, "draft") as acting:
            return await draft_brief(
                console,
                acting,
                text,
                client,
                writer=settings.writer,
                run_worker=worker,
                is_asked=somebody_is_there() and not no_input,
            )

    show_documents(console, asyncio.run(run()), out, author)
