"""A client's link to a contract shows the contract, in the states that the client may see."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.db.contexts import REFUSED, attempt, opened, read_all
from tests.db.documents import (
    add,
    add_link,
    add_proposal,
    add_version,
    as_guest,
    move,
    within,
)
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

CONTRACT = {"client_name": "Halden Clinics", "title": "Care of the website"}


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def shared(api: Connection[Any], own_world: World) -> tuple[UUID, bytes]:
    """A draft of A and a link to it; beside it a sent contract, in A and in B."""
    for organization in (own_world.b, own_world.a):
        with within(api, organization):
            other = add(api, "contracts", **CONTRACT)
            add_link(api, contract_id=other)
            move(api, "contracts", other, "sent")
    with within(api, own_world.a):
        contract = add(api, "contracts", **CONTRACT)
        return contract, add_link(api, contract_id=contract)[1]


def seen(api: Connection[Any], world: World, proof: bytes) -> list[UUID]:
    """The contracts that the guest sees."""
    with as_guest(api, world.a, proof):
        return [row[0] for row in api.execute("select id from public.contracts").fetchall()]


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ([], False),
        (["sent"], True),
        (["sent", "draft"], False),
        (["sent", "draft", "sent"], True),
        (["sent", "void"], False),
        (["void"], False),
        (["sent", "signed"], True),
        (["sent", "signed", "active"], True),
        (["sent", "signed", "active", "ended"], True),
    ],
    ids=lambda value: " ".join(value) or "draft" if isinstance(value, list) else "",
)
def test_a_contract_is_shown_while_it_is_sent_or_more(
    api: Connection[Any],
    own_world: World,
    shared: tuple[UUID, bytes],
    states: list[str],
    shown: bool,
) -> None:
    contract, proof = shared
    with within(api, own_world.a):
        move(api, "contracts", contract, *states)
    assert seen(api, own_world, proof) == ([contract] if shown else [])


def test_a_contract_that_is_taken_back_is_gone_for_a_guest_who_is_there(
    api: Connection[Any], worker: Connection[Any], own_world: World, shared: tuple[UUID, bytes]
) -> None:
    contract, proof = shared
    with within(api, own_world.a):
        move(api, "contracts", contract, "sent")
    with as_guest(worker, own_world.a, proof):
        assert read_all(worker, "public.contracts") == 1
        with within(api, own_world.a):
            move(api, "contracts", contract, "draft")
        assert read_all(worker, "public.contracts") == 0


def test_a_guest_of_a_contract_sees_no_version_and_no_other_row(
    api: Connection[Any],
    own_world: World,
    shared: tuple[UUID, bytes],
    public_tables: list[str],
) -> None:
    contract, proof = shared
    with within(api, own_world.a):
        add_version(api, add_proposal(api))
        move(api, "contracts", contract, "sent")
    with as_guest(api, own_world.a, proof):
        rows = {table: read_all(api, table) for table in public_tables}
        del rows["public.system_settings"]  # those that say so are for everybody
        assert {table for table, count in rows.items() if count not in (0, REFUSED)} == {
            "public.contracts",
            "public.share_links",
        }


def test_a_link_shows_one_document(api: Connection[Any], own_world: World) -> None:
    with opened(api, own_world.a):
        proposal = add_proposal(api)
        add_version(api, proposal)
        contract = add(api, "contracts", **CONTRACT)
        shown: list[dict[str, Any]] = [
            {},
            {"proposal_id": proposal, "version": 1, "contract_id": contract},
        ]
        for values in shown:
            with attempt(api), pytest.raises(CheckViolation) as caught:
                add_link(api, **values)
            assert caught.value.diag.constraint_name == "share_links_show_one_document"
        with attempt(api), pytest.raises(CheckViolation) as caught:
            add_link(api, proposal_id=proposal)
        assert caught.value.diag.constraint_name == "share_links_name_the_version"
