"""The states of a contract: a sent one is not edited, and a signed one is not taken back."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation
from psycopg.types.json import Jsonb

from tests.db.contexts import REFUSED, attempt, opened, refused, scalar, touched
from tests.db.documents import add, add_proposal, change, move, read, within
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

# The specification: the next states of each state.
MOVES: dict[str, set[str]] = {
    "draft": {"sent", "void"},
    "sent": {"draft", "signed", "void"},
    "signed": {"active", "ended"},
    "active": {"ended"},
    "ended": set(),
    "void": set(),
}
# The states from a draft to each state.
WAYS: dict[str, list[str]] = {
    "draft": [],
    "sent": ["sent"],
    "signed": ["sent", "signed"],
    "active": ["sent", "signed", "active"],
    "ended": ["sent", "signed", "ended"],
    "void": ["void"],
}
CONTRACT = {"client_name": "Halden Clinics", "title": "Care of the website"}


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def test_the_states_are_those_of_the_specification(api: Connection[Any], stocked: World) -> None:
    known = scalar(
        api,
        "select pg_get_constraintdef(oid) from pg_constraint"
        " where conname = 'contracts_status_known'",
    )
    assert set(known.split("'")[1::2]) == set(MOVES)


def test_another_organizations_contract_does_not_move(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.b):
        theirs = add(api, "contracts", **CONTRACT)
        client = add(api, "clients", name="Theirs")
        proposal = add_proposal(api, client_id=client)
    with opened(api, own_world.a, "owner"):
        assert change(api, "contracts", theirs, status="sent") == 0
        assert touched(api, "select from public.contracts") == 0
        for reference in ({"client_id": client}, {"proposal_id": proposal}):
            with attempt(api), refused("23503"):
                add(api, "contracts", **CONTRACT, **reference)


@pytest.mark.parametrize(("old", "new"), list(product(MOVES, MOVES)))
def test_a_contract_moves_along_the_lines_only(
    api: Connection[Any], stocked: World, old: str, new: str
) -> None:
    with opened(api, stocked.a):
        contract = add(api, "contracts", **CONTRACT)
        move(api, "contracts", contract, *WAYS[old])
        if new in MOVES[old] or new == old:
            move(api, "contracts", contract, new)
        else:
            with attempt(api), pytest.raises(CheckViolation) as caught:
                change(api, "contracts", contract, status=new)
            assert caught.value.diag.constraint_name == "contracts_status_moves_along"
        stays = new not in MOVES[old]
        assert read(api, "contracts", contract, "status") == (old if stays else new)


@pytest.mark.parametrize("state", sorted(set(MOVES) - {"draft"}))
def test_a_contract_begins_as_a_draft(api: Connection[Any], stocked: World, state: str) -> None:
    with opened(api, stocked.a), pytest.raises(CheckViolation) as caught:
        add(api, "contracts", **CONTRACT, status=state)
    assert caught.value.diag.constraint_name == "contracts_begin_as_drafts"


def test_the_day_of_signing_is_kept_and_nobody_writes_it(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.a):
        contract = add(api, "contracts", **CONTRACT)
        move(api, "contracts", contract, "sent")
        assert read(api, "contracts", contract, "signed_at") is None
    with within(api, own_world.a):
        move(api, "contracts", contract, "signed")
        signed = read(api, "contracts", contract, "signed_at")
        assert signed == scalar(api, "select now()")
    with within(api, own_world.a, "owner"):
        move(api, "contracts", contract, "active", "ended")
        assert read(api, "contracts", contract, "signed_at") == signed
        with attempt(api), refused(REFUSED):
            change(api, "contracts", contract, signed_at="2001-01-01")
        with attempt(api), refused(REFUSED):
            add(api, "contracts", **CONTRACT, signed_at="2001-01-01")


@pytest.mark.parametrize("state", sorted(set(MOVES) - {"draft"}))
def test_what_is_no_draft_is_not_edited(api: Connection[Any], stocked: World, state: str) -> None:
    with opened(api, stocked.a, "owner"):
        client = add(api, "clients", name="Somebody else")
        edits: dict[str, Any] = {
            "client_name": "Another",
            "title": "Another",
            "scope": "Another",
            "terms": Jsonb([{"heading": "Another", "body": ""}]),
            "client_id": client,
            "proposal_id": add_proposal(api, client_id=client),
            "effective_on": "2030-01-01",
            "ends_on": "2031-01-01",
        }
        contract = add(api, "contracts", **CONTRACT)
        assert change(api, "contracts", contract, **edits) == 1
        contract = add(api, "contracts", **CONTRACT)
        move(api, "contracts", contract, *WAYS[state])
        for column, value in edits.items():
            with attempt(api), pytest.raises(CheckViolation) as caught:
                change(api, "contracts", contract, **{column: value})
            assert caught.value.diag.constraint_name == "contracts_sent_stay"


def test_nothing_is_edited_on_the_way_back_to_a_draft_nor_on_the_way_out(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        contract = add(api, "contracts", **CONTRACT)
        move(api, "contracts", contract, "sent")
        with attempt(api), refused("23514"):
            change(api, "contracts", contract, status="draft", title="Another")
        move(api, "contracts", contract, "draft")
        # the client gets the last edit, made while sending
        assert change(api, "contracts", contract, status="sent", title="Another") == 1
        assert read(api, "contracts", contract, "status", "title") == ("sent", "Another")
