"""The text files of a folder, and why the others are left out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sealedbid.cli.files.reading import NOT_A_FILE, why_not
from sealedbid.intelligence.errors import InaccessibleFile, printable

HIDDEN = "hidden"
SUFFIXES = {".md", ".markdown", ".txt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedFile:
    """Something in a folder that is not read; ``reason`` completes "path: ..."."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFiles:
    """The text files of a folder, and the rest of it; both sorted by path."""

    files: list[Path]
    skipped: list[SkippedFile]


def find_text_files(path: Path) -> FoundFiles:
    """The Markdown and text files at a path: the file itself, or those of a folder and below it.

    A file that is named itself is taken whatever its name: whoever named it meant it. Raises
    InaccessibleFile if nothing is there, or it is neither file nor folder, or may not be listed.
    """
    try:
        if path.is_file():
            return FoundFiles(files=[path], skipped=[])
        if not path.is_dir():
            path.stat()
            raise InaccessibleFile(printable(path), NOT_A_FILE)
        with os.scandir(path):
            pass
        root = path.resolve(strict=True)
    except (OSError, ValueError) as error:
        raise InaccessibleFile(printable(path), why_not(error)) from error
    files: list[Path] = []
    skipped: list[SkippedFile] = []
    for found, reason in _walk(path, root):
        if reason:
            skipped.append(SkippedFile(path=found, reason=reason))
        else:
            files.append(found)
    return FoundFiles(files=sorted(files), skipped=sorted(skipped, key=lambda each: each.path))


def _walk(folder: Path, root: Path) -> Iterator[tuple[Path, str]]:
    """Everything in the folder and below it, with the reason to skip it or ""."""
    folders = [folder]
    while folders:
        current = folders.pop()
        try:
            entries = list(current.iterdir())
        except OSError as error:
            yield current, why_not(error)
            continue
        for entry in entries:
            try:
                reason = _reason(entry, root)
            except OSError as error:
                reason = why_not(error)
            if reason is None:
                folders.append(entry)
            else:
                yield entry, reason


def _reason(entry: Path, root: Path) -> str | None:
    """Return the reason to skip the entry, "" if it is read, None for a folder. Raises OSError."""
    if entry.name.startswith("."):
        # Settings, histories, keys of tools: nobody wrote them for clients.
        return HIDDEN
    if entry.is_symlink():
        return _reason_of_link(entry, root)
    if entry.is_dir():
        return None
    if not entry.is_file():
        return "not a regular file"
    return "" if entry.suffix.lower() in SUFFIXES else "neither Markdown nor plain text"


def _reason_of_link(link: Path, root: Path) -> str:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a circle, before Python 3.13
        return "a link to nothing"
    # Whoever may put a link into a folder could otherwise have any file of the machine read.
    if not target.is_relative_to(root):
        return "a link that leads out of the folder"
    # What it leads to is read, or left out, where it stands.
    return "a link to something in the same folder"
