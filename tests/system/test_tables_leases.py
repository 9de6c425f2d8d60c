"""A lease lives while the dispatcher says so; what nobody keeps alive is taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from psycopg import Connection

from tests.db.contexts import FORGED, REFUSED, Lease, Work, refused, scalar
from tests.db.documents import add, at_work
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

BEAT = "select queue.beat(%s, %s, %s, %s::interval)"
LOST = "40001"


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Nothing of the product's statements is run here."""


@pytest.fixture
def dispatch(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_dispatch") as connection:
        yield connection


@pytest.fixture
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        yield connection


def state(behind: Connection[Any], lease: Lease) -> tuple[Any, ...]:
    """Status, attempt, and whether the job has a lease, an end and an error."""
    row: tuple[Any, ...] | None = behind.execute(
        "select status, attempt, lease_token is not null, deadline_at is not null,"
        " finished_at is not null, error from public.jobs where org_id = %s and id = %s",
        (lease.org_id, lease.job_id),
    ).fetchone()
    assert row is not None
    return row


def expire(behind: Connection[Any], lease: Lease) -> None:
    """As if its worker had been silent for longer than the lease."""
    behind.execute(
        "update public.jobs set deadline_at = clock_timestamp() - interval '1 second'"
        " where org_id = %s and id = %s",
        (lease.org_id, lease.job_id),
    )


@pytest.mark.parametrize("login", ["sb_api", "sb_worker", "sb_auth"])
def test_only_the_dispatcher_keeps_leases_and_takes_them_back(
    installation: Installation, work: Work, own_world: World, login: Any
) -> None:
    lease = work.lease(own_world.b)
    with installation.connect(login) as connection:
        with refused(REFUSED):
            scalar(connection, BEAT, lease.org_id, lease.job_id, lease.token, "1 hour")
        with refused(REFUSED):
            connection.execute("select queue.rescue()")


def test_a_lease_is_prolonged_with_its_own_token_only(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    theirs, ours = work.lease(own_world.b), work.lease(own_world.a)
    deadline = "select deadline_at from public.jobs where id = %s"
    before = scalar(behind, deadline, ours.job_id)
    for org, job, token in (
        (ours.org_id, ours.job_id, theirs.token),
        (theirs.org_id, ours.job_id, ours.token),
        (ours.org_id, theirs.job_id, ours.token),
        (ours.org_id, ours.job_id, uuid4()),
        (ours.org_id, ours.job_id, None),
    ):
        assert dispatch.execute(BEAT, (org, job, token, "1 hour")).fetchone() == (None,)
    assert scalar(behind, deadline, ours.job_id) == before
    other = scalar(behind, deadline, theirs.job_id)
    assert scalar(dispatch, BEAT, ours.org_id, ours.job_id, ours.token, "1 hour") is True
    prolonged = scalar(behind, deadline, ours.job_id) - before
    assert 3500 < prolonged.total_seconds() < 3600  # an hour from now, instead of a minute
    assert scalar(behind, deadline, theirs.job_id) == other


def test_a_lease_that_is_kept_is_not_taken_back(
    dispatch: Connection[Any],
    behind: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    lease = work.lease(own_world.a, lasts="1 second")
    assert scalar(dispatch, BEAT, lease.org_id, lease.job_id, lease.token, "1 minute") is True
    time.sleep(1.1)
    dispatch.execute("select queue.rescue()")
    assert state(behind, lease)[:2] == ("running", 1)
    with at_work(worker, lease):
        assert scalar(worker, "select seal.org(0)") == own_world.a.id


def test_what_nobody_kept_waits_again_and_is_dead_after_the_last_attempt(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    kept = work.lease(own_world.b)
    lease = work.lease(own_world.a)
    behind.execute("update public.jobs set max_attempts = 2 where id = %s", (lease.job_id,))
    error = {"reason": "the worker stopped answering"}
    expire(behind, lease)
    assert scalar(dispatch, "select queue.rescue()") >= 1
    assert state(behind, lease) == ("queued", 1, False, False, False, error)
    again = Lease(lease.org_id, lease.job_id, work.claim(lease.job_id))
    assert again.token != lease.token
    expire(behind, again)
    assert scalar(dispatch, "select queue.rescue()") >= 1
    assert state(behind, again) == ("dead", 2, False, False, True, error)
    dispatch.execute("select queue.rescue()")
    assert state(behind, again)[0] == "dead"
    assert state(behind, kept)[0] == "running"


def test_a_worker_whose_lease_was_rescued_neither_opens_nor_beats(
    dispatch: Connection[Any],
    behind: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    lease = work.lease(own_world.a)
    expire(behind, lease)
    dispatch.execute("select queue.rescue()")
    for _ in ("while it waits", "while another has it"):
        with refused(FORGED), at_work(worker, lease):
            pass
        beat = dispatch.execute(BEAT, (lease.org_id, lease.job_id, lease.token, "1 hour"))
        assert beat.fetchone() == (None,)
        if state(behind, lease)[0] == "queued":
            work.claim(lease.job_id)


def test_a_worker_whose_lease_was_rescued_does_not_finish_and_leaves_nothing(
    dispatch: Connection[Any],
    behind: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    lease = work.lease(own_world.a)
    with refused(LOST), worker.transaction():
        scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)
        add(worker, "clients", name="effect of a lost lease")
        expire(behind, lease)
        dispatch.execute("select queue.rescue()")
        work.claim(lease.job_id)  # another worker has it
        worker.execute("select queue.finish(%s, '{}')", (lease.token,))
    assert state(behind, lease)[:2] == ("running", 2)
    named = "select count(*) from public.clients where name = 'effect of a lost lease'"
    assert scalar(behind, named) == 0


def test_a_context_ends_when_its_lease_did_however_it_is_prolonged(
    dispatch: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    lease = work.lease(own_world.a, lasts="1 second")
    with at_work(worker, lease):
        assert scalar(dispatch, BEAT, lease.org_id, lease.job_id, lease.token, "1 minute") is True
        time.sleep(2.1)  # deadlines are whole seconds in a context
        with refused(FORGED):
            worker.execute("select seal.org(0)")
    with at_work(worker, lease):  # opened anew, it is good for as long as the lease
        assert scalar(worker, "select seal.org(0)") == own_world.a.id
