"""Money and numbers as the organization's country writes them."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision

from sealedbid.intelligence.presenting import Presented


def money(minor: int, shown: Presented) -> str:
    """Write an amount of the proposal's currency."""
    currency = shown.proposal.currency
    amount = Decimal(minor).scaleb(-get_currency_precision(currency))
    return str(format_currency(amount, currency, locale=shown.locale.replace("-", "_")))


def number(value: Decimal, shown: Presented) -> str:
    """Write a number without zeros at its end."""
    whole = value == value.to_integral_value()
    plain = value.quantize(Decimal(1)) if whole else value.normalize()
    return str(format_decimal(plain, locale=shown.locale.replace("-", "_")))


def percent(rate: Decimal, shown: Presented) -> str:
    """Write a share as a percentage: 20%, 7.7%, in German 20 %."""
    locale = shown.locale.replace("-", "_")
    return str(format_percent(rate.normalize(), locale=locale, decimal_quantization=False))
