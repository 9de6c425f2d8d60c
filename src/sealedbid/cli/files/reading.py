"""The bytes of a file of this machine, or one sentence about why there are none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sealedbid.intelligence.errors import InaccessibleFile, TooLargeFile, printable
from sealedbid.intelligence.knowledge.reading import MAX_BYTES, TextFile, read_text

NOT_A_FILE = "is not a regular file: name a text file, or the folder that holds it"


def read_text_file(path: Path, *, max_bytes: int = MAX_BYTES) -> TextFile:
    """Read the text of one file, of at most ``max_bytes`` bytes.

    Raises one of UnreadableFile: EmptyFile, BinaryFile, TooLargeFile, UndecodableFile,
    InaccessibleFile.
    """
    return read_text(printable(path), read_bytes(path, max_bytes=max_bytes), max_bytes=max_bytes)


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a regular file; its size is checked before anything is read.

    Raises TooLargeFile, InaccessibleFile.
    """
    try:
        # A pipe would keep the opening waiting for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise InaccessibleFile(printable(path), NOT_A_FILE)
            if status.st_size > max_bytes:
                raise TooLargeFile(printable(path), status.st_size, max_bytes)
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise InaccessibleFile(printable(path), why_not(error)) from error
    if len(data) > max_bytes:  # it grew meanwhile
        raise TooLargeFile(printable(path), len(data), max_bytes)
    return data


def why_not(error: OSError | ValueError) -> str:
    """Say what the system's refusal means for the person who named the path, and what helps."""
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "is not there: was it moved, or its name misspelt?"
        case PermissionError():
            return "may not be read by this account: give it the right to"
        case IsADirectoryError():
            return NOT_A_FILE
    return f"cannot be read ({error.strerror or error}): look at the disk it is on, or copy it"
