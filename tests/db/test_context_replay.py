"""A context is valid in the transaction and the backend that opened it, once, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from tests.db.contexts import (
    FORGED,
    OPEN,
    attempt,
    clients_seen,
    context_of,
    opened,
    put_context,
    refused,
    scalar,
)
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

ALREADY_OPEN = "25001"


@pytest.mark.parametrize("local", [True, False])
def test_a_context_is_refused_in_the_next_transaction_of_the_backend(
    api: Connection[Any], stocked: World, local: bool
) -> None:
    with opened(api, stocked.a) as connection:
        good = context_of(connection)
    with api.transaction():
        put_context(api, good, local=local)
        with attempt(api), refused(FORGED):
            clients_seen(api)


def test_a_context_left_in_the_session_opens_nothing_and_hinders_nobody(
    api: Connection[Any], stocked: World
) -> None:
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.owner.proof, stocked.a.id)
        put_context(api, context_of(api), local=False)
        assert clients_seen(api) == [stocked.a.name]
    with refused(FORGED):
        clients_seen(api)
    with opened(api, stocked.b):
        assert clients_seen(api) == [stocked.b.name]


def test_another_backend_refuses_it_at_once(
    installation: Installation, api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.b) as connection, installation.connect("sb_api") as other:
        good = context_of(connection)
        with other.transaction():
            put_context(other, good)
            with attempt(other), refused(FORGED):
                clients_seen(other)
        with opened(other, stocked.a):
            put_context(other, good)
            with attempt(other), refused(FORGED):
                clients_seen(other)
        assert clients_seen(connection) == [stocked.b.name]


def test_opening_twice_is_refused(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        for organization in (stocked.a, stocked.b):
            with attempt(api), refused(ALREADY_OPEN):
                scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        with attempt(api), refused(ALREADY_OPEN):
            scalar(api, "select seal.open_person(%s)", stocked.b.owner.proof)
        assert clients_seen(api) == [stocked.a.name]


def test_a_person_between_organizations_does_not_enter_one_in_the_same_transaction(
    api: Connection[Any], stocked: World
) -> None:
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", stocked.a.owner.proof)
        with attempt(api), refused(ALREADY_OPEN):
            scalar(api, OPEN, "session", stocked.a.owner.proof, stocked.a.id)


def test_a_rollback_to_a_savepoint_brings_the_earlier_context_back(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        good = context_of(api)
        with attempt(api):
            put_context(api, "")
            assert clients_seen(api) == []
        assert context_of(api) == good
        assert clients_seen(api) == [stocked.a.name]
        with attempt(api), refused(ALREADY_OPEN):
            scalar(api, OPEN, "session", stocked.b.owner.proof, stocked.b.id)
        assert clients_seen(api) == [stocked.a.name]


def test_a_rollback_to_before_the_opening_closes_the_context(
    api: Connection[Any], stocked: World
) -> None:
    with api.transaction():
        with opened(api, stocked.a):
            assert clients_seen(api) == [stocked.a.name]
        assert clients_seen(api) == []
        with opened(api, stocked.b):
            assert clients_seen(api) == [stocked.b.name]


def test_what_was_written_by_hand_does_not_hinder_an_opening(
    api: Connection[Any], stocked: World
) -> None:
    with api.transaction():
        put_context(api, f"session..{stocked.b.id}.4..99999999999.1." + "0" * 64)
        with opened(api, stocked.a):
            assert clients_seen(api) == [stocked.a.name]
