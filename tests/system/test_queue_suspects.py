"""Jobs that are blamed for a worker's death, and those that are not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from tests.fixtures.queue import Queue
from tests.system.test_queue_plans import reading_few

POISON = {"reason": "it ended its process three times while it ran alone"}
SILENT = "update queue.workers set beat_at = queue.now() - 2 * ttl where id = any(%s)"


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def die(queue: Queue, *workers: UUID, limit: int = 500) -> None:
    """Silence these workers, and rescue their jobs."""
    queue.behind.execute(SILENT, [list(workers or (queue.worker,))])
    queue.dispatch.execute("select queue.rescue(%s)", [limit])
    if not workers:
        queue.worker = queue.new_worker()


def jobs(queue: Queue, org: UUID) -> list[tuple[Any, ...]]:
    """Status, attempts, crashes and suspicion of each job."""
    return queue.behind.execute(
        "select status, attempt, crash_count, suspicion from public.jobs where org_id = %s"
        " order by id",
        [org],
    ).fetchall()


def crash(queue: Queue, claimed: tuple[Any, ...]) -> str:
    row = queue.dispatch.execute(
        'select queue.crashed(%s, %s, %s, \'{"reason": "boom"}\', 5)', claimed
    ).fetchone()
    assert row is not None
    return str(row[0])


def isolated(queue: Queue, limit: int) -> list[tuple[UUID, bool]]:
    """Claim; returns the organization of each job, and true if it runs in a process of its own."""
    return queue.dispatch.execute(
        "select org_id, is_isolated from queue.claim(%s, %s)", (queue.worker, limit)
    ).fetchall()


def test_of_several_each_is_a_suspect_and_no_attempt_is_spent(queue: Queue) -> None:
    a, b = queue.organizations(2)
    queue.fill(a, 2)
    queue.fill(b, 1)
    queue.claim(10)
    die(queue)
    assert jobs(queue, a) == [("queued", 0, 0, 1)] * 2
    assert jobs(queue, b) == [("queued", 0, 0, 1)]


def test_one_that_was_alone_is_to_blame(queue: Queue) -> None:
    a, b = queue.organizations(2)
    queue.fill(a, 1)
    queue.fill(b, 1)
    theirs = queue.claim(1)
    ours, other = queue.claim(1), queue.new_worker()
    queue.behind.execute(
        "update public.jobs set worker_id = %s where id = %s", [other, theirs[0][1]]
    )
    die(queue)
    assert jobs(queue, ours[0][0]) == [("queued", 1, 1, 1)]
    assert jobs(queue, theirs[0][0]) == [("running", 1, 0, 0)]


def test_who_ended_before_the_worker_died_was_no_company(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    first, _ = sorted(queue.claim(2))
    queue.fail(first)
    die(queue)
    assert jobs(queue, a) == [("dead", 1, 0, 0), ("queued", 1, 1, 1)]


@pytest.mark.parametrize("limit", [1, 2])
def test_company_is_remembered_when_it_is_taken_back_in_batches(queue: Queue, limit: int) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 3)
    queue.claim(3)
    for _ in range(3):
        die(queue, queue.worker, limit=limit)
    assert jobs(queue, a) == [("queued", 0, 0, 1)] * 3


def test_company_is_remembered_of_a_row_that_a_body_still_holds(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    held, _ = sorted(queue.claim(2))
    with queue.installation.as_superuser() as body, body.transaction():
        body.execute("select 1 from public.jobs where id = %s for update", [held[1]])
        die(queue, queue.worker)
        assert [row[0] for row in jobs(queue, a)] == ["running", "queued"]
    die(queue, queue.worker)
    assert jobs(queue, a) == [("queued", 0, 0, 1)] * 2


def test_two_rescues_at_the_same_moment_blame_nobody_of_several(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    queue.claim(2)
    queue.behind.execute(SILENT, [[queue.worker]])
    with queue.installation.connect("sb_dispatch") as other, other.transaction():
        other.execute("select queue.rescue(1)")
        queue.dispatch.execute("select queue.rescue(1)")  # sees no uncommitted change of the other
    queue.dispatch.execute("select queue.rescue(1)")
    assert jobs(queue, a) == [("queued", 0, 0, 1)] * 2


def test_workers_that_fall_silent_together_were_not_alone(queue: Queue) -> None:
    """The workers' machine or network failed."""
    a, b = queue.organizations(2)
    queue.fill(a, 1)
    queue.fill(b, 1)
    queue.claim(1)
    first, queue.worker = queue.worker, queue.new_worker()
    queue.claim(1)
    die(queue, first, queue.worker)
    assert jobs(queue, a) + jobs(queue, b) == [("queued", 0, 0, 1)] * 2


