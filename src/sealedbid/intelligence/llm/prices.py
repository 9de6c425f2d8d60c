"""Prices of models, as the operator sets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """Micro-dollars (millionths of a dollar) of a million tokens of prompts and of answers."""

    tokens_in: int
    tokens_out: int

    def cost(self, tokens_in: int, tokens_out: int) -> int:
        """Micro-dollars of one request, rounded up."""
        return -(-(tokens_in * self.tokens_in + tokens_out * self.tokens_out) // MILLION)


@dataclass(frozen=True, slots=True)
class PriceTable:
    """Price by the name of the model."""

    prices: Mapping[str, Price]

    @classmethod
    def of(cls, setting: Mapping[str, tuple[int, int]]) -> PriceTable:
        """The table of SEALEDBID_MODEL_PRICES."""
        return cls({name: Price(*pair) for name, pair in setting.items()})

    def __getitem__(self, model: str) -> Price | None:
        """The price of a model; None if it has none, and its cost is counted as 0."""
        return self.prices.get(model)
