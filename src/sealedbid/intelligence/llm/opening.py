"""The models that the settings name."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Final, Self, get_args

from pydantic import SecretStr

from sealedbid.intelligence.llm.asking import Asking
from sealedbid.intelligence.llm.counting import Meter
from sealedbid.intelligence.llm.errors import ModelNotSetError, ModelPackagesMissingError
from sealedbid.intelligence.llm.keys import key_of
from sealedbid.intelligence.llm.limits import Limit
from sealedbid.intelligence.llm.metered import MeteredModel
from sealedbid.intelligence.llm.models import ModelClass
from sealedbid.intelligence.llm.patience import Patience
from sealedbid.intelligence.llm.prices import PriceTable
from sealedbid.intelligence.llm.protocol import Endpoint, Model
from sealedbid.intelligence.llm.references import Reference
from sealedbid.intelligence.models import ModelVendor
from sealedbid.platform.config import Settings

CLASSES: Final[tuple[ModelClass, ...]] = get_args(ModelClass)
ADAPTERS: Final = "sealedbid.intelligence.llm.adapters.anthropic_messages"
PACKAGES: Final = ("pydantic_ai", "openai", "anthropic")


def is_installed() -> bool:
    """True if the extra `models` is installed; imports none of it."""
    return all(find_spec(package) for package in PACKAGES)


def reference_of(settings: Settings, kind: ModelClass) -> Reference | None:
    """The model of a class; None if the settings name none."""
    named = {
        "fast": settings.model_fast or settings.model_writer,
        "strong": settings.model_strong or settings.model_writer,
        "writer": settings.model_writer,
        "embed": settings.model_embed,
    }[kind]
    return None if named is None else Reference.read(named)


def fallback_of(settings: Settings, kind: ModelClass) -> Reference | None:
    """The model that is asked when that of the class fails; vectors have none.

    Vectors of two models cannot be compared.
    """
    if kind == "embed" or settings.model_fallback is None:
        return None
    return Reference.read(settings.model_fallback)


def address_of(settings: Settings, vendor: ModelVendor) -> str:
    """URL of a vendor's endpoint."""
    return settings.model_anthropic_url if vendor == "anthropic" else settings.model_url


def run_limit(settings: Settings) -> Limit:
    """The limit of a new run."""
    return Limit(
        scope="run", tokens=settings.model_run_tokens, cost_micros=settings.model_run_micros
    )


@dataclass(slots=True)
class Models:
    """Models by class. Leaving its context closes their connections.

    Connections are opened when a class is asked for, and belong to the running event loop.
    ``keys`` are the organization's own, which go before the installation's.
    """

    settings: Settings
    patience: Patience | None = None
    keys: Mapping[ModelVendor, SecretStr] = field(default_factory=dict)
    _open: dict[Reference, Endpoint] = field(default_factory=dict, init=False, repr=False)

    async def __aenter__(self) -> Self:
        if is_installed() and any(reference_of(self.settings, kind) for kind in CLASSES):
            # It takes seconds, in which a worker's other jobs should not stand still.
            await asyncio.to_thread(import_module, ADAPTERS)
        return self

    async def __aexit__(self, *how: object) -> None:
        for endpoint in self._open.values():
            await endpoint.close()
        self._open.clear()

    def of(self, kind: ModelClass, meter: Meter) -> Model:
        """The model of a class with its fallback, which counts in ``meter``.

        Raises ModelNotSetError, ModelPackagesMissingError, KeyMissingError, SecretFileError.
        """
        first = reference_of(self.settings, kind)
        if first is None:
            raise ModelNotSetError(kind, f"SEALEDBID_MODEL_{kind.upper()}")
        references = dict.fromkeys([first, fallback_of(self.settings, kind) or first])
        return self._metered(list(references), meter)

    def alone(self, reference: Reference, meter: Meter) -> Model:
        """One model without a fallback. Raises the same."""
        return self._metered([reference], meter)

    def _metered(self, references: list[Reference], meter: Meter) -> Model:
        return MeteredModel(
            [self._endpoint(each) for each in references],
            Asking(
                prices=PriceTable.of(self.settings.model_prices),
                timeout=self.settings.model_timeout,
            ),
            self.patience or Patience(retries=self.settings.model_retries),
            meter,
        )

    def _endpoint(self, reference: Reference) -> Endpoint:
        if reference not in self._open:
            self._open[reference] = open_endpoint(self.settings, reference, self.keys)
        return self._open[reference]


def open_endpoint(
    settings: Settings, reference: Reference, keys: Mapping[ModelVendor, SecretStr]
) -> Endpoint:
    """Open connections to one model; nothing is sent. Imports the adapter, which takes a while.

    Raises ModelPackagesMissingError, KeyMissingError, SecretFileError.
    """
    if not is_installed():
        raise ModelPackagesMissingError
    from sealedbid.intelligence.llm.adapters import anthropic_messages, openai_compatible
    from sealedbid.intelligence.llm.adapters.faults import Place

    place = Place(
        name=reference.name,
        address=address_of(settings, reference.vendor),
        key=key_of(settings, reference.vendor, keys),
    )
    if reference.vendor == "anthropic":
        return anthropic_messages.open_endpoint(place, settings.model_timeout)
    return openai_compatible.open_endpoint(place, settings.model_timeout)
