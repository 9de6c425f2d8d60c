"""The total of a proposal is always the sum of its line items, and no statement writes it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.db.contexts import REFUSED, attempt, opened, refused
from tests.db.documents import add_item, add_proposal, change, read, within
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tiers import examples

pytest_plugins = ["tests.fixtures.contexts"]

GENERATED = "428C9"
AMOUNTS = st.fixed_dictionaries(
    {
        "quantity": st.decimals("0.01", 1000, places=2),
        "unit_price_minor": st.integers(0, 10**8),
        "discount": st.decimals(0, 1, places=4),
    }
)


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def draft(api: Connection[Any], stocked: World) -> Iterator[UUID]:
    """A proposal of A, in a transaction of a member."""
    with opened(api, stocked.a):
        yield add_proposal(api)


def net(quantity: Decimal, unit_price_minor: int, discount: Decimal) -> int:
    """The specification: rounded half away from zero, which is up, since nothing is below it."""
    return int((quantity * unit_price_minor * (1 - discount)).quantize(Decimal(1), ROUND_HALF_UP))


def total(api: Connection[Any], proposal: UUID) -> int:
    return int(read(api, "proposals", proposal, "total_minor"))


def test_items_of_another_organization_do_not_count(api: Connection[Any], own_world: World) -> None:
    with within(api, own_world.b):
        theirs = add_proposal(api)
        add_item(api, theirs)
    with within(api, own_world.a):
        # the same id, in the other organization
        ours = add_proposal(api, id=theirs)
        add_item(api, ours, unit_price_minor=7)
        assert total(api, ours) == 7
    with opened(api, own_world.a):
        with attempt(api), refused(REFUSED):
            api.execute(
                "insert into public.proposal_line_items"
                " (org_id, proposal_id, label, unit_price_minor, position)"
                " values (%s, %s, 'x', 1, 2)",
                (own_world.b.id, theirs),
            )
        assert api.execute("delete from public.proposal_line_items").rowcount == 1
        assert total(api, ours) == 0
    with opened(api, own_world.b):
        assert total(api, theirs) == 100


def test_the_total_follows_whatever_happens_to_an_item(api: Connection[Any], draft: UUID) -> None:
    assert total(api, draft) == 0
    add_item(api, draft, 1, unit_price_minor=1000, quantity=3)
    extra = add_item(api, draft, 2, unit_price_minor=500, is_optional=True)
    assert total(api, draft) == 3500
    change(api, "proposal_line_items", extra, is_selected=False)
    assert total(api, draft) == 3000
    change(api, "proposal_line_items", extra, is_selected=True, quantity=Decimal("1.5"))
    assert total(api, draft) == 3750
    change(api, "proposal_line_items", extra, discount=Decimal("0.1"))
    assert total(api, draft) == 3675
    change(api, "proposal_line_items", extra, unit_price_minor=0)
    assert total(api, draft) == 3000
    change(api, "proposal_line_items", extra, tax_rate=Decimal("0.19"), billing_period="monthly")
    assert total(api, draft) == 3000  # before tax, one period
    api.execute("delete from public.proposal_line_items where quantity = 3")
    assert total(api, draft) == 0


def test_an_item_is_worth_nothing_to_another_proposal(api: Connection[Any], draft: UUID) -> None:
    item = add_item(api, draft)
    other = add_proposal(api)
    with attempt(api), pytest.raises(CheckViolation) as caught:
        change(api, "proposal_line_items", item, proposal_id=other)
    assert caught.value.diag.constraint_name == "proposal_line_items_stay"
    assert (total(api, draft), total(api, other)) == (100, 0)


def test_only_what_is_optional_is_left_out(api: Connection[Any], draft: UUID) -> None:
    with attempt(api), pytest.raises(CheckViolation) as caught:
        add_item(api, draft, is_selected=False)
    assert caught.value.diag.constraint_name == "proposal_line_items_selected_unless_optional"


def test_nobody_writes_a_net_by_hand(api: Connection[Any], draft: UUID) -> None:
    item = add_item(api, draft)
    with attempt(api), refused(GENERATED):
        change(api, "proposal_line_items", item, net_minor=1)
    with attempt(api), refused(GENERATED):
        add_item(api, draft, 2, net_minor=1)


@pytest.mark.parametrize(
    ("price", "discount", "rounded"), [(5, "0.9", 1), (25, "0.9", 3), (15, "0.97", 0), (1, "1", 0)]
)
def test_a_half_goes_away_from_zero(
    api: Connection[Any], draft: UUID, price: int, discount: str, rounded: int
) -> None:
    add_item(api, draft, unit_price_minor=price, discount=Decimal(discount))
    assert total(api, draft) == rounded


@settings(max_examples=examples(0.3), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(st.tuples(AMOUNTS, st.booleans()), max_size=5), then=AMOUNTS)
def test_the_total_is_the_sum_of_the_rounded_nets(
    api: Connection[Any], draft: UUID, items: list[tuple[Any, bool]], then: Any
) -> None:
    with attempt(api):
        rows = [
            add_item(api, draft, place, **amounts, is_optional=True, is_selected=selected)
            for place, (amounts, selected) in enumerate(items)
        ]
        nets = [net(**amounts) if selected else 0 for amounts, selected in items]
        assert total(api, draft) == sum(nets)
        for row in rows[:1]:
            change(api, "proposal_line_items", row, **then, is_selected=True)
            assert total(api, draft) == net(**then) + sum(nets[1:])
        for row in rows[1:2]:
            api.execute("delete from public.proposal_line_items where id = %s", (row,))
            assert total(api, draft) == net(**then) + sum(nets[2:])


def test_two_who_add_at_once_are_both_counted(
    api: Connection[Any], installation: Installation, own_world: World
) -> None:
    with within(api, own_world.a):
        proposal = add_proposal(api)
    started = threading.Event()

    def second() -> None:
        with installation.connect("sb_api") as other, within(other, own_world.a, "admin"):
            started.set()
            add_item(other, proposal, 2, unit_price_minor=7)  # waits for the first

    adding = threading.Thread(target=second)
    with within(api, own_world.a):
        add_item(api, proposal, 1)
        adding.start()
        started.wait(10)
        adding.join(0.5)
        assert adding.is_alive()
    adding.join()
    with opened(api, own_world.a):
        assert total(api, proposal) == 107
