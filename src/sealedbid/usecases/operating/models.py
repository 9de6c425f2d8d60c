"""Models that the settings name, and a short question to each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sealedbid.intelligence.llm import Meter, ModelClass, Models, Prompt, Spent
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.llm.keys import key_path
from sealedbid.intelligence.llm.opening import CLASSES, address_of, fallback_of, reference_of
from sealedbid.intelligence.llm.patience import Patience
from sealedbid.intelligence.llm.prices import Price, PriceTable
from sealedbid.intelligence.llm.references import Reference
from sealedbid.platform.config import Settings
from sealedbid.platform.secrets import SecretFileError

QUESTION: Final = Prompt(
    rules="Follow the request exactly.",
    task="Reply with one word: ready",
    max_tokens=64,
    temperature=0.0,
)
WORD: Final = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedModel:
    """A model of the settings, and the classes of work that it does, or is a fallback for."""

    reference: Reference
    classes: tuple[ModelClass, ...]
    is_fallback: bool
    address: str
    key_path: Path
    price: Price | None

    @property
    def embeds(self) -> bool:
        """True if it turns texts into vectors, and writes none."""
        return self.classes == ("embed",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Outcome of a question to a model; ``error`` is None if it answered."""

    model: NamedModel
    seconds: float
    spent: Spent
    said: str = ""
    error: ModelError | SecretFileError | None = None


def named_models(settings: Settings) -> list[NamedModel]:
    """Every model that the settings name, once, in the order of the classes."""
    prices = PriceTable.of(settings.model_prices)
    found: dict[tuple[Reference, bool], NamedModel] = {}
    for reference, kind, is_fallback in _named(settings):
        before = found.get((reference, kind == "embed"))
        found[reference, kind == "embed"] = (
            replace(before, classes=(*before.classes, kind))
            if before is not None
            else NamedModel(
                reference=reference,
                classes=(kind,),
                is_fallback=is_fallback,
                address=address_of(settings, reference.vendor),
                key_path=key_path(settings, reference.vendor),
                price=prices[reference.name],
            )
        )
    return list(found.values())


def _named(settings: Settings) -> Iterator[tuple[Reference, ModelClass, bool]]:
    firsts = {kind: reference_of(settings, kind) for kind in CLASSES}
    for kind, first in firsts.items():
        if first is not None:
            yield first, kind, False
    for kind, first in firsts.items():
        fallback = fallback_of(settings, kind)
        if first is not None and fallback not in (None, *firsts.values()):
            assert fallback is not None
            yield fallback, kind, True


async def try_model(settings: Settings, model: NamedModel) -> Trial:
    """Ask a model for one word or one vector, once; costs a few tokens."""
    meter = Meter()
    begun: float | None = None
    said, error = "", None
    try:
        async with Models(settings, Patience(retries=0)) as models:
            asked = models.alone(model.reference, meter)
            begun = time.monotonic()  # opening imports the adapter, which is no model's time
            if model.embeds:
                vectors = (await asked.embed([WORD])).vectors
                said = f"a vector of {len(vectors[0])}"
            else:
                answer = await asked.generate(QUESTION)
                said = answer.text.strip() or f"({answer.ending})"
    except (ModelError, SecretFileError) as fault:
        error = fault
    return Trial(
        model=model,
        seconds=0.0 if begun is None else time.monotonic() - begun,
        spent=meter.spent,
        said=said,
        error=error,
    )
