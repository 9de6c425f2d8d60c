"""The models that a run may ask."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from pydantic import SecretStr

from sealedbid.intelligence.llm import Meter, Model, ModelClass, Models
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.llm.opening import reference_of
from sealedbid.intelligence.models import ModelVendor
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.writer import Ask
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.platform.config import Settings
from sealedbid.platform.secrets import SecretFileError
from sealedbid.system.jobs.running import JobFailedError

WRITING: tuple[ModelClass, ...] = ("fast", "strong", "writer")


def named_by(settings: Settings, model: str | None) -> Settings:
    """The settings with one model for every class of text; None leaves them as they are."""
    if model is None:
        return settings
    return settings.model_copy(update={f"model_{kind}": model for kind in WRITING})


@asynccontextmanager
async def asking(
    settings: Settings,
    asked: DraftPayload,
    keys: Mapping[ModelVendor, SecretStr],
    meter: Meter,
) -> AsyncIterator[Ask | None]:
    """Open the models of a run; None if no model is named, or the composer writes.

    All are looked up before anything is paid. Raises JobFailedError if one cannot be asked: no
    retry helps.
    """
    chosen = named_by(settings, asked.model)
    if asked.writer == COMPOSER or reference_of(chosen, "writer") is None:
        yield None
        return
    async with Models(chosen, keys=keys) as models:

        def ask(kind: ModelClass) -> Model:
            return models.of(kind, meter)

        try:
            for kind in WRITING:
                ask(kind)
        except (ModelError, SecretFileError) as error:
            raise JobFailedError(str(error)) from error
        yield ask
