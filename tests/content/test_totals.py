"""Sums of a price table: only what is selected, and tax once a rate."""

from __future__ import annotations

import uuid
from decimal import Decimal

from sealedbid.content.models import BillingPeriod, LineItem
from sealedbid.content.totals import Tax, totals_of


def line(
    net: int, tax: str = "0", *, selected: bool = True, period: BillingPeriod = "once"
) -> LineItem:
    return LineItem(
        id=uuid.uuid4(),
        service_id=None,
        label="A line",
        description="",
        option_group=None,
        is_optional=not selected,
        is_selected=selected,
        quantity=Decimal(1),
        unit="page",
        unit_price_minor=net,
        discount=Decimal(0),
        tax_rate=Decimal(tax),
        billing_period=period,
        net_minor=net,
        position=1,
    )


def test_nothing_adds_up_to_nothing() -> None:
    totals = totals_of([line(500, "0.21", selected=False)])
    assert (totals.net_minor, totals.taxes, totals.total_minor) == (0, (), 0)


def test_tax_is_rounded_once_for_each_rate_and_not_for_each_line() -> None:
    totals = totals_of([line(2, "0.21"), line(1, "0.21"), line(50, "0.09"), line(7)])
    assert totals.taxes == (
        Tax(rate=Decimal("0.09"), tax_minor=4),  # 4.5, to the even one
        Tax(rate=Decimal("0.21"), tax_minor=1),  # 0.63; line by line it would be 0
    )
    assert (totals.net_minor, totals.total_minor) == (60, 65)


def test_what_recurs_is_said_and_what_is_not_selected_does_not_count() -> None:
    assert totals_of([line(1), line(1, period="yearly")]).recurs
    assert not totals_of([line(1), line(1, period="yearly", selected=False)]).recurs
