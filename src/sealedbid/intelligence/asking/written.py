"""Values of facts in the words in which people read them, and in which an answer may give them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from sealedbid.intelligence.brief.facts.values import (
    Amount,
    AnyValue,
    Moment,
    Money,
    Weight,
    Words,
)

_TAX = {"included": "tax included", "on_top": "plus tax", None: ""}
_BOUND = {"exact": "", "ceiling": "at most", "estimate": "about"}


def written(value: AnyValue) -> str:
    """Write a value for people; ``parse_value`` reads it back."""
    match value:
        case Moment():
            return _moment(value)
        case Money():
            return _money(value)
        case Amount():
            return _amount(value)
        case Weight():
            points = "" if value.points is None else f": {value.points:g}"
            return f"{value.criterion}{points}"
        case Words():
            return value.text


def _moment(value: Moment) -> str:
    words = _day(value.day)
    if value.last is not None:
        words += f" to {_day(value.last)}"
    if value.at is not None:
        words += f", {_time(value.at)}"
        if value.zone:
            words += f" {value.zone}"
    return words


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _time(at: time) -> str:
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def _money(value: Money) -> str:
    amounts = [_sum(value.minor, value.currency)]
    if value.upper_minor is not None:
        amounts.append(_sum(value.upper_minor, value.currency))
    words = [_BOUND[value.bound], " to ".join(amounts), value.currency or ""]
    words += [f"per {value.per}" if value.per else "", _TAX[value.tax]]
    return " ".join(filter(None, words))


def _sum(minor: int, currency: str | None) -> str:
    from babel.numbers import get_currency_precision

    digits = get_currency_precision(currency) if currency else 2
    amount = Decimal(minor).scaleb(-digits)
    whole = amount == amount.to_integral_value()
    if digits > 2:  # a sign before three digits could be either
        return f"{amount:.0f}" if whole else f"{amount:.{digits + 1}f}"
    return f"{amount:,.0f}" if whole else f"{amount:,.{digits}f}"


def _amount(value: Amount) -> str:
    number = f"{value.number}" if value.upper is None else f"{value.number} to {value.upper}"
    is_one = value.number == 1 and value.upper is None
    return f"{number} {value.unit}{'' if is_one else 's'}"
