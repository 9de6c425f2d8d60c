"""Numbers in the client's document, as the organization's country writes them."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal


def quantity(number: Decimal, locale: str) -> str:
    """Write a number without zeros at its end."""
    whole = number == number.to_integral_value()
    value = number.quantize(Decimal(1)) if whole else number.normalize()
    return str(format_decimal(value, locale=locale.replace("-", "_")))
