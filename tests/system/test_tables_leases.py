"""A lease lives while its worker does; jobs without a living worker are rescued."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg import Connection

from tests.db.contexts import FORGED, REFUSED, Lease, Work, refused, scalar
from tests.db.documents import add, at_work
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

BEAT = (
    "select verdict from"
    " queue.beat(%s, array[%s]::uuid[], array[%s]::uuid[], array[%s]::uuid[], '{0}')"
)
LOST = "40001"


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def dispatch(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_dispatch") as connection:
        yield connection


@pytest.fixture
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        yield connection


def state(behind: Connection[Any], lease: Lease) -> tuple[Any, ...]:
    """Status and attempt; true for a lease, a deadline, an end; the error."""
    row: tuple[Any, ...] | None = behind.execute(
        "select status, attempt, lease_token is not null, deadline_at is not null,"
        " finished_at is not null, error from public.jobs where org_id = %s and id = %s",
        (lease.org_id, lease.job_id),
    ).fetchone()
    assert row is not None
    return row


def worker_of(behind: Connection[Any], lease: Lease) -> UUID:
    found: UUID = scalar(behind, "select worker_id from public.jobs where id = %s", lease.job_id)
    return found


def silence(behind: Connection[Any], lease: Lease) -> None:
    """Silence the job's worker for longer than its lease."""
    behind.execute(
        "update queue.workers set beat_at = clock_timestamp() - 2 * ttl where id = %s",
        [worker_of(behind, lease)],
    )


def wait_again(behind: Connection[Any], lease: Lease) -> None:
    """Let the time come that the job waits for."""
    behind.execute(
        "update public.jobs set status = 'queued' where id = %s and status = 'scheduled'",
        [lease.job_id],
    )


@pytest.mark.parametrize("login", ["sb_api", "sb_worker", "sb_auth"])
def test_only_the_dispatcher_keeps_leases_and_takes_them_back(
    installation: Installation, behind: Connection[Any], work: Work, own_world: World, login: Any
) -> None:
    lease = work.lease(own_world.b)
    worker_id = worker_of(behind, lease)
    with installation.connect(login) as connection:
        with refused(REFUSED):
            scalar(connection, BEAT, worker_id, lease.org_id, lease.job_id, lease.token)
        for statement in ("select queue.rescue()", "select queue.tick()"):
            with refused(REFUSED):
                connection.execute(statement)


