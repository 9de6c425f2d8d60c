"""Tokens and money in words."""

from __future__ import annotations

from typing import Final

from sealedbid.intelligence.shortening import plural

MICROS: Final = 1_000_000
CENT: Final = 10_000
"""Micro-dollars. Below it, two decimals would say that nothing was paid."""


def dollars(micros: int) -> str:
    """Write an amount of micro-dollars to the cent, and what is less than a cent exactly."""
    if 0 < micros < CENT:
        return f"${micros / MICROS:.6f}".rstrip("0")
    return f"${micros / MICROS:,.2f}"


def tokens_of(count: int) -> str:
    """Write a number of tokens with its word."""
    return plural(count, "token").replace(str(count), f"{count:,}", 1)


def spent_words(tokens: int, cost_micros: int, *, is_priced: bool = True) -> str:
    """Say what was spent. ``is_priced`` is False if a model that took tokens has no price."""
    if not cost_micros:
        return f"{tokens_of(tokens)}, no price is set" if tokens else tokens_of(tokens)
    cost = dollars(cost_micros)
    return f"{tokens_of(tokens)}, " + (cost if is_priced else f"{cost}, and no price is set")
