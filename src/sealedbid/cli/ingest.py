"""ingest: teaches an organization from files."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sealedbid.intelligence.models import ContentType

if TYPE_CHECKING:
    from sealedbid.intelligence.errors import UnreadableFile
    from sealedbid.intelligence.knowledge.ingest import Taken


def ingest(
    path: Annotated[
        Path, typer.Argument(readable=False, help="A Markdown or text file, or a folder of them.")
    ],
    org: Annotated[
        str | None,
        typer.Option(
            help="The organization to teach: its name or id. May be left out where there is one; "
            "where there is none yet, it is created."
        ),
    ] = None,
    kind: Annotated[
        ContentType | None,
        typer.Option(
            help="The kind of knowledge. By default the name of a file's folder tells it "
            "(case-studies, policies, voice)."
        ),
    ] = None,
) -> None:
    """Teach an organization from files.

    A file that was taken in before is updated, or left alone if it has not changed. Exit code 1: a
    file could not be read; the others were.
    """
    from rich.console import Console

    from sealedbid.cli.identity import acting_for
    from sealedbid.cli.ingesting import ingest_files, summary
    from sealedbid.cli.installation import ready
    from sealedbid.intelligence.knowledge.finding import find_text_files
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.errors import ended

    console = Console(soft_wrap=True, highlight=False, stderr=True)
    settings = read_settings()
    found = find_text_files(path)
    ready(console, settings)

    async def run() -> tuple[list[Taken], list[UnreadableFile]]:
        async with acting_for(settings, org, "ingest", may_found=True) as acting:
            if acting.is_new:
                console.print(f"Created the organization {acting.org_name}.", markup=False)
            return await ingest_files(console, acting, found.files, kind)

    taken, failed = asyncio.run(run())
    for reason in failed:
        console.print(str(reason), style="red", markup=False)
    for why, count in Counter(one.reason for one in found.skipped).items():
        console.print(f"Left out: {count}, {ended(why)}", style="dim", markup=False)
    console.print(summary(taken, failed))
    if failed:
        raise typer.Exit(1)
