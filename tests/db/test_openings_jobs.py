"""A job's way in: by its present lease, with the rank of its person, then and now, at most."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg import Connection

from tests.db.contexts import FORGED, OPEN, REFUSED, Lease, Work, clients_seen, refused, scalar
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

OPEN_JOB = "select seal.open_job(%s, %s, %s)"


def open_job(worker: Connection[Any], lease: Lease) -> Any:
    return scalar(worker, OPEN_JOB, lease.job_id, lease.token, lease.org_id)


def test_a_lease_opens_the_jobs_organization(
    worker: Connection[Any], work: Work, stocked: World
) -> None:
    lease = work.lease(stocked.a)
    with worker.transaction():
        assert open_job(worker, lease) == 2
        assert clients_seen(worker) == [stocked.a.name]
        assert scalar(worker, "select seal.kind()") == "job"
        assert scalar(worker, "select seal.subject('job')") == lease.job_id
        assert scalar(worker, "select seal.user_id()") == stocked.a.member.id


@pytest.mark.parametrize("missing", ["job_id", "token", "org_id"])
def test_a_null_opens_no_job(
    worker: Connection[Any], work: Work, stocked: World, missing: str
) -> None:
    lease = work.lease(stocked.a)
    given = {"job_id": lease.job_id, "token": lease.token, "org_id": lease.org_id, missing: None}
    with worker.transaction():
        assert scalar(worker, OPEN_JOB, *given.values()) is None
        assert clients_seen(worker) == []


def test_a_job_is_opened_only_by_its_own_lease(
    worker: Connection[Any], work: Work, stocked: World
) -> None:
    first, second = work.lease(stocked.a), work.lease(stocked.b)
    for wrong in (
        Lease(first.org_id, first.job_id, uuid4()),
        Lease(first.org_id, first.job_id, UUID(int=0)),
        Lease(first.org_id, first.job_id, second.token),
        Lease(second.org_id, first.job_id, first.token),
        Lease(second.org_id, first.job_id, second.token),
        Lease(first.org_id, second.job_id, second.token),
        Lease(uuid4(), first.job_id, first.token),
        Lease(first.org_id, uuid4(), first.token),
    ):
        with refused(FORGED):
            open_job(worker, wrong)


@pytest.mark.parametrize("ended", ["finished", "failed", "tried again", "expired"])
def test_a_lease_that_ended_opens_nothing(
    installation: Installation,
    worker: Connection[Any],
    work: Work,
    stocked: World,
    ended: str,
) -> None:
    lease = work.lease(stocked.a, lasts="-1 second" if ended == "expired" else "1 minute")
    if ended == "finished":
        with worker.transaction():
            open_job(worker, lease)
            worker.execute("select queue.finish(%s, '{}')", (lease.token,))
    elif ended != "expired":
        retry = "0" if ended == "tried again" else None
        with installation.connect("sb_dispatch") as dispatch:
            dispatch.execute(
                "select queue.fail(%s, %s, %s, null, %s::interval)",
                (lease.org_id, lease.job_id, lease.token, retry),
            )
        if retry is not None:
            renewed = work.claim(lease.job_id)
            with worker.transaction():
                assert open_job(worker, Lease(lease.org_id, lease.job_id, renewed)) == 2
    with refused(FORGED):
        open_job(worker, lease)


def test_a_job_of_a_person_who_left_is_refused(
    people: People, worker: Connection[Any], work: Work
) -> None:
    organization = people.found("For jobs of the departed")
    lease = work.lease(organization, "member")
    with people.installation.connect("sb_api") as api, api.transaction():
        scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        api.execute("select core.remove_member(%s)", (organization.member.id,))
    with refused(REFUSED):
        open_job(worker, lease)


def test_a_job_sinks_with_who_asked(people: People, worker: Connection[Any], work: Work) -> None:
    organization = people.found("For jobs that sink")
    lease = work.lease(organization, "admin")
    with people.installation.connect("sb_api") as api, api.transaction():
        scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        api.execute("select core.change_role(%s, 'viewer')", (organization.admin.id,))
    with worker.transaction():
        assert open_job(worker, lease) == 1
        with refused(REFUSED):
            worker.execute(
                "insert into public.clients (org_id, name) values (%s, 'x')", (organization.id,)
            )


def test_a_job_does_not_rise_with_who_asked(
    people: People, worker: Connection[Any], work: Work
) -> None:
    organization = people.found("For jobs that stay")
    lease = work.lease(organization, "member")
    with people.installation.connect("sb_api") as api, api.transaction():
        scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        api.execute("select core.change_role(%s, 'owner')", (organization.member.id,))
    with worker.transaction():
        assert open_job(worker, lease) == 2


@pytest.mark.parametrize(
    ("job_type", "kind"),
    [
        ("system.purge", "system"),
        ("billing.sync", "billing"),
        ("system_like.thing", "job"),
        ("billings.sync", "job"),
        ("draft.system.x", "job"),
    ],
)
def test_the_prefix_of_a_reserved_type_is_the_kind(
    installation: Installation,
    worker: Connection[Any],
    work: Work,
    stocked: World,
    job_type: str,
    kind: str,
) -> None:
    lease = work.lease(stocked.a)
    with installation.as_superuser() as behind:
        behind.execute(
            "update public.jobs set job_type = %s, requested_by = null where id = %s",
            (job_type, lease.job_id),
        )
    with worker.transaction():
        assert open_job(worker, lease) == 2
        assert scalar(worker, "select seal.kind()") == kind
        assert scalar(worker, "select seal.subject('job')") == lease.job_id
        assert scalar(worker, "select seal.user_id()") is None


def test_a_worker_opens_sessions_with_their_proof_only(
    worker: Connection[Any], stocked: World
) -> None:
    for claimed in (stocked.b.owner.id.bytes * 2, stocked.b.id.bytes * 2):
        with refused(FORGED):
            scalar(worker, OPEN, "session", claimed, stocked.b.id)
