"""ingest: teaches an organisation what stands in files."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.identity import Acting, acting_for
from sealedbid.cli.installation import ready
from sealedbid.intelligence.embedding import Embedder, embedder_for, open_embedder
from sealedbid.intelligence.errors import UnreadableFile
from sealedbid.intelligence.knowledge.finding import find_text_files
from sealedbid.intelligence.knowledge.ingest import Taken, content_type_of, ingest_file
from sealedbid.intelligence.models import ContentType
from sealedbid.intelligence.repository import org_brain
from sealedbid.platform.config import read_settings
from sealedbid.platform.errors import ended


def ingest(
    path: Annotated[
        Path, typer.Argument(readable=False, help="A Markdown or text file, or a folder of them.")
    ],
    org: Annotated[str | None, typer.Option(help="Whose knowledge it is: a name.")] = None,
    kind: Annotated[
        ContentType | None,
        typer.Option(help="What it is. Otherwise the folder's name says (case-studies, people)."),
    ] = None,
) -> None:
    """Teach an organisation what stands in files; the same file again changes nothing.

    The first organisation of an installation is made by naming it. Exit code 1: a file could not
    be read; the others were.
    """
    console = Console(soft_wrap=True, highlight=False, stderr=True)
    settings = read_settings()
    found = find_text_files(path)
    ready(console, settings)

    async def run() -> tuple[list[Taken], list[UnreadableFile]]:
        async with acting_for(settings, org, "ingest", may_found=True) as acting:
            if acting.is_new:
                console.print(f"Made the organisation {acting.org_name}.", markup=False)
            return await ingest_files(console, acting, found.files, kind)

    taken, failed = asyncio.run(run())
    for reason in failed:
        console.print(str(reason), style="red", markup=False)
    for why, count in Counter(one.reason for one in found.skipped).items():
        console.print(f"Left out: {count}, {ended(why)}", style="dim", markup=False)
    console.print(summary(taken, failed))
    if failed:
        raise typer.Exit(1)


async def ingest_files(
    console: Console, acting: Acting, files: list[Path], kind: ContentType | None
) -> tuple[list[Taken], list[UnreadableFile]]:
    """Take in what can be read, with a progress bar; what was taken, and what was not and why."""
    embedder = await _embedder(acting)
    if not embedder.is_semantic:
        console.print(
            "The extra `local` is not installed: passages are found by their words alone.",
            style="yellow",
        )
    taken: list[Taken] = []
    failed: list[UnreadableFile] = []
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as progress:
        task = progress.add_task("Reading", total=len(files))
        for file in files:
            progress.update(task, description=f"Reading {file.name[:40]}")
            try:
                content_type = kind or content_type_of(file)
                taken.append(await ingest_file(acting.sealed, file, embedder, content_type))
            except UnreadableFile as error:
                failed.append(error)
            progress.advance(task)
    return taken, failed


async def _embedder(acting: Acting) -> Embedder:
    """That of the vectors there are, so that all can be compared; the best there is at first."""
    async with acting.sealed() as tx:
        models = await org_brain.models(tx)
    return embedder_for(models) if models else open_embedder()


def summary(taken: list[Taken], failed: list[UnreadableFile]) -> str:
    """One sentence of what came of it."""
    counts = Counter(one.outcome for one in taken)
    words = [f"{counts[word]} {word}" for word in ("added", "changed", "unchanged") if counts[word]]
    words += [f"{len(failed)} not read"] if failed else []
    passages = sum(one.passages for one in taken if one.outcome != "unchanged")
    return f"{', '.join(words) or 'Nothing to read'}; {passages} passages."
