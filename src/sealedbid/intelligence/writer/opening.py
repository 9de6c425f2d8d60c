"""Opening the writer that an installation uses."""

from __future__ import annotations

from collections.abc import Callable

from sealedbid.intelligence.errors import UnknownWriterError
from sealedbid.intelligence.llm import Model, ModelClass
from sealedbid.intelligence.llm.errors import ModelNotSetError
from sealedbid.intelligence.writer.composer import COMPOSER, Composer
from sealedbid.intelligence.writer.prose import MODEL, ModelWriter
from sealedbid.intelligence.writer.protocol import Ask, Telling, Writer, say_nothing

WRITERS: dict[str, Callable[[Ask, Telling], Writer]] = {
    COMPOSER: lambda ask, told: Composer(),
    MODEL: ModelWriter,
}


def open_writer(
    name: str = COMPOSER, ask: Ask | None = None, told: Telling = say_nothing
) -> Writer:
    """Open the writer of that name. Raises UnknownWriterError.

    A writer that wants a model and is given none raises ModelNotSetError when it writes.
    """
    if name not in WRITERS:
        raise UnknownWriterError(name, sorted(WRITERS))
    return WRITERS[name](ask or _no_model, told)


def _no_model(kind: ModelClass) -> Model:
    raise ModelNotSetError(kind, f"SEALEDBID_MODEL_{kind.upper()}")
