"""The prices of a proposal as Markdown: what is counted, its sum, and the rates."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.content.models import LineItem
from sealedbid.content.totals import selected, totals_of
from sealedbid.intelligence.export.amounts import money, number
from sealedbid.intelligence.export.escaping import plain
from sealedbid.intelligence.presenting import Presented

PERIODS = {"once": "", "monthly": " a month", "yearly": " a year"}


def price_table(shown: Presented) -> Iterator[str]:
    """Yield the paragraphs and tables of the prices."""
    counted = selected(shown.lines)
    rates = [line for line in shown.lines if not line.is_selected]
    if counted:
        rows = ["| | Quantity | Unit price | Amount |", "|---|---:|---:|---:|"]
        rows += [_counted(line, shown) for line in counted]
        yield "\n".join([*rows, *_totals(shown)])
    if rates:
        yield "Rates, for what is counted as it is worked:"
        rows = ["| | Rate |", "|---|---:|"]
        rows += [_rate(line, shown) for line in rates]
        yield "\n".join(rows)
    if not shown.lines:
        yield "*Nothing of the catalogue fits; prices follow.*"


def _counted(line: LineItem, shown: Presented) -> str:
    return (
        f"| {plain(line.label)} | {number(line.quantity, shown)} {plain(line.unit)} "
        f"| {money(line.unit_price_minor, shown)} "
        f"| {money(line.net_minor, shown)}{PERIODS[line.billing_period]} |"
    )


def _rate(line: LineItem, shown: Presented) -> str:
    return f"| {plain(line.label)} | {money(line.unit_price_minor, shown)} per {plain(line.unit)} |"


def _totals(shown: Presented) -> Iterator[str]:
    totals = totals_of(shown.lines)
    name = "Total, one period of what recurs" if totals.recurs else "Total"
    if totals.taxes:
        yield f"| Before tax | | | {money(totals.net_minor, shown)} |"
    for tax in totals.taxes:
        rate = number(tax.rate * 100, shown)
        yield f"| Tax, {rate} % | | | {money(tax.tax_minor, shown)} |"
    yield f"| **{name}** | | | **{money(totals.total_minor, shown)}** |"
