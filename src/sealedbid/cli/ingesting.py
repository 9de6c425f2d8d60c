"""Ingests files for `ingest` and `demo`, and shows how far it is."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.files.origins import origin_of, place_of
from sealedbid.cli.files.reading import read_bytes
from sealedbid.intelligence.errors import UnreadableFile, printable
from sealedbid.intelligence.knowledge.folder import Folder
from sealedbid.intelligence.models import ContentType
from sealedbid.platform.errors import ended
from sealedbid.usecases import knowledge
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.knowledge import Learned, Source


async def ingest_files(
    console: Console,
    acting: Acting,
    named: Path,
    files: list[Path],
    kind: ContentType | None = None,
    *,
    known_as: str | None = None,
    folder: Folder | None = None,
) -> tuple[list[Learned], list[str]]:
    """Ingest ``files``, which were found at ``named``, or in ``folder`` as it was searched.

    Returns the outcome for each file, and a sentence for each file that was not read.
    """
    async with acting.sealed() as tx:
        embedder = await knowledge.choose_embedder(tx)
    if not embedder.is_semantic:
        console.print(
            "The extra `local` is not installed: passages are found by their words alone.",
            style="yellow",
        )
    learned: dict[str, Learned] = {}
    failed: list[str] = []
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("Reading", total=len(files))

        async def ingest(file: Path, origin: str) -> Learned:
            name = printable(Path(file.name))[:40]
            progress.update(task, description=f"Reading {name}")

            def told(done: int, of: int) -> None:
                if of > done:  # a long file: the bar counts files and stands still meanwhile
                    words = f"Reading {name}: {done:,} of {of:,} passages"
                    progress.update(task, description=words)

            source = await asyncio.to_thread(_read, file, origin, acting.org_id)
            content_type = kind or knowledge.content_type_of(file.as_posix())
            return await knowledge.learn(
                acting.sealed, source, embedder, content_type, folder=folder, progress=told
            )

        by_origin = {origin_of(file, named, known_as): file for file in files}
        for origin, file in by_origin.items():
            try:
                learned[origin] = await ingest(file, origin)
            except UnreadableFile as error:
                failed.append(ended(f"{printable(file)} {error.reason}"))
            progress.advance(task)
        if folder is not None:
            async with acting.sealed() as tx:
                unsettled = await knowledge.settle(tx, folder, list(learned.values()))
            for origin in sorted(unsettled):
                other = learned[origin].other
                again = await ingest(by_origin[origin], origin)
                learned[origin] = replace(again, other=again.other or other)
    return list(learned.values()), failed


def _read(file: Path, origin: str, org_id: UUID) -> Source:
    return Source(
        name=printable(Path(file.name)),
        origin=origin,
        content=read_bytes(file),
        place=place_of(file, org_id),
    )
