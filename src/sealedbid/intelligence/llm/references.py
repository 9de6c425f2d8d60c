"""Names of models in settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, TypeAlias, get_args

Vendor: TypeAlias = Literal["openai", "anthropic"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A model at a vendor; ``openai`` stands for every OpenAI-compatible endpoint."""

    vendor: Vendor
    name: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Read ``anthropic:NAME``, ``openai:NAME`` or ``NAME``, which is OpenAI-compatible."""
        for vendor in get_args(Vendor):
            if text.startswith(f"{vendor}:"):
                return cls(vendor, text.removeprefix(f"{vendor}:").strip())
        return cls("openai", text.strip())
