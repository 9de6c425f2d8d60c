"""Text out of the bytes of a file, or one sentence about why there is none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath

from sealedbid.intelligence.errors import EmptyFile, TooLargeFile
from sealedbid.intelligence.knowledge.decoding import decode
from sealedbid.intelligence.knowledge.markdown import outline

MAX_BYTES = 5_000_000
TITLE_WITHIN = 65_536  # characters; a heading further down is not the title of the whole
SEPARATORS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that was read; ``sha256`` is that of its bytes, ``content``."""

    name: str
    content: bytes
    text: str  # lines end with \n, without a byte order mark
    sha256: bytes
    encoding: str
    title: str


def read_text(name: str, content: bytes, *, max_bytes: int = MAX_BYTES) -> TextFile:
    """Decode a file of at most ``max_bytes`` bytes; errors call it ``name``.

    Raises one of UnreadableFile: EmptyFile, BinaryFile, TooLargeFile, UndecodableFile.
    """
    if len(content) > max_bytes:
        raise TooLargeFile(name, len(content), max_bytes)
    text, encoding = decode(name, content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyFile(name)
    return TextFile(
        name=name,
        content=content,
        text=text,
        sha256=hashlib.sha256(content).digest(),
        encoding=encoding,
        title=_title(name, text),
    )


def _title(name: str, text: str) -> str:
    """Return the title in front matter, else the first heading, else the name made readable."""
    lay = outline(text[:TITLE_WITHIN])
    headings = (heading.title for heading in lay.headings if heading.title)
    return lay.title or next(headings, "") or _readable(PurePath(name).stem)


def _readable(stem: str) -> str:
    words = SEPARATORS.sub(" ", stem).strip() or stem
    return words[:1].upper() + words[1:]
