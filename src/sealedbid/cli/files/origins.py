"""The origin of a file: the path that tells it from the others, the same on every machine."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path
from uuid import UUID

from sealedbid.cli.files.finding import FoundFiles
from sealedbid.intelligence.knowledge.folder import Folder


def origin_of(file: Path, named: Path, known_as: str | None = None) -> str:
    """Return the path of ``file`` from the folder that a person ``named``, its own name first.

    A file that is named itself is below the folder that it is in. ``known_as`` stands for what was
    named. So that a copy has the same origin, letters are composed, and bytes that are not UTF-8
    are spelt out.
    """
    is_folder = named.is_dir()
    folder = named if is_folder else named.parent
    parts = (folder.resolve().name, *file.relative_to(folder).parts)
    if known_as is not None:
        parts = (known_as.rstrip("/"), *(parts[1:] if is_folder else ()))
    return _written("/".join(filter(None, parts)))


def place_of(file: Path, org_id: UUID) -> bytes:
    """Return the hash of the organization's id and the place of a file on this machine."""
    whole = file.parent.resolve() / file.name
    return hashlib.sha256(org_id.bytes + _written(str(whole)).encode()).digest()


def folder_of(
    named: Path,
    found: FoundFiles,
    org_id: UUID,
    known_as: str | None = None,
    *,
    is_moved: bool = False,
) -> Folder | None:
    """Describe the folder that a person named and that was searched; None for a single file."""
    if not named.is_dir():
        return None
    origin = origin_of(named, named, known_as)

    def place(below: str) -> bytes:
        return place_of(named / below.removeprefix(f"{origin}/"), org_id)

    return Folder(
        origin=origin,
        files=frozenset(origin_of(file, named, known_as) for file in found.files),
        unseen=frozenset(origin_of(each.path, named, known_as) for each in found.skipped),
        place_of=place,
        is_moved=is_moved,
    )


def _written(path: str) -> str:
    return unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "backslashreplace"))
