"""Usage of an organization is counted by the functions that cause it, and by nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from tests.db.contexts import OPEN, REFUSED, Lease, Work, opened, scalar, touched
from tests.db.documents import add_proposal, within
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

READ = "select org_id, kind, quantity, tokens, cost_micros, job_id from public.usage_events"
ENDS = {
    "done": None,
    "failed": "select queue.fail(%(org)s, %(job)s, %(lease)s, null, null, 1200)",
    "crashed": "select queue.crashed(%(org)s, %(job)s, %(lease)s, null, 1200)",
    "cancelled": "select queue.cancelled(%(org)s, %(job)s, %(lease)s, 1200)",
    "released": (
        "select queue.release(array[%(org)s], array[%(job)s], array[%(lease)s],"
        " array[1200::bigint])"
    ),
}


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def used(api: Connection[Any], organization: Organization, reader: str = "owner") -> list[Any]:
    with opened(api, organization, reader):
        return api.execute(READ).fetchall()


def open_job(worker: Connection[Any], lease: Lease) -> None:
    scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)


@pytest.mark.parametrize("how", ENDS)
def test_the_tokens_of_an_attempt_count_however_it_ends(
    installation: Installation,
    api: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
    how: str,
) -> None:
    lease = work.lease(own_world.a, "admin")
    ending = ENDS[how]
    if ending is None:
        with worker.transaction():
            open_job(worker, lease)
            worker.execute("select queue.finish(%s, null, 1200)", (lease.token,))
    else:
        given = {"org": lease.org_id, "job": lease.job_id, "lease": lease.token}
        with installation.connect("sb_dispatch") as dispatch:
            dispatch.execute(ending.encode(), given)
    assert used(api, own_world.a) == [(own_world.a.id, "draft", 1, 1200, 0, lease.job_id)]
    assert used(api, own_world.b) == []


def test_what_ends_twice_or_used_nothing_is_not_counted(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    lease = work.lease(own_world.a)
    with worker.transaction():
        open_job(worker, lease)
        worker.execute("select queue.finish(%s, null, 0)", (lease.token,))
    with work.installation.connect("sb_dispatch") as dispatch:
        dispatch.execute(
            "select queue.fail(%s, %s, %s, null, null, 1200)",
            (lease.org_id, lease.job_id, lease.token),
        )
    assert used(api, own_world.a) == []


def test_a_draft_is_counted_when_it_is_done_once(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    with within(api, own_world.a):
        proposal = add_proposal(api)
    lease = work.lease(own_world.a)
    with worker.transaction():
        open_job(worker, lease)
        run = scalar(
            worker,
            "insert into public.agent_runs (org_id, proposal_id, job_id) values (%s, %s, %s)"
            " returning id",
            own_world.a.id,
            proposal,
            lease.job_id,
        )
        for status in ("running", "done", "done"):
            worker.execute("update public.agent_runs set status = %s where id = %s", (status, run))
    expected = (own_world.a.id, "proposal.drafted", 1, 0, 0, lease.job_id)
    assert used(api, own_world.a) == [expected]


@pytest.mark.parametrize("reader", ["viewer", "member", "admin", "owner"])
def test_admins_read_what_their_organization_used(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World, reader: str
) -> None:
    for organization in (own_world.a, own_world.b):
        lease = work.lease(organization)
        with worker.transaction():
            open_job(worker, lease)
            worker.execute("select queue.finish(%s, null, 7)", (lease.token,))
    tokens = [row[3] for row in used(api, own_world.a, reader)]
    assert tokens == ([7] if reader in ("admin", "owner") else [])


def test_no_tenant_says_what_it_has_used(
    installation: Installation, api: Connection[Any], own_world: World
) -> None:
    with api.transaction(force_rollback=True):
        scalar(api, OPEN, "session", own_world.a.owner.proof, own_world.a.id)
        insert = "insert into public.usage_events (org_id, kind) values (%s, 'draft')"
        assert touched(api, insert, own_world.a.id) == REFUSED
        assert touched(api, "update public.usage_events set quantity = 0") == REFUSED
        assert touched(api, "delete from public.usage_events") == REFUSED
    with installation.as_superuser() as behind:
        writes = behind.execute(
            "select p.oid::regprocedure::text from pg_proc p"
            " where p.prosrc ~ 'insert into public.usage_events'"
            " and exists (select from unnest(array['sb_api', 'sb_worker', 'sb_auth']) login"
            "              where has_function_privilege(login, p.oid, 'execute'))"
        ).fetchall()
    assert writes == []
