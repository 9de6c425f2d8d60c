"""What an organisation used: appended by a function, for the organisation of the context."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from tests.db.contexts import FORGED, OPEN, REFUSED, Work, opened, refused, scalar, touched
from tests.db.documents import add_link, add_proposal, add_version, as_guest, at_work, within
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

RECORD = "select system.record_usage('draft', 1, 1200, 340)"
READ = "select org_id, kind, quantity, tokens, cost_micros, job_id from public.usage_events"


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Nothing of the product's statements is run here."""


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
def test_without_a_context_nothing_is_recorded(installation: Installation, login: Any) -> None:
    with installation.connect(login) as connection, refused(FORGED):
        connection.execute(RECORD)


def test_a_person_between_organisations_records_nothing(
    api: Connection[Any], stocked: World
) -> None:
    with refused(FORGED), api.transaction():
        scalar(api, "select seal.open_person(%s)", stocked.a.owner.proof)
        api.execute(RECORD)


def test_a_guest_records_nothing(api: Connection[Any], own_world: World) -> None:
    with within(api, own_world.a):
        proposal = add_proposal(api)
        add_version(api, proposal)
        _, proof = add_link(api, proposal_id=proposal, version=1)
    with as_guest(api, own_world.a, proof), refused(FORGED):
        api.execute(RECORD)


@pytest.mark.parametrize("login", ["sb_auth", "sb_dispatch"])
def test_who_is_no_tenant_records_nothing(installation: Installation, login: Any) -> None:
    with installation.connect(login) as connection, refused(REFUSED):
        connection.execute(RECORD)


@pytest.mark.parametrize("role", ["viewer", "member", "admin", "owner"])
def test_what_a_person_uses_is_their_organisations_and_admins_read_it(
    api: Connection[Any], own_world: World, role: str
) -> None:
    with within(api, own_world.b):
        api.execute("select system.record_usage('theirs')")
    with within(api, own_world.a, role):
        api.execute(RECORD)
    for reader in ("viewer", "member", "admin", "owner"):
        with opened(api, own_world.a, reader):
            rows = api.execute(READ).fetchall()
        reads = reader in ("admin", "owner")
        assert rows == ([(own_world.a.id, "draft", 1, 1200, 340, None)] if reads else [])


def test_what_a_job_uses_names_the_job(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    work.lease(own_world.b)
    lease = work.lease(own_world.a, "admin")
    with at_work(worker, lease):
        worker.execute(RECORD)
        row = worker.execute(READ).fetchall()
        first = scalar(
            worker,
            "select period = date_trunc('month', now() at time zone 'UTC')"
            " from public.usage_events",
        )
    assert row == [(own_world.a.id, "draft", 1, 1200, 340, lease.job_id)]
    assert first is True


@pytest.mark.parametrize(
    "call", ["'draft', -1", "'draft', 1, -1", "'draft', 1, 0, -1", "'Draft; drop'", "'draft', null"]
)
def test_what_nobody_can_have_used_is_not_recorded(
    api: Connection[Any], stocked: World, call: str
) -> None:
    with opened(api, stocked.a), refused("23514", "23502"):
        scalar(api, f"select system.record_usage({call})")


def test_no_tenant_writes_what_was_used_by_hand(api: Connection[Any], own_world: World) -> None:
    with within(api, own_world.a, "owner"):
        api.execute(RECORD)
    with api.transaction(force_rollback=True):
        scalar(api, OPEN, "session", own_world.a.owner.proof, own_world.a.id)
        insert = "insert into public.usage_events (org_id, kind) values (%s, 'draft')"
        assert touched(api, insert, own_world.a.id) == REFUSED
        assert touched(api, "update public.usage_events set quantity = 0") == REFUSED
        assert touched(api, "delete from public.usage_events") == REFUSED
