"""The way a draft is written: the mode, the writer, and its model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.errors import UnknownWriterError
from sealedbid.intelligence.llm.errors import (
    KeyMissingError,
    ModelNotSetError,
    ModelPackagesMissingError,
)
from sealedbid.intelligence.llm.keys import key_of
from sealedbid.intelligence.llm.opening import address_of, is_installed, reference_of
from sealedbid.intelligence.llm.references import Reference
from sealedbid.intelligence.models import RunMode
from sealedbid.intelligence.repository import model_keys
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.intelligence.writer.opening import WRITERS
from sealedbid.intelligence.writer.prose import MODEL
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres import Transaction

NO_MODEL: Final = "none"
"""Said in the place of a model's name: the composer writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The way a draft is to be written.

    Its fields are those of a draft's payload. A run that is resumed keeps its own mode.
    """

    mode: RunMode = "fast"
    writer: str = COMPOSER
    model: str | None = None
    asks: bool = True


COMPOSED: Final = Writing()
"""By the composer, in one go."""


def choose_writing(
    settings: Settings, *, mode: RunMode = "fast", model: str | None = None, asks: bool = True
) -> Writing:
    """Decide who writes: a person's word first, then the setting, then a model if one is set.

    ``model`` is a name, or ``none`` for a draft without one. Raises UnknownWriterError.
    """
    named = None if model is None else model.strip()
    if named == NO_MODEL:
        return Writing(mode=mode, asks=asks)
    if named:
        return Writing(mode=mode, writer=MODEL, model=named, asks=asks)
    by_setting = MODEL if settings.model_writer else COMPOSER
    writer = settings.writer or by_setting
    if writer not in WRITERS:
        raise UnknownWriterError(writer, sorted(WRITERS))
    return Writing(mode=mode, writer=writer, asks=asks)


async def check_model(tx: Transaction, settings: Settings, writing: Writing) -> None:
    """Check that the model can be asked, before a job is enqueued for it; nothing is sent.

    ``tx`` is an admin's, who sees at which vendors the organization has a key.
    Raises ModelNotSetError, ModelPackagesMissingError, KeyMissingError, SecretFileError.
    """
    if writing.writer != MODEL:
        return
    reference = Reference.read(writing.model) if writing.model else reference_of(settings, "writer")
    if reference is None:
        raise ModelNotSetError("writer", "SEALEDBID_MODEL_WRITER")
    if not is_installed():
        raise ModelPackagesMissingError
    if reference.vendor in {one.vendor for one in await model_keys.page(tx)}:
        return
    key = key_of(settings, reference.vendor, {})
    if key.secret is None and reference.vendor == "anthropic":  # other servers may need none
        raise KeyMissingError(address_of(settings, reference.vendor), key.place)
