"""Ingests files for `ingest` and `demo`, and reports the outcome."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.files.origins import origin_of
from sealedbid.cli.files.reading import read_bytes
from sealedbid.intelligence.errors import UnreadableFile, printable
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
) -> tuple[list[Learned], list[str]]:
    """Ingest ``files``, which were found at ``named``.

    Returns what was learned, and a sentence for each file that was not read.
    """
    async with acting.sealed() as tx:
        embedder = await knowledge.choose_embedder(tx)
    if not embedder.is_semantic:
        console.print(
            "The extra `local` is not installed: passages are found by their words alone.",
            style="yellow",
        )
    learned: list[Learned] = []
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
        for file in files:
            progress.update(task, description=f"Reading {file.name[:40]}")
            try:
                source = await asyncio.to_thread(_read, file, origin_of(file, named, known_as))
                content_type = kind or knowledge.content_type_of(file.as_posix())
                learned.append(await knowledge.learn(acting.sealed, source, embedder, content_type))
            except UnreadableFile as error:
                failed.append(ended(f"{printable(file)} {error.reason}"))
            progress.advance(task)
    return learned, failed


def _read(file: Path, origin: str) -> Source:
    return Source(name=printable(Path(file.name)), origin=origin, content=read_bytes(file))


def summary(learned: list[Learned], failed: list[str]) -> str:
    """Return one sentence with the outcomes and their numbers."""
    counts = Counter(one.outcome for one in learned)
    words = [f"{counts[word]} {word}" for word in ("added", "changed", "unchanged") if counts[word]]
    words += [f"{len(failed)} not read"] if failed else []
    passages = sum(one.passages for one in learned if one.outcome != "unchanged")
    return f"{', '.join(words) or 'Nothing to read'}; {passages} passages."
