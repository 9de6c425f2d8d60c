"""ingest: teaches an organization from files."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sealedbid.intelligence.models import ContentType

if TYPE_CHECKING:
    from sealedbid.usecases.knowledge import Learned


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
    currency: Annotated[
        str | None,
        typer.Option(
            help="The currency of an organization that has none, as EUR. By default you are asked "
            "for it at a terminal when one is created."
        ),
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="The path that PATH is known by, to update a part of what was ingested as a whole "
            "(knowledge/voice). By default its own name, for a file with the name of its folder.",
        ),
    ] = None,
) -> None:
    """Teach an organization from files.

    A file is known by its path from the folder that you name, that folder's own name included
    (knowledge/voice/us.md), wherever the folder is. A file that was ingested before is updated, or
    left alone if it has not changed. A file of another path is a source of its own, unless one with
    the same content is there. Exit code 1: a file could not be read; the others were.
    """
    from rich.console import Console

    from sealedbid.cli.files.finding import find_text_files
    from sealedbid.cli.founding import founder
    from sealedbid.cli.ingesting import ingest_files, summary
    from sealedbid.cli.installation import ready
    from sealedbid.core.currencies import check_currency
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.errors import ended
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.pricing import name_currency

    console = Console(soft_wrap=True, highlight=False, stderr=True)
    settings = read_settings()
    code = None if currency is None else check_currency(currency)
    found = find_text_files(path)
    ready(console, settings)

    async def run() -> tuple[list[Learned], list[str]]:
        async with acting_for(settings, org, "ingest", founder=founder(console, code)) as acting:
            if acting.is_new:
                console.print(f"Created the organization {acting.org_name}.", markup=False)
            if code is not None:
                async with acting.sealed() as tx:
                    await name_currency(tx, code)
            return await ingest_files(console, acting, path, found.files, kind, known_as=origin)

    learned, failed = asyncio.run(run())
    for reason in failed:
        console.print(reason, style="red", markup=False)
    for why, count in Counter(one.reason for one in found.skipped).items():
        console.print(f"Left out: {count}, {ended(why)}", style="dim", markup=False)
    console.print(summary(learned, failed))
    if failed:
        raise typer.Exit(1)
