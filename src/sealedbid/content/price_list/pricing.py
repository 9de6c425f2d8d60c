"""The services of a price list, in their currencies and smallest units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sealedbid.content.price_list.errors import PriceListError, refusal
from sealedbid.content.price_list.reading import Listed


def currencies_of(listed: Sequence[Listed]) -> set[str]:
    """The currencies that the list itself names without doubt."""
    return {one.currencies[0] for one in listed if len(one.currencies) == 1}


def priced(listed: Sequence[Listed], currency: str | None) -> list[dict[str, Any]]:
    """The rows that ``services.put`` takes; lines that name no currency are in ``currency``.

    Raises PriceListError: a line names no currency, or a sign of several, and ``currency`` does not
    tell either; or its price is finer than the currency.
    """
    return [_row(one, _currency(one, currency)) for one in listed]


def _currency(one: Listed, currency: str | None) -> str:
    if len(one.currencies) == 1:
        return one.currencies[0]
    if currency is None:
        said = f"the sign can be {', '.join(one.currencies)}" if one.currencies else "none is named"
        raise refusal(
            one.line,
            "currency",
            f"{said}: give it with --currency, or in a column of the list called currency",
        )
    if one.currencies and currency not in one.currencies:
        raise refusal(
            one.line,
            "currency",
            f"the sign can be {', '.join(one.currencies)}, and other prices are in {currency}: "
            "write the three letters",
        )
    return currency


def _row(one: Listed, currency: str) -> dict[str, Any]:
    from babel.numbers import get_currency_precision

    minor = one.price.scaleb(get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise PriceListError(
            f"Line {one.line}, price: {currency} has no parts that small: it is read as "
            f"{one.price:f}."
        )
    return {
        "name": one.name,
        "unit": one.unit,
        "description": one.description,
        "billing_period": one.billing_period,
        "tax_rate": one.tax_rate,
        "unit_price_minor": int(minor),
        "currency": currency,
    }
