"""Text out of a file, or one sentence about why there is none."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from sealedbid.intelligence.errors import EmptyFile, InaccessibleFile, TooLargeFile, printable
from sealedbid.intelligence.knowledge.decoding import decode
from sealedbid.intelligence.knowledge.markdown import outline

MAX_BYTES = 5_000_000
TITLE_WITHIN = 65_536  # characters; a heading further down is not the title of the whole
NOT_A_FILE = "is not a regular file: name a text file, or the folder that holds it"
SEPARATORS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that was read; ``sha256`` is that of its bytes, ``content``."""

    path: Path
    content: bytes
    text: str  # lines end with \n, without a byte order mark
    sha256: bytes
    encoding: str
    title: str


def read_text_file(path: Path, *, max_bytes: int = MAX_BYTES) -> TextFile:
    """The text of one file, of at most ``max_bytes`` bytes.

    Raises one of UnreadableFile: EmptyFile, BinaryFile, TooLargeFile, UndecodableFile,
    InaccessibleFile.
    """
    data = _read(path, max_bytes)
    text, encoding = decode(path, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyFile(path)
    return TextFile(
        path=path,
        content=data,
        text=text,
        sha256=hashlib.sha256(data).digest(),
        encoding=encoding,
        title=_title(path, text),
    )


def _read(path: Path, max_bytes: int) -> bytes:
    """The bytes of a regular file; its size is looked at before anything is read."""
    try:
        # A pipe would keep the opening waiting for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise InaccessibleFile(path, NOT_A_FILE)
            if status.st_size > max_bytes:
                raise TooLargeFile(path, status.st_size, max_bytes)
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise InaccessibleFile(path, why_not(error)) from error
    if len(data) > max_bytes:  # it grew meanwhile
        raise TooLargeFile(path, len(data), max_bytes)
    return data


def why_not(error: OSError | ValueError) -> str:
    """What the system's refusal means for whoever named the path, and what helps."""
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "is not there: was it moved, or its name misspelt?"
        case PermissionError():
            return "may not be read by this account: give it the right to"
        case IsADirectoryError():
            return NOT_A_FILE
    return f"cannot be read ({error.strerror or error}): look at the disk it is on, or copy it"


def _title(path: Path, text: str) -> str:
    """The title in front matter, else the first heading, else the file's name made readable."""
    lay = outline(text[:TITLE_WITHIN])
    headings = (heading.title for heading in lay.headings if heading.title)
    return lay.title or next(headings, "") or _readable(path.stem)


def _readable(stem: str) -> str:
    words = SEPARATORS.sub(" ", printable(Path(stem))).strip() or stem
    return words[:1].upper() + words[1:]
