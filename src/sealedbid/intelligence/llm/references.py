"""Names of models in settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, get_args

from sealedbid.intelligence.models import ModelVendor


@dataclass(frozen=True, slots=True)
class Reference:
    """A model at a vendor."""

    vendor: ModelVendor
    name: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Read ``anthropic:NAME``, ``openai:NAME`` or ``NAME``, which is OpenAI-compatible."""
        for vendor in get_args(ModelVendor):
            if text.startswith(f"{vendor}:"):
                return cls(vendor, text.removeprefix(f"{vendor}:").strip())
        return cls("openai", text.strip())
