"""Text files as they come: any encoding, any size, any rubbish."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from sealedbid.intelligence.errors import (
    BinaryFile,
    EmptyFile,
    MissingFile,
    TooLargeFile,
    UnknownEncoding,
)

MOST_BYTES = 5 * 1024 * 1024
SUFFIXES = frozenset({".md", ".markdown", ".txt"})

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")
_MOST_CONTROL = 0.02  # share of control bytes that text may have


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that was read: its bytes, their sha256, and the text with line feeds alone."""

    path: Path
    content: bytes
    sha256: bytes
    encoding: str
    text: str
    title: str


def read_text_file(path: Path, *, max_bytes: int = MOST_BYTES) -> TextFile:
    """The file, whatever its encoding. Raises UnreadableFile."""
    content = _read(path, max_bytes)
    encoding, text = _decode(path, content)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not text.strip():
        raise EmptyFile(path)
    return TextFile(
        path=path,
        content=content,
        sha256=hashlib.sha256(content).digest(),
        encoding=encoding,
        text=text,
        title=_title(path, text),
    )


def find_text_files(path: Path) -> tuple[list[Path], list[Path]]:
    """The Markdown and text files of a folder, or the one file; and what else is there.

    Hidden files are left out, and links: one can lead out of the folder that a person has named.
    Raises MissingFile.
    """
    if path.is_file():
        return [path], []
    if not path.is_dir():
        raise MissingFile(path, "there is no such file or folder")
    found: list[Path] = []
    others: list[Path] = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder) / name
            if name.startswith(".") or file.is_symlink():
                continue
            (found if file.suffix.lower() in SUFFIXES else others).append(file)
    return found, others


def _read(path: Path, max_bytes: int) -> bytes:
    try:
        if not path.is_file():
            reason = "it is a folder" if path.is_dir() else "there is no such file"
            raise MissingFile(path, reason)
        size = path.stat().st_size
        if size > max_bytes:
            raise TooLargeFile(path, size, max_bytes)
        content = path.read_bytes()
    except OSError as error:
        raise MissingFile(path, f"it cannot be read ({error.strerror})") from None
    if len(content) > max_bytes:  # it has grown since
        raise TooLargeFile(path, len(content), max_bytes)
    if not content.strip():
        raise EmptyFile(path)
    return content


def _decode(path: Path, content: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            try:
                return encoding, content.decode(encoding)
            except UnicodeDecodeError:
                raise UnknownEncoding(path) from None
    control = len(content) - len(content.translate(None, _CONTROL))
    if control > _MOST_CONTROL * len(content) or b"\x00" in content:
        raise BinaryFile(path)
    try:
        return "utf-8", content.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(content).best()
    if best is None:
        raise UnknownEncoding(path)
    return best.encoding, str(best)


def _title(path: Path, text: str) -> str:
    """The first heading, or the file's name made readable."""
    if match := _HEADING.search(text):
        return " ".join(re.sub(r"[*_`]", "", match[1]).split())
    return path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or path.name
