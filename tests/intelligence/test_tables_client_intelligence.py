"""Lessons about a client: its history is appended to, and never rewritten."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from psycopg import Connection
from psycopg.errors import CheckViolation
from psycopg.types.json import Jsonb

from tests.db.contexts import attempt, opened, refused, touched
from tests.db.documents import add, change, read, within
from tests.fixtures.people import World
from tests.fixtures.tiers import examples

pytest_plugins = ["tests.fixtures.contexts"]

DEALS = st.lists(st.fixed_dictionaries({"title": st.sampled_from("abc")}), max_size=4)
KEPT = "client_intelligence_history_stays"


def history(deals: list[Any]) -> list[Jsonb]:
    return [Jsonb(deal) for deal in deals]


def add_client(api: Connection[Any], *deals: Any, **values: Any) -> Any:
    return add(
        api,
        "client_intelligence",
        **{"client_name": "Halden Clinics", "deal_history": history(list(deals))} | values,
    )


def test_another_organization_neither_reads_nor_adds_to_a_history(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.b):
        theirs = add_client(api, {"title": "theirs"})
        client = add(api, "clients", name="Theirs")
    with opened(api, own_world.a, "owner"):
        assert touched(api, "select from public.client_intelligence") == 0
        longer = history([{"title": "theirs"}, {"title": "ours"}])
        assert change(api, "client_intelligence", theirs, deal_history=longer) == 0
        add_client(api)  # of the same name
        with attempt(api), refused("23503"):
            add_client(api, client_name="Another", client_id=client)
    with opened(api, own_world.b):
        assert len(read(api, "client_intelligence", theirs, "deal_history")) == 1


@settings(max_examples=examples(0.75), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=DEALS, new=DEALS)
@example(old=[{"title": "a"}, {"title": "b"}], new=[{"title": "b"}, {"title": "a"}])
@example(old=[{"title": "a"}, {"title": "b"}], new=[{"title": "a"}])
@example(old=[{"title": "a"}, {"title": "b"}], new=[{"title": "b"}])
@example(old=[{"title": "a"}], new=[{"title": "c"}, {"title": "a"}])
@example(old=[{"title": "a"}], new=[])
@example(old=[{"title": "a"}], new=[{"title": "a"}, {"title": "a"}])
def test_a_history_may_become_what_begins_with_it_and_nothing_else(
    api: Connection[Any], stocked: World, old: list[Any], new: list[Any]
) -> None:
    with opened(api, stocked.a, "owner"):
        row = add_client(api, *old)
        if new[: len(old)] == old:
            assert change(api, "client_intelligence", row, deal_history=history(new)) == 1
            assert read(api, "client_intelligence", row, "deal_history") == new
        else:
            with attempt(api), pytest.raises(CheckViolation) as caught:
                change(api, "client_intelligence", row, deal_history=history(new))
            assert caught.value.diag.constraint_name == KEPT


@pytest.mark.parametrize(
    "edit",
    [
        "deal_history[1] = '{}'",
        "deal_history[0] = '{}'",
        "deal_history[2:3] = array['{}', '{}']::jsonb[]",
        "deal_history = array_remove(deal_history, deal_history[1])",
        "deal_history = array_prepend('{}', deal_history)",
        "deal_history = deal_history || null::jsonb",
        "deal_history = array[deal_history, deal_history]",
        "deal_history = default",
        "deal_history = null",
    ],
)
def test_no_way_of_writing_an_array_rewrites_a_history(
    api: Connection[Any], stocked: World, edit: str
) -> None:
    with opened(api, stocked.a, "owner"):
        add_client(api, {"title": "a"}, {"title": "b"})
        update = f"update public.client_intelligence set {edit}"
        assert touched(api, update) in ("23514", "23502", "2202E")


def test_the_rest_of_a_row_changes_as_people_like(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        row = add_client(api, {"title": "a"})
        assert change(api, "client_intelligence", row, psychographics={"risks_noted": []}) == 1
        api.execute(
            "update public.client_intelligence set deal_history = deal_history || %s::jsonb",
            (Jsonb({"title": "b"}),),
        )
        kept = read(api, "client_intelligence", row, "deal_history")
        assert kept == [{"title": "a"}, {"title": "b"}]


def test_a_history_that_counts_from_elsewhere_is_refused_or_can_be_added_to(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        try:
            with api.transaction():
                row = add_client(api, deal_history='[0:0]={"{}"}')
        except CheckViolation:
            return
        assert change(api, "client_intelligence", row, psychographics={}) == 1
