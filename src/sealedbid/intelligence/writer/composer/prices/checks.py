"""Checks of the price that its author is told: budget, currency, tax, and what is not offered."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import format_currency, format_decimal, get_currency_precision

from sealedbid.intelligence.brief.facts.values import Money
from sealedbid.intelligence.writer.composer.known import Known
from sealedbid.intelligence.writer.composer.prices.pricing import Priced
from sealedbid.intelligence.writer.models import Line

FAR_UNDER = Decimal("0.5")  # share of the budget under which a sum is looked at twice


def price_checks(priced: Priced, known: Known, currency: str, locale: str) -> list[str]:
    """Say where the sum and the budget disagree, and where they agree; empty without a budget."""
    budget = known.budget
    told = _unpriced(priced)
    if budget is None:
        unsure = [fact for fact in known.brief.facts if fact.kind == "budget"]
        if unsure:
            told.append("The budget is not sure: it was not compared with the price.")
        return told
    named = written(budget.upper_minor or budget.minor, budget.currency or "", locale)
    if budget.currency is None:
        told.append(f"The brief names {named} without a currency: ask in which.")
    elif currency and budget.currency != currency:
        total = f", {written(priced.net_minor, currency, locale)}" if priced.has_total else ""
        told.append(
            f"The brief's budget is in {budget.currency} ({named}), and these prices are in "
            f"{currency}{total}: they cannot be compared."
        )
        return told
    if not priced.has_total:
        return told
    return told + _compared(priced, budget, named, currency, locale)


def not_offered(priced: Priced) -> str:
    """The first line of the author's list where no service fits; empty if one does."""
    if priced.lines:
        return ""
    return (
        "We do not offer this: no service of the price list fits the brief, and nothing is priced. "
        "Bid or no bid?"
    )


def written(minor: int, currency: str, locale: str) -> str:
    """Write a sum as the organization's country does; without a currency, the number alone."""
    if not currency:
        return str(format_decimal(Decimal(minor) / 100, locale=locale.replace("-", "_")))
    amount = Decimal(minor).scaleb(-get_currency_precision(currency))
    return str(format_currency(amount, currency, locale=locale.replace("-", "_")))


def taxed(lines: Sequence[Line]) -> int:
    """The sum of counted lines with the tax of each rate, which is rounded once."""
    counted = [line for line in lines if line.is_counted]
    total = sum(line.net_minor for line in counted)
    for rate in {line.tax_rate for line in counted if line.tax_rate}:
        base = sum(line.net_minor for line in counted if line.tax_rate == rate)
        total += int((Decimal(base) * rate).quantize(Decimal(1)))
    return total


def _compared(priced: Priced, budget: Money, named: str, currency: str, locale: str) -> list[str]:
    told: list[str] = []
    has_tax = any(line.tax_rate for line in priced.lines if line.is_counted)
    total = taxed(priced.lines) if budget.tax == "included" else priced.net_minor
    if budget.tax is None and has_tax:
        told.append(
            "The brief does not say if its budget includes tax: the sum before tax was compared."
        )
    most = budget.upper_minor or budget.minor
    sum_written = written(total, currency, locale)
    apart = written(abs(total - most), currency, locale)
    if budget.per:
        told.append(f"The budget is per {budget.per}: it was not compared with the sum.")
    elif total > most:
        word = "ceiling" if budget.bound == "ceiling" else "budget"
        told.append(f"The sum of {sum_written} is {apart} above the {word} of {named}.")
    elif Decimal(total) < FAR_UNDER * (budget.minor if budget.upper_minor is None else most):
        told.append(
            f"The sum of {sum_written} is far under the budget of {named}: is all of it priced?"
        )
    else:
        told.append(f"The sum of {sum_written} is within the budget of {named}, by {apart}.")
    return told


def _unpriced(priced: Priced) -> list[str]:
    if priced.lines and not priced.has_total:
        return ["No sum is printed: answer the questions on the price first."]
    return []
