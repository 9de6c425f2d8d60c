"""A context that ends in mid-transaction is an error, and never "no rows"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, LiteralString

import pytest
from psycopg import Connection

from tests.db.contexts import FORGED, OPEN, Work, attempt, clients_seen, refused, scalar
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

# to the second after: the context has whole seconds
UNTIL_IT_ENDS = "select pg_sleep(extract(epoch from %s - clock_timestamp()) + 1.01)"
STATEMENTS: list[LiteralString] = [
    "select name from public.clients",
    "select count(*) from public.jobs",
    "update public.clients set notes = 'late'",
    "delete from public.clients",
    "insert into public.clients (org_id, name) values (gen_random_uuid(), 'late')",
    "select seal.org()",
    "select seal.rank()",
    "select seal.kind()",
    "select system.record_event('late', null, null)",
]


def test_a_session_that_expires_in_mid_transaction_raises(
    installation: Installation, people: People, api: Connection[Any], stocked: World
) -> None:
    owner = stocked.a.owner
    with installation.as_owner() as installer, api.transaction():
        brief = people.sign_in(installer, owner.id, owner.email, lasts="0.5 seconds")
        ends = scalar(installer, "select clock_timestamp() + interval '0.5 seconds'")
        scalar(api, OPEN, "session", brief.proof, stocked.a.id)
        assert clients_seen(api) == [stocked.a.name]
        api.execute(UNTIL_IT_ENDS, (ends,))
        for statement in STATEMENTS:
            with attempt(api), refused(FORGED):
                api.execute(statement)


@pytest.mark.full
def test_a_lease_that_expires_in_mid_transaction_raises(
    worker: Connection[Any], work: Work, stocked: World
) -> None:
    lease = work.lease(stocked.a, lasts="0.5 seconds")
    with worker.transaction():
        ends = scalar(worker, "select clock_timestamp() + interval '0.5 seconds'")
        scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)
        assert clients_seen(worker) == [stocked.a.name]
        worker.execute(UNTIL_IT_ENDS, (ends,))
        for statement in STATEMENTS:
            with attempt(worker), refused(FORGED):
                worker.execute(statement)
        with attempt(worker), refused(FORGED):
            worker.execute("select queue.finish(%s, '{}')", (lease.token,))


@pytest.fixture(scope="module")
def elsewhere(make_database: Callable[..., Installation]) -> Installation:
    """A database whose keys may change."""
    return make_database()


@pytest.fixture(scope="module")
def tenant(elsewhere: Installation) -> World:
    return People(elsewhere).world()


@pytest.fixture
def request_(elsewhere: Installation) -> Iterator[Connection[Any]]:
    with elsewhere.connect("sb_api") as connection:
        yield connection


def test_an_open_transaction_outlives_a_new_key_for_the_grace(
    elsewhere: Installation, tenant: World, request_: Connection[Any]
) -> None:
    with elsewhere.as_owner() as owner, request_.transaction():
        scalar(request_, OPEN, "session", tenant.a.owner.proof, tenant.a.id)
        version = scalar(owner, "select seal_private.rotate_context_key()")
        assert scalar(request_, "select seal.org()") == tenant.a.id
        with elsewhere.connect("sb_api") as other, other.transaction():
            scalar(other, OPEN, "session", tenant.a.owner.proof, tenant.a.id)
            opened_with = scalar(
                other, "select split_part(current_setting('seal.context'), '.', 7)::int"
            )
        assert opened_with == version
        assert scalar(request_, "select seal.org()") == tenant.a.id


def test_an_open_transaction_ends_with_a_key_without_grace(
    elsewhere: Installation, tenant: World, request_: Connection[Any]
) -> None:
    with elsewhere.as_owner() as owner, request_.transaction():
        scalar(request_, OPEN, "session", tenant.a.owner.proof, tenant.a.id)
        owner.execute("select seal_private.rotate_context_key('0')")
        for statement in STATEMENTS:
            with attempt(request_), refused(FORGED):
                request_.execute(statement)
    with request_.transaction():
        scalar(request_, OPEN, "session", tenant.a.owner.proof, tenant.a.id)
        assert scalar(request_, "select seal.org()") == tenant.a.id


def test_an_ended_transaction_is_not_opened_again(
    elsewhere: Installation, tenant: World, request_: Connection[Any]
) -> None:
    """The context's key is still there when a further key without grace follows."""
    with elsewhere.as_owner() as owner, request_.transaction():
        scalar(request_, OPEN, "session", tenant.a.owner.proof, tenant.a.id)
        owner.execute("select seal_private.rotate_context_key('0')")
        with attempt(request_), refused(FORGED):
            request_.execute("select seal.org()")
        with attempt(request_), refused("25001"):
            scalar(request_, OPEN, "session", tenant.b.owner.proof, tenant.b.id)


def test_a_key_is_no_longer_there_after_its_grace(
    elsewhere: Installation, tenant: World, request_: Connection[Any]
) -> None:
    with elsewhere.as_owner() as owner:
        owner.execute("select seal_private.rotate_context_key('0')")
        owner.execute("select seal_private.rotate_context_key('1 hour')")
        with elsewhere.as_superuser() as behind:
            left = scalar(
                behind, "select count(*) from seal_private.keys where purpose = 'context'"
            )
    assert left == 2


@pytest.mark.parametrize("login", ["sb_api", "sb_worker", "sb_auth", "sb_dispatch"])
def test_no_login_changes_keys(elsewhere: Installation, login: Any) -> None:
    with elsewhere.connect(login) as connection:
        for statement in (
            "select seal_private.rotate_context_key()",
            "select seal_private.store_key('context', sha256('known'), '0')",
            "delete from seal_private.keys",
        ):
            with refused("42501"):
                connection.execute(statement)
