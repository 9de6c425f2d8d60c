"""The price tables of a proposal: what is counted with its sum, and what is quoted as a rate."""

from __future__ import annotations

import re
from decimal import Decimal

from sealedbid.content.documents import Table
from sealedbid.content.models import LineItem
from sealedbid.content.totals import selected, totals_of
from sealedbid.intelligence.export.amounts import money, number, percent
from sealedbid.intelligence.presenting import Presented

_TAKES_E = re.compile(r"(?:tag|monat|jahr)$", re.IGNORECASE)

PERIODS = {"once": "", "monthly": " a month", "yearly": " a year"}


def counted(shown: Presented) -> Table | None:
    """The lines that are added up, with the sum before tax, each tax, and the total."""
    lines = selected(shown.lines)
    if not lines:
        return None
    return _by_labor(shown, lines) if shown.document.persons else _by_item(shown, lines)


def rates(shown: Presented) -> list[tuple[str, Table]]:
    """The lines that are not added up, under their headings: what recurs, and what is open."""
    others = [line for line in shown.lines if not line.is_selected]
    recurs = [line for line in others if line.billing_period != "once"]
    once = [line for line in others if line.billing_period == "once"]
    found = []
    if once:
        found.append(("Rates; quantities to be confirmed", _rates(shown, once)))
    if recurs:
        found.append(("Quoted separately", _rates(shown, recurs)))
    return found


def total_row(shown: Presented) -> tuple[str, str] | None:
    """The total with its label, for the cover; None without one."""
    if not selected(shown.lines):
        return None
    label = f"{_label(shown)}, with tax" if totals_of(shown.lines).taxes else _label(shown)
    return label, money(totals_of(shown.lines).total_minor, shown)


def unit_of(line: LineItem) -> str:
    """The unit, in the plural where there is not one; a capital begins a German noun."""
    unit = line.unit
    if line.quantity == 1 or not unit.isascii() or unit.endswith("s"):
        return unit
    if unit[:1].isupper():
        ending = "n" if unit.endswith("e") else "e" if _TAKES_E.search(unit) else ""
        return f"{unit}{ending}"
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2:-1] not in "aeiou" else f"{unit}s"


def _by_item(shown: Presented, lines: list[LineItem]) -> Table:
    rows = [
        [
            line.label,
            f"{number(line.quantity, shown)} {unit_of(line)}",
            money(line.unit_price_minor, shown),
            f"{money(line.net_minor, shown)}{PERIODS[line.billing_period]}",
        ]
        for line in lines
    ]
    sums = [[label, "", "", amount] for label, amount in _sums(shown)]
    return Table(
        head=["Item", "Quantity", "Price", "Amount"],
        sides=["left", "right", "right", "right"],
        rows=rows + sums,
        sums=len(sums),
    )


def _by_labor(shown: Presented, lines: list[LineItem]) -> Table:
    """Hours by labor category, their sum, and what is offered beside them."""
    persons = shown.document.persons
    labor = [line for line in lines if line.label in persons]
    others = [line for line in lines if line.label not in persons]
    rows = [
        [
            line.label,
            str(persons[line.label]),
            number(line.quantity, shown),
            money(line.unit_price_minor, shown),
            money(line.net_minor, shown),
        ]
        for line in labor
    ]
    if others:
        hours = sum((line.quantity for line in labor), start=Decimal(0))
        people = str(sum(persons[line.label] for line in labor))
        amount = money(sum(line.net_minor for line in labor), shown)
        rows.append(["Labor", people, number(hours, shown), "", amount])
        rows += [[line.label, "", "", "", money(line.net_minor, shown)] for line in others]
    sums = [[label, "", "", "", amount] for label, amount in _sums(shown)]
    return Table(
        head=["Labor category", "Persons", "Hours", "Rate", "Amount"],
        sides=["left", "right", "right", "right", "right"],
        rows=rows + sums,
        sums=len(sums),
    )


def _sums(shown: Presented) -> list[tuple[str, str]]:
    totals = totals_of(shown.lines)
    found = []
    if totals.taxes:
        found.append(("Before tax", money(totals.net_minor, shown)))
    found += [
        (f"Tax, {percent(tax.rate, shown)}", money(tax.tax_minor, shown)) for tax in totals.taxes
    ]
    return [*found, (_label(shown), money(totals.total_minor, shown))]


def _label(shown: Presented) -> str:
    if totals_of(shown.lines).recurs:
        return "Total, one period of what recurs"
    return "Total, not to exceed" if shown.document.persons else "Total"


def _rates(shown: Presented, lines: list[LineItem]) -> Table:
    rows = [
        [line.label, f"{money(line.unit_price_minor, shown)} per {line.unit}"] for line in lines
    ]
    return Table(head=["Service", "Rate"], sides=["left", "right"], rows=rows)