def test_a_beat_says_what_is_lost(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    theirs, ours = work.lease(own_world.b), work.lease(own_world.a)
    worker_id = worker_of(behind, ours)
    for org, job, token in (
        (ours.org_id, ours.job_id, theirs.token),
        (theirs.org_id, ours.job_id, ours.token),
        (ours.org_id, theirs.job_id, ours.token),
        (ours.org_id, ours.job_id, uuid4()),
        (ours.org_id, ours.job_id, None),
    ):
        assert dispatch.execute(BEAT, (worker_id, org, job, token)).fetchone() == ("lost",)
    kept = (worker_id, ours.org_id, ours.job_id, ours.token)
    assert dispatch.execute(BEAT, kept).fetchone() is None
    unknown = (uuid4(), ours.org_id, ours.job_id, ours.token)
    assert dispatch.execute(BEAT, unknown).fetchone() == ("lost",)


def test_what_a_worker_does_not_know_that_it_has_waits_again(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    """The answer to its claim was lost; it lives, so no other worker would rescue the job."""
    theirs, ours = work.lease(own_world.b), work.lease(own_world.a)
    worker_id = worker_of(behind, ours)
    silent = "select * from queue.beat(%s)"
    assert dispatch.execute(silent, [worker_id]).fetchall() == []
    assert state(behind, ours)[0] == "running"  # it may be about to name it
    behind.execute("update public.jobs set started_at = now() - interval '2 hours'")
    kept = (worker_id, ours.org_id, ours.job_id, ours.token)
    assert dispatch.execute(BEAT, kept).fetchone() is None
    assert state(behind, ours)[0] == "running"
    assert dispatch.execute(silent, [worker_id]).fetchall() == []
    assert state(behind, ours)[:3] == ("queued", 0, False)
    assert state(behind, theirs)[0] == "running"  # another worker's


def test_a_lease_that_is_kept_is_not_taken_back(
    dispatch: Connection[Any],
    behind: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    lease = work.lease(own_world.a)
    silence(behind, lease)
    kept = (worker_of(behind, lease), lease.org_id, lease.job_id, lease.token)
    assert dispatch.execute(BEAT, kept).fetchone() is None
    dispatch.execute("select queue.rescue()")
    assert state(behind, lease)[:2] == ("running", 1)
    with at_work(worker, lease):
        assert scalar(worker, "select seal.org(0)") == own_world.a.id


def test_a_job_that_was_alone_when_its_worker_died_three_times_is_dead(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    kept = work.lease(own_world.b)
    lease = work.lease(own_world.a)
    silent = {"reason": "the worker stopped answering"}
    poison = {"reason": "it ended its process three times while it ran alone"}
    for crash, becomes in enumerate(("queued", "scheduled", "dead"), start=1):
        silence(behind, lease)
        assert scalar(dispatch, "select queue.rescue()") >= 1
        error = poison if becomes == "dead" else silent
        assert state(behind, lease) == (becomes, crash, False, False, becomes == "dead", error)
        if becomes != "dead":
            wait_again(behind, lease)
            again = Lease(lease.org_id, lease.job_id, work.claim(lease.job_id))
            assert again.token != lease.token
            lease = again
    assert state(behind, kept)[0] == "running"


def test_what_nobody_kept_is_dead_after_the_last_attempt(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    lease = work.lease(own_world.a)
    behind.execute("update public.jobs set max_attempts = 1 where id = %s", (lease.job_id,))
    silence(behind, lease)
    dispatch.execute("select queue.rescue()")
    assert state(behind, lease)[:2] == ("dead", 1)


def test_what_is_long_past_its_deadline_is_taken_back_from_a_worker_that_lives(
    dispatch: Connection[Any], behind: Connection[Any], work: Work, own_world: World
) -> None:
    """The worker has half a minute to report it itself."""
    late, hanging = (work.lease(own_world.a, lasts=lasts) for lasts in ("-20 s", "-40 s"))
    kept = (worker_of(behind, late), late.org_id, late.job_id, late.token)
    assert dispatch.execute(BEAT, kept).fetchone() == ("late",)
    dispatch.execute("select queue.rescue()")
    assert state(behind, late)[0] == "running"
    assert state(behind, hanging)[0] == "queued"
    assert state(behind, hanging)[5] == {"reason": "it took too long"}


def test_a_worker_whose_lease_was_rescued_neither_opens_nor_beats(
    dispatch: Connection[Any],
    behind: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    lease = work.lease(own_world.a)
    worker_id = worker_of(behind, lease)
    silence(behind, lease)
    dispatch.execute("select queue.rescue()")
    for _ in ("while it waits", "while another has it"):
        with refused(FORGED), at_work(worker, lease):
            pass
        beat = dispatch.execute(BEAT, (worker_id, lease.org_id, lease.job_id, lease.token))
        assert beat.fetchone() == ("lost",)
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
        silence(behind, lease)
        dispatch.execute("select queue.rescue()")
        work.claim(lease.job_id)  # another worker has it
        worker.execute("select queue.finish(%s, '{}')", (lease.token,))
    assert state(behind, lease)[:2] == ("running", 2)
    named = "select count(*) from public.clients where name = 'effect of a lost lease'"
    assert scalar(behind, named) == 0


@pytest.mark.full
def test_a_context_ends_with_the_silence_of_its_worker_however_it_goes_on(
    dispatch: Connection[Any],
    behind: Connection[Any],
    worker: Connection[Any],
    work: Work,
    own_world: World,
) -> None:
    lease = work.lease(own_world.a)
    worker_id = worker_of(behind, lease)
    behind.execute(
        "update queue.workers set ttl = '1 second', beat_at = clock_timestamp() where id = %s",
        [worker_id],
    )
    with at_work(worker, lease):
        kept = (worker_id, lease.org_id, lease.job_id, lease.token)
        assert dispatch.execute(BEAT, kept).fetchone() is None
        time.sleep(2.1)  # ends are whole seconds in a context
        with refused(FORGED):
            worker.execute("select seal.org(0)")
    dispatch.execute(BEAT, kept)
    with at_work(worker, lease):  # opened again, it is valid for as long as the worker lives
        assert scalar(worker, "select seal.org(0)") == own_world.a.id
