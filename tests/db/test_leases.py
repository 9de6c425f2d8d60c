"""A worker's way in: the lease of a running job, for as long as it lasts."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection, Error

from tests.db.contexts import Work
from tests.fixtures.people import Organization, People, Person, World
from tests.fixtures.server import Installation

OPEN_JOB = "select seal.open_job(%s, %s, %s)"


@pytest.fixture
def worker(reached: Installation) -> Iterator[Connection[Any]]:
    with reached.connect("sb_worker") as connection:
        yield connection


def lease(
    installation: Installation,
    organization: Organization,
    person: Person,
    *,
    lasts: str = "1 minute",
    job_type: str = "draft",
) -> tuple[UUID, UUID]:
    """Enqueue a job as this person and claim it; returns its id and its lease."""
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (person.proof, organization.id))
        row = api.execute(
            "insert into public.jobs (org_id, job_type) values (%s, 'draft') returning id",
            (organization.id,),
        ).fetchone()
        assert row is not None
    with installation.as_superuser() as behind:
        behind.execute("update public.jobs set job_type = %s where id = %s", (job_type, row[0]))
    return row[0], Work(installation).claim(row[0], lasts)


def refusal(worker: Connection[Any], *parameters: Any) -> str | None:
    try:
        with worker.transaction(force_rollback=True):
            worker.execute(OPEN_JOB, parameters)
    except Error as error:
        return error.sqlstate
    return None


def test_a_lease_opens_its_own_job_in_its_own_organization(
    worker: Connection[Any], installation: Installation, own_world: World
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.member)
    other_job, other_token = lease(installation, own_world.b, own_world.b.member)
    assert refusal(worker, job, token, own_world.b.id) == "28000"
    assert refusal(worker, job, other_token, own_world.a.id) == "28000"
    assert refusal(worker, other_job, token, own_world.a.id) == "28000"
    assert refusal(worker, job, uuid.uuid4(), own_world.a.id) == "28000"
    with worker.transaction():
        assert worker.execute(OPEN_JOB, (job, token, own_world.a.id)).fetchone() == (2,)
        answers = worker.execute(
            "select seal.kind(), seal.subject('job'), seal.user_id(), seal.org()"
        ).fetchone()
    assert answers == ("job", job, own_world.a.member.id, own_world.a.id)


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_null_opens_nothing(
    worker: Connection[Any], installation: Installation, own_world: World, missing: int
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.member)
    given: list[UUID | None] = [job, token, own_world.a.id]
    given[missing] = None
    with worker.transaction():
        assert worker.execute(OPEN_JOB, given).fetchone() == (None,)
        assert worker.execute("select seal.org(0)").fetchone() == (None,)


@pytest.mark.full
def test_a_lease_that_has_ended_opens_nothing(
    worker: Connection[Any], installation: Installation, own_world: World
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.member, lasts="1 second")
    with worker.transaction():
        worker.execute(OPEN_JOB, (job, token, own_world.a.id))
        time.sleep(2.1)
        with pytest.raises(Error, match="expired"), worker.transaction():
            worker.execute("select count(*) from public.clients")
    assert refusal(worker, job, token, own_world.a.id) == "28000"


def test_a_job_ranks_no_higher_than_who_asked_then_and_now(
    worker: Connection[Any], installation: Installation, own_world: World, people: People
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.admin)
    with installation.connect("sb_api") as api, api.transaction():
        api.execute(
            "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
        )
        api.execute("select core.change_role(%s, 'viewer')", (own_world.a.admin.id,))
        api.execute("select core.change_role(%s, 'owner')", (own_world.a.member.id,))
    with worker.transaction():
        assert worker.execute(OPEN_JOB, (job, token, own_world.a.id)).fetchone() == (1,)


def test_a_job_ends_when_who_asked_has_left(
    worker: Connection[Any], installation: Installation, own_world: World
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.member)
    with installation.connect("sb_api") as api, api.transaction():
        api.execute(
            "select seal.open('session', %s, %s)", (own_world.a.member.proof, own_world.a.id)
        )
        api.execute("select core.remove_member(%s)", (own_world.a.member.id,))
    with worker.transaction(force_rollback=True), pytest.raises(Error, match="has left"):
        worker.execute(OPEN_JOB, (job, token, own_world.a.id))


@pytest.mark.parametrize(
    "change", ["core.change_role(%s, 'viewer')", "core.remove_member(%s)"], ids=["demoted", "gone"]
)
def test_a_job_finishes_only_as_who_asked_still_is(
    worker: Connection[Any], installation: Installation, own_world: World, change: str
) -> None:
    """A person who loses their rank while a body runs loses the body's effects."""
    job, token = lease(installation, own_world.a, own_world.a.admin)
    with worker.transaction(force_rollback=True):
        worker.execute(OPEN_JOB, (job, token, own_world.a.id))
        worker.execute(
            "insert into public.clients (org_id, name) values (%s, 'too late')", [own_world.a.id]
        )
        with installation.connect("sb_api") as api, api.transaction():
            api.execute(
                "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
            )
            api.execute(f"select {change}", (own_world.a.admin.id,))
        with pytest.raises(Error, match="has left, or ranks lower by now") as caught:
            worker.execute("select queue.finish(%s, null)", (token,))
        assert caught.value.sqlstate == "42501"


@pytest.mark.parametrize(
    ("job_type", "kind"),
    [("billing.sync", "billing"), ("system.purge", "system"), ("billings", "job")],
)
def test_a_reserved_prefix_is_the_kind_of_the_context(
    worker: Connection[Any],
    installation: Installation,
    own_world: World,
    job_type: str,
    kind: str,
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.member, job_type=job_type)
    with worker.transaction():
        worker.execute(OPEN_JOB, (job, token, own_world.a.id))
        answers = worker.execute("select seal.kind(), seal.subject('job')").fetchone()
    assert answers == (kind, job)


@pytest.mark.parametrize(
    "call",
    [
        "select * from queue.claim(gen_random_uuid(), 1)",
        "select queue.fail(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), null, null)",
        "select seal.issue('link', sha256('x'), gen_random_uuid(), 0, now())",
        "select seal_auth.sign_out(sha256('x'), 'local')",
        "select core.create_organization('Mine')",
        "select lease_token from public.jobs",
    ],
)
def test_a_body_may_not_do_what_others_do(
    worker: Connection[Any], installation: Installation, own_world: World, call: str
) -> None:
    job, token = lease(installation, own_world.a, own_world.a.owner)
    with worker.transaction(force_rollback=True):
        worker.execute(OPEN_JOB, (job, token, own_world.a.id))
        with pytest.raises(Error) as caught:
            worker.execute(call)
    assert caught.value.sqlstate == "42501"


@pytest.mark.parametrize("login", ["sb_api", "sb_auth", "sb_dispatch"])
def test_only_job_bodies_open_a_lease(installation: Installation, login: Any) -> None:
    with installation.connect(login) as other, pytest.raises(Error) as caught:
        other.execute(OPEN_JOB, (uuid.uuid4(), uuid.uuid4(), uuid.uuid4()))
    assert caught.value.sqlstate == "42501"
