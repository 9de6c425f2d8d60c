"""ingest: teaches an organization from files."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sealedbid.intelligence.content_types import ContentType


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
    prune: Annotated[
        bool,
        typer.Option(
            "--prune",
            help="Forget the known files that are gone from the folder, with their passages.",
        ),
    ] = False,
    elsewhere: Annotated[
        bool,
        typer.Option(
            "--elsewhere",
            help="With --prune: forget also those that a folder of the same name at another place "
            "brought, as after the folder was moved.",
        ),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes", help="With --prune: do not ask, also where most of the known files are gone."
        ),
    ] = False,
) -> None:
    """Teach an organization from files.

    A file is known by its path from the folder that you name, that folder's own name included
    (knowledge/voice/us.md), wherever the folder is. A file that was ingested before is updated, or
    left alone if it has not changed. The same text is stored once; a file that was moved within the
    folder stays known. Files that are gone are named, and forgotten with --prune. Exit code 1: a
    file could not be read, or was not forgotten; the others were.
    """
    from rich.console import Console

    from sealedbid.cli.files.finding import find_text_files
    from sealedbid.cli.files.origins import folder_of
    from sealedbid.cli.founding import founder
    from sealedbid.cli.ingest_report import gone_sentences, left_out, remarks, summary
    from sealedbid.cli.ingesting import ingest_files
    from sealedbid.cli.installation import ready
    from sealedbid.cli.pruning import check_prune, prune_folder
    from sealedbid.core.currencies import check_currency
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.knowledge import Gone, find_gone
    from sealedbid.usecases.pricing import name_currency

    console = Console(soft_wrap=True, highlight=False, stderr=True)
    settings = read_settings()
    code = None if currency is None else check_currency(currency)
    found = find_text_files(path)
    check_prune(path, is_pruning=prune, is_elsewhere=elsewhere)
    ready(console, settings)

    async def run() -> int:
        async with acting_for(settings, org, "ingest", founder=founder(console, code)) as acting:
            if acting.is_new:
                console.print(f"Created the organization {acting.org_name}.", markup=False)
            if code is not None:
                async with acting.sealed() as tx:
                    await name_currency(tx, code)
            folder = folder_of(path, found, acting.org_id, origin, is_moved=elsewhere)
            learned, failed = await ingest_files(
                console, acting, path, found.files, kind, known_as=origin, folder=folder
            )
            gone = Gone()
            if folder is not None:
                async with acting.sealed() as tx:
                    gone = await find_gone(tx, folder, learned)
            for reason in failed:
                console.print(reason, style="red", markup=False)
            for remark in remarks(learned, date.today()):
                console.print(remark, markup=False)
            for sentence in left_out(found.skipped):
                console.print(sentence, style="dim", markup=False)
            name = folder.origin if folder is not None else ""
            for sentence in gone_sentences(gone, name, is_pruning=prune):
                console.print(sentence, style="yellow", markup=False)
            console.print(summary(learned, failed), markup=False)
            kept = 0
            if prune:
                kept = await prune_folder(console, acting, gone, name, is_sure=yes)
        return len(failed) + kept

    if asyncio.run(run()):
        raise typer.Exit(1)
