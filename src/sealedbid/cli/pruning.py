"""Forgets files that are gone from a folder, for `ingest --prune`."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from rich.console import Console

from sealedbid.cli.errors import CommandError
from sealedbid.cli.ingest_report import counted, names, origins
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.knowledge import Gone, forget


def check_prune(path: Path, *, is_pruning: bool, is_elsewhere: bool) -> None:
    """Raise CommandError where nothing could be pruned: a file has no files that can be gone."""
    if is_pruning and not path.is_dir():
        raise CommandError("--prune forgets files that are gone from a folder: name the folder.")
    if is_elsewhere and not is_pruning:
        raise CommandError("--elsewhere says what --prune forgets: add --prune.")


async def prune_folder(
    console: Console, acting: Acting, gone: Gone, folder: str, *, is_sure: bool
) -> int:
    """Forget the sources, and return how many a person did not confirm.

    If more files are gone than are there, the folder may be the wrong one: a person is asked.
    """
    sources = gone.sources
    if gone.elsewhere:
        console.print(
            f"Kept, as a folder of the same name at another place brought them: "
            f"{names(origins(gone.elsewhere))}. --elsewhere forgets them too.",
            style="yellow",
            markup=False,
        )
    if not sources:
        console.print(f"Nothing to forget: no known file is gone from {folder}.", markup=False)
        return 0
    if len(sources) > gone.kept and not is_sure:
        of = len(sources) + gone.kept
        console.print(
            f"{len(sources)} of {of} known files are gone from {folder}: "
            f"{names(origins(sources))}. Is it the right folder?",
            style="yellow",
            markup=False,
        )
        if not sys.stdin.isatty():
            console.print("Nothing was forgotten: add --yes to forget them.", style="red")
            return len(sources)
        if not typer.confirm("Forget them?", err=True):
            console.print("Nothing was forgotten.")
            return len(sources)
    forgotten = await forget(acting.sealed, sources)
    passages = sum(source.chunks for source in forgotten)
    console.print(
        f"Forgot {counted(len(forgotten), 'file')} with {counted(passages, 'passage')}: "
        f"{names(origins(forgotten))}.",
        markup=False,
    )
    return 0
