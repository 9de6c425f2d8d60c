"""The sum of a price table: what is selected, before tax and with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sealedbid.content.models import LineItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """The tax of one rate, rounded once over everything that has this rate."""

    rate: Decimal
    tax_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums in the currency's minor unit; ``recurs``: they hold one period of what recurs."""

    net_minor: int
    taxes: tuple[Tax, ...]
    total_minor: int
    recurs: bool


def selected(lines: Sequence[LineItem]) -> list[LineItem]:
    """Return the lines that are added up; the others are rates and options."""
    return [line for line in lines if line.is_selected]


def totals_of(lines: Sequence[LineItem]) -> Totals:
    """Add up the selected lines. Half a minor unit of tax is rounded to the even one."""
    counted = selected(lines)
    net = sum(line.net_minor for line in counted)
    bases: dict[Decimal, Decimal] = {}
    for line in counted:
        if line.tax_rate:
            bases[line.tax_rate] = bases.get(line.tax_rate, Decimal(0)) + line.net_minor
    taxes = tuple(
        Tax(rate=rate, tax_minor=int((base * rate).quantize(Decimal(1))))
        for rate, base in sorted(bases.items())
    )
    return Totals(
        net_minor=net,
        taxes=taxes,
        total_minor=net + sum(tax.tax_minor for tax in taxes),
        recurs=any(line.billing_period != "once" for line in counted),
    )
