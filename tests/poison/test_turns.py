"""Many rows of one organization take their turns like few."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.fixtures.people import People
from tests.fixtures.queue import Queue

PAST = "2020-01-01"


def test_jobs_that_are_due_at_the_same_moment_hold_up_nobody(queue: Queue) -> None:
    a, b = queue.organizations(2)
    queue.fill(a, 5_000, status="scheduled", run_at="2020-01-01")
    queue.fill(b, 1, status="scheduled", run_at="2020-01-02")
    assert queue.dispatch.execute("select promoted from queue.tick()").fetchone() == (501,)
    waits = "select count(*) from public.jobs where org_id = %s and status = 'scheduled'"
    assert (queue.value(waits, a), queue.value(waits, b)) == (4_500, 0)
    # ... and if no other organization has any, a round takes as many as fit
    assert queue.dispatch.execute("select promoted from queue.tick()").fetchone() == (1_000,)


def test_events_of_one_organization_hold_up_no_other_chain(queue: Queue) -> None:
    a, b = queue.organizations(2)
    for org, count in ((a, 3_000), (b, 2)):
        queue.behind.execute(
            "insert into public.audit_log (org_id, actor_kind, action)"
            " select %s, 'system', 'a.b' from generate_series(1, %s)",
            [org, count],
        )
    assert queue.dispatch.execute("select chained from queue.tick()").fetchone() == (502,)


def test_types_that_a_tenant_names_are_one_line_to_a_monitoring_system(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    queue.behind.execute(
        "insert into public.jobs (org_id, job_type) select %s, 'a.b' || n"
        " from generate_series(1, 3000) n",
        [a],
    )
    queue.fill(a, 2)
    rows = queue.dispatch.execute(
        "select job_type, ready from queue.backlog('{test.job}')"
    ).fetchall()
    assert rows == [("test.job", 2), (None, 3000)]
    assert len(queue.dispatch.execute("select from queue.backlog()").fetchall()) == 1000


def test_an_organization_has_a_hundred_stops_at_most(queue: Queue) -> None:
    (a,) = queue.organizations(1)
    stop = "select queue.stop_jobs('too many', %s, 'a.b' || n) from generate_series(1, %s) n"
    with queue.installation.as_owner() as owner:
        owner.execute(stop, (a, 100))
        with pytest.raises(psycopg.errors.CheckViolation, match="a hundred stops"):
            owner.execute("select queue.stop_jobs('one more', %s, 'b.c')", (a,))


def test_a_person_owns_a_hundred_organizations_at_most(queue: Queue) -> None:
    person = People(queue.installation).sign_up()
    found = "select core.create_organization('Org ' || n) from generate_series(1, %s) n"

    def as_person(count: int) -> Any:
        with queue.installation.connect("sb_api") as api, api.transaction():
            api.execute("select seal.open_person(%s)", (person.proof,))
            return api.execute(found, (count,)).fetchall()

    assert len(as_person(100)) == 100
    with pytest.raises(psycopg.errors.CheckViolation, match="a hundred organizations"):
        as_person(1)