def test_a_worker_that_is_heard_again_is_judged_anew(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 3)
    queue.claim(2)
    die(queue, queue.worker)
    queue.dispatch.execute("select queue.beat(%s)", [queue.worker])
    assert len(queue.claim(1)) == 1  # a suspect, alone
    die(queue)
    assert sorted(jobs(queue, a)) == [("queued", 0, 0, 0), ("queued", 0, 0, 1), ("queued", 1, 1, 1)]


def test_what_a_worker_left_behind_in_order_is_no_suspect(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    queue.claim(2)
    queue.dispatch.execute("select queue.leave(%s)", [queue.worker])
    queue.dispatch.execute("select queue.rescue()")
    assert jobs(queue, a) == [("queued", 0, 0, 0)] * 2


def test_what_is_late_under_a_worker_that_lives_spends_an_attempt_and_is_no_suspect(
    queue: Queue,
) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 1, max_attempts=2)
    for becomes in ("queued", "dead"):
        queue.claim(1, deadline="-40 s")
        queue.dispatch.execute("select queue.rescue()")
        assert [row[0] for row in jobs(queue, a)] == [becomes]
    assert jobs(queue, a) == [("dead", 2, 0, 0)]


def test_three_crashes_alone_make_it_dead_and_tokens_are_spent(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.lane(a, token_limit=1_000)
    queue.fill(a, 1)
    for becomes in ("queued", "scheduled", "dead"):
        assert crash(queue, queue.claim(1)[0]) == becomes
        queue.behind.execute("update public.jobs set status = 'queued' where status = 'scheduled'")
    assert jobs(queue, a) == [("dead", 3, 3, 1)]
    assert queue.value("select error from public.jobs") == POISON
    assert queue.value("select tokens_used from public.job_lanes where org_id = %s", a) == 15


def test_many_deaths_in_company_never_make_it_dead_and_it_waits_longer(queue: Queue) -> None:
    a, b = queue.organizations(2)
    for org in (a, b):
        queue.fill(org, 1, max_attempts=1)
    for times in range(1, 9):
        queue.claim(2)
        die(queue)
        becomes = "queued" if times == 1 else "scheduled"
        assert jobs(queue, a) + jobs(queue, b) == [(becomes, 0, 0, times)] * 2
        queue.behind.execute("update public.jobs set status = 'queued' where status = 'scheduled'")


def test_one_suspect_of_an_organization_runs_at_a_time(queue: Queue) -> None:
    a, b = queue.organizations(2)
    for org in (a, b):
        queue.fill(org, 2)
    queue.claim(4)
    die(queue)
    assert isolated(queue, 10) == [(a, True), (b, True)]
    assert isolated(queue, 10) == []


def test_of_two_claims_at_the_same_moment_one_gets_a_suspect(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    queue.claim(2)
    die(queue)
    with queue.installation.connect("sb_dispatch") as other, other.transaction():
        assert len(queue.claim(2, other)) == 1
        assert queue.claim(2) == []
    assert queue.claim(2) == []


def test_other_jobs_of_an_organization_with_suspects_are_isolated_and_wait_for_nothing(
    queue: Queue,
) -> None:
    """Jobs of other organizations run as usual until the suspects have ended well."""
    a, b = queue.organizations(2)
    queue.fill(a, 2)
    queue.claim(2)
    die(queue)
    for org in (a, b):
        queue.fill(org, 3)
    taken = queue.dispatch.execute(
        "select org_id, job_id, lease_token, is_isolated from queue.claim(%s, 10)", [queue.worker]
    ).fetchall()
    assert [row[3] for row in taken if row[0] == a] == [True] * 4  # one suspect of two
    assert [row[3] for row in taken if row[0] == b] == [False] * 3
    for *claimed, _ in taken:
        queue.fail(tuple(claimed))
    queue.fail(queue.claim(10)[0])
    queue.dispatch.execute("select queue.rescue()")
    queue.fill(a, 1)
    assert isolated(queue, 10) == [(a, False)]


def test_for_an_hour_after_a_crash_alone_all_jobs_of_its_organization_run_one_at_a_time(
    queue: Queue, request: pytest.FixtureRequest
) -> None:
    a, b = queue.organizations(2)
    queue.fill(a, 4)
    queue.fill(b, 4)
    crash(queue, queue.claim(1, orgs=[a])[0])
    taken = isolated(queue, 10)
    assert sorted(taken) == sorted([(a, True)] + [(b, False)] * 4)
    queue.behind.execute("delete from public.jobs where status = 'running' or suspicion > 0")
    queue.dispatch.execute("select queue.rescue()")
    assert isolated(queue, 1) == [(a, True)]  # none has crashed, and it is a suspect all the same
    queue.behind.execute("delete from public.jobs where status = 'running'")
    request.addfinalizer(lambda: set_clock(queue.behind, "0"))
    set_clock(queue.behind, "61 minutes")
    queue.dispatch.execute("select queue.beat(%s)", [queue.worker])
    queue.dispatch.execute("select queue.rescue()")
    assert isolated(queue, 10) == [(a, False)] * 2


def set_clock(behind: Connection[Any], ahead: str) -> None:
    """Put the clock of the queue forward."""
    behind.execute(
        "create or replace function queue.now() returns timestamptz language sql stable"
        f" parallel safe return pg_catalog.statement_timestamp() + interval '{ahead}'"
    )


def test_a_suspect_that_fails_well_is_none_any_more_unless_it_crashed_alone(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    queue.claim(2)
    die(queue)
    retry = "select queue.fail(%s, %s, %s, null, '0')"
    claimed = queue.claim(1)[0]
    queue.dispatch.execute(retry, claimed)
    crash(queue, queue.claim(1)[0])
    queue.dispatch.execute(retry, queue.claim(1)[0])
    assert sorted(jobs(queue, a)) == [("queued", 1, 0, 0), ("queued", 2, 1, 1)]


def test_a_person_retries_a_suspect_and_it_runs_isolated(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 1)
    for _ in range(3):
        crash(queue, queue.claim(1)[0])
        queue.behind.execute("update public.jobs set status = 'queued' where status = 'scheduled'")
    queue.behind.execute("delete from queue.quarantines")
    job = queue.value("select id from public.jobs")
    with queue.installation.as_owner() as owner:
        owner.execute("select queue.retry_job(%s, %s)", (job, a))
    assert jobs(queue, a) == [("queued", 0, 0, 1)]
    assert isolated(queue, 1) == [(a, True)]


def test_limits_and_stops_hold_for_suspects(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.fill(a, 2)
    queue.claim(2)
    die(queue)
    queue.lane(a, max_running=0)
    assert queue.claim(5) == []
    queue.lane(a, max_running=5)
    with queue.installation.as_owner() as owner:
        owner.execute("select queue.stop_jobs('a test', null, 'test.job')")
        assert queue.claim(5) == []
        owner.execute("select queue.resume_jobs('a test', null, 'test.job')")
    assert len(queue.claim(5)) == 1


@pytest.mark.parametrize("statistics", ["of an empty table", "fresh"])
def test_claims_step_over_no_suspects(queue: Queue, statistics: str) -> None:
    """Neither lanes nor rescues read more than one of them."""
    queue.behind.execute("vacuum (truncate off, analyze) public.jobs")
    a, b = queue.organizations(2)
    queue.fill(a, 5_000, suspicion=1)
    for org in (a, b):
        queue.fill(org, 50)
    queue.behind.execute("insert into queue.quarantines (org_id) values (%s)", [a])
    if statistics == "fresh":
        queue.behind.execute("analyze public.jobs")
    with reading_few(queue, 150):
        assert len(queue.claim(10)) == 10
    with reading_few(queue, 150):
        assert len(queue.claim(10)) == 10
        queue.dispatch.execute("select queue.lanes(%s, 1000)", [a])
        queue.dispatch.execute("select queue.rescue()")
    assert queue.value("select count(*) from public.jobs where suspicion > 0 and attempt > 0") == 1


def test_what_a_tenant_sees_of_it(queue: Queue) -> None:
    """Tenants read the suspicion of their own jobs; never the list of isolated organizations."""
    rights = queue.behind.execute(
        "select has_column_privilege('sb_tenant', 'public.jobs', 'suspicion', 'select'),"
        " has_column_privilege('sb_tenant', 'public.jobs', 'suspicion', 'insert, update'),"
        " has_table_privilege('sb_tenant', 'queue.quarantines', 'select')"
    ).fetchone()
    assert rights == (True, False, False)
