"""Ingests files for `ingest` and `demo`, and reports the outcome."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.identity import Acting
from sealedbid.intelligence.embedding import Embedder, embedder_for, open_embedder
from sealedbid.intelligence.errors import UnreadableFile
from sealedbid.intelligence.knowledge.ingest import Taken, content_type_of, ingest_file
from sealedbid.intelligence.models import ContentType
from sealedbid.intelligence.repository import org_brain


async def ingest_files(
    console: Console, acting: Acting, files: list[Path], kind: ContentType | None
) -> tuple[list[Taken], list[UnreadableFile]]:
    """Ingest readable files with a progress bar; returns these, and the unreadable ones."""
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
        disable=not console.is_terminal,
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
    """Open the embedder of the stored vectors, so that all compare; if none, the best one."""
    async with acting.sealed() as tx:
        models = await org_brain.models(tx)
    return embedder_for(models) if models else open_embedder()


def summary(taken: list[Taken], failed: list[UnreadableFile]) -> str:
    """Return one sentence with the counts."""
    counts = Counter(one.outcome for one in taken)
    words = [f"{counts[word]} {word}" for word in ("added", "changed", "unchanged") if counts[word]]
    words += [f"{len(failed)} not read"] if failed else []
    passages = sum(one.passages for one in taken if one.outcome != "unchanged")
    return f"{', '.join(words) or 'Nothing to read'}; {passages} passages."
