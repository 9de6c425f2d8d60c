"""The refusal of a price list."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError, ended


class PriceListError(SealedbidError):
    """A price list that cannot be read; says in which line and column, and what to write there."""


def refusal(line: int, column: str, reason: str) -> PriceListError:
    """Make the error of one cell; ``reason`` says what is wrong with it and what helps."""
    return PriceListError(ended(f"Line {line}, {column}: {reason}"))
