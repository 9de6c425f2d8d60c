"""Opening the writer that an installation uses."""

from __future__ import annotations

from collections.abc import Callable

from sealedbid.intelligence.errors import UnknownWriterError
from sealedbid.intelligence.writer.composer import COMPOSER, Composer
from sealedbid.intelligence.writer.protocol import Writer

WRITERS: dict[str, Callable[[], Writer]] = {COMPOSER: Composer}


def open_writer(name: str = COMPOSER) -> Writer:
    """Open the writer of that name. Raises UnknownWriterError."""
    if name not in WRITERS:
        raise UnknownWriterError(name, sorted(WRITERS))
    return WRITERS[name]()
