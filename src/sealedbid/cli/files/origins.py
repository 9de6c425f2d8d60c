"""The origin of a file: the path that tells it from the others, the same on every machine."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path


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
    path = "/".join(filter(None, parts))
    return unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "backslashreplace"))
