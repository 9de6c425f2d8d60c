"""A due schedule makes one job, as the right person, and gets a next time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from psycopg import Connection

from tests.db.contexts import REFUSED, opened, refused, scalar
from tests.db.documents import within
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation
from tests.system.schedules import FIRE, Clock


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def dispatch(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_dispatch") as connection:
        yield connection


@pytest.fixture
def clock(installation: Installation) -> Clock:
    return Clock(installation)


@pytest.fixture
def fresh(people: People) -> World:
    return people.world()


def test_a_time_that_is_due_makes_one_job_of_its_own_organization(
    clock: Clock, fresh: World, dispatch: Connection[Any]
) -> None:
    theirs = clock.set(fresh.b)
    ours = clock.set(fresh.a, priority=7, max_attempts=3, est_tokens=11, max_tokens=22)
    due = clock.of(ours)["next_run_at"]
    assert clock.fire(fresh.a, ours) == "fired"
    assert scalar(dispatch, FIRE, fresh.a.id, ours, due) is None  # that time is used
    (job,) = clock.jobs(ours)
    kept = ("org_id", "job_type", "payload", "priority", "max_attempts", "est_tokens", "max_tokens")
    expected = [str(fresh.a.id), "test.scheduled", {"word": "secret"}, 7, 3, 11, 22]
    assert [job[name] for name in kept] == expected
    assert (job["requested_by"], job["requested_rank"]) == (str(fresh.a.admin.id), 3)
    row = clock.of(ours)
    assert (row["last_job_id"], row["last_outcome"]) == (job["id"], "fired")
    assert datetime.fromisoformat(row["next_run_at"]) > datetime.now(UTC)
    assert clock.jobs(theirs) == []


def test_a_time_of_another_organization_is_not_there(
    clock: Clock, fresh: World, dispatch: Connection[Any]
) -> None:
    theirs = clock.set(fresh.b)
    assert scalar(dispatch, FIRE, fresh.a.id, theirs, clock.of(theirs)["next_run_at"]) is None
    assert clock.jobs(theirs) == []


def test_nothing_is_fired_before_its_time(clock: Clock, fresh: World) -> None:
    ours = clock.set(fresh.a, next="1 hour")
    assert clock.fire(fresh.a, ours) is None
    assert clock.jobs(ours) == []


def test_the_next_time_is_never_the_same_or_before(
    clock: Clock, fresh: World, dispatch: Connection[Any]
) -> None:
    ours = clock.set(fresh.a)
    due = datetime.fromisoformat(clock.of(ours)["next_run_at"])
    for earlier in (due, due - timedelta(days=1)):
        with refused("22023"):
            dispatch.execute(
                "select queue.fire_schedule(%s, %s, %s, %s)", (fresh.a.id, ours, due, earlier)
            )
    assert clock.jobs(ours) == []


def test_a_run_that_waits_or_runs_still_is_not_doubled(clock: Clock, fresh: World) -> None:
    ours = clock.set(fresh.a)
    for outcome in ("fired", "still running", "still running"):
        clock.put(ours, "-1 second")
        assert clock.fire(fresh.a, ours) == outcome
        assert clock.of(ours)["last_outcome"] == outcome
    assert len(clock.jobs(ours)) == 1
    with clock.installation.as_superuser() as behind:
        behind.execute(
            "update public.jobs set status = 'done', finished_at = now() where id = %s",
            [clock.jobs(ours)[0]["id"]],
        )
    clock.put(ours, "-1 second")
    assert clock.fire(fresh.a, ours) == "fired"
    assert len(clock.jobs(ours)) == 2


@pytest.mark.parametrize(
    ("catch_up", "late", "outcome"),
    [
        (True, "3 days", "fired"),
        (False, "3 days", "missed"),
        (False, "61 seconds", "missed"),
        (False, "30 seconds", "fired"),
    ],
)
def test_what_was_missed_is_caught_up_or_not(
    clock: Clock, fresh: World, catch_up: bool, late: str, outcome: str
) -> None:
    ours = clock.set(fresh.a, catch_up=catch_up)
    clock.put(ours, f"-{late}")
    assert clock.fire(fresh.a, ours) == outcome
    assert len(clock.jobs(ours)) == (outcome == "fired")
    assert clock.of(ours)["last_outcome"] == outcome
    assert clock.fire(fresh.a, ours) is None  # once: the next time lies ahead


def test_a_job_ranks_no_higher_than_who_set_it_does_by_now(
    clock: Clock, fresh: World, installation: Installation
) -> None:
    ours = clock.set(fresh.a, "admin")
    with installation.connect("sb_api") as api, within(api, fresh.a, "owner"):
        api.execute("select core.change_role(%s, 'viewer')", [fresh.a.admin.id])
    assert clock.fire(fresh.a, ours) == "fired"
    assert clock.jobs(ours)[0]["requested_rank"] == 1


def test_nor_higher_than_they_did_when_they_set_it(
    clock: Clock, fresh: World, installation: Installation
) -> None:
    ours = clock.set(fresh.a, "admin")
    with installation.connect("sb_api") as api, within(api, fresh.a, "owner"):
        api.execute("select core.change_role(%s, 'owner')", [fresh.a.admin.id])
    assert clock.fire(fresh.a, ours) == "fired"
    assert clock.jobs(ours)[0]["requested_rank"] == 3


def test_a_schedule_of_somebody_who_left_is_switched_off(
    clock: Clock, fresh: World, installation: Installation
) -> None:
    ours, theirs = clock.set(fresh.a), clock.set(fresh.b)
    with installation.connect("sb_api") as api, within(api, fresh.a, "owner"):
        api.execute("select core.remove_member(%s)", [fresh.a.admin.id])
    assert clock.fire(fresh.a, ours) == "fired"
    assert clock.jobs(ours)[0]["requested_by"] == str(fresh.a.admin.id)  # its end says why
    row = clock.of(ours)
    reason = "the person who set it has left"
    assert (row["is_active"], row["next_run_at"], row["off_reason"]) == (False, None, reason)
    said = clock.log(ours)[-1]
    assert (said["action"], said["actor_kind"], said["user_id"], said["org_id"]) == (
        *("schedules.switched_off", "system", None),
        str(fresh.a.id),
    )
    assert said["detail"] == {"name": "daily", "reason": reason}
    assert clock.of(theirs)["is_active"] is True
    # setting it again switches it on, as the person who does
    assert clock.set(fresh.a, "owner") == ours
    assert clock.of(ours)["off_reason"] is None


def test_what_cannot_be_read_any_more_is_switched_off_and_does_not_run(
    clock: Clock, fresh: World, dispatch: Connection[Any]
) -> None:
    ours = clock.set(fresh.a)
    due = clock.of(ours)["next_run_at"]
    fire = "select queue.fire_schedule(%s, %s, %s, null)"
    assert scalar(dispatch, fire, fresh.a.id, ours, due) == "off"
    assert clock.jobs(ours) == []
    reason = "its cron or its time zone cannot be read"
    row = clock.of(ours)
    assert (row["is_active"], row["off_reason"], row["last_outcome"]) == (False, reason, None)
    assert clock.log(ours)[-1]["detail"]["reason"] == reason


def test_whoever_fires_learns_nothing_of_the_payload(
    clock: Clock, fresh: World, dispatch: Connection[Any], installation: Installation
) -> None:
    ours = clock.set(fresh.a, payload='{"word": "a canary"}')
    due = dispatch.execute("select * from queue.due_schedules(100000)")
    told = [row for row in due.fetchall() if ours in row]
    assert len(told) == 1
    assert "canary" not in str(told)
    for role in ("sb_dispatch", "sb_queue"):
        with installation.as_superuser() as behind:
            assert not scalar(
                behind,
                "select has_column_privilege(%s, 'public.job_schedules', 'payload', 'select')",
                role,
            )
    with refused(REFUSED):
        dispatch.execute("select payload from public.job_schedules")


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
def test_no_tenant_fires_or_asks_what_is_due(
    clock: Clock, fresh: World, installation: Installation, login: Any
) -> None:
    ours = clock.set(fresh.a)
    with installation.connect(login) as tenant:
        with refused(REFUSED):
            tenant.execute("select * from queue.due_schedules(1)")
        with refused(REFUSED):
            tenant.execute(FIRE, (fresh.a.id, ours, clock.of(ours)["next_run_at"]))


def test_no_tenant_gives_a_job_the_key_of_a_schedule(
    clock: Clock, fresh: World, installation: Installation
) -> None:
    """Such a key would block the admin's schedule."""
    ours = clock.set(fresh.a)
    ask = "insert into public.jobs (org_id, job_type, unique_key) values (%s, 'test.scheduled', %s)"
    with installation.connect("sb_api") as api:
        with opened(api, fresh.a, "owner"), refused(REFUSED):
            api.execute(ask, (fresh.a.id, f"schedule {ours}"))
        with opened(api, fresh.a, "member"):
            api.execute(ask, (fresh.a.id, "scheduled by hand"))
            api.execute(ask, (fresh.a.id, None))


def test_the_functions_that_fire_ask_for_no_other_job(installation: Installation) -> None:
    """The functions' owner may insert only jobs with a schedule's key."""
    with installation.as_superuser() as behind, behind.transaction(force_rollback=True):
        org = scalar(behind, "insert into public.organizations (name) values ('x') returning id")
        behind.execute("set local role sb_gate")
        with refused(REFUSED):
            behind.execute(
                "insert into public.jobs (org_id, job_type, unique_key, requested_rank)"
                " values (%s, 'system.purge', 'mine', 4)",
                [org],
            )


@pytest.mark.full
def test_what_is_due_is_found_by_its_index_among_fifty_thousand(
    make_database: Callable[..., Installation],
) -> None:
    """Independent of statistics and costs: they are those of an empty table on a tape."""
    installation = make_database()
    with installation.as_superuser() as behind:
        behind.execute("alter table public.job_schedules set (autovacuum_enabled = false)")
        behind.execute(
            "with orgs as (insert into public.organizations (name)"
            " select 'Org ' || n from generate_series(1, 50) n returning id)"
            " insert into public.job_schedules"
            " (org_id, name, job_type, cron, timezone, next_run_at, requested_rank)"
            " select o.id, 'no ' || n, 'test.job', '0 9 * * *', 'UTC',"
            " now() + make_interval(mins => n) - interval '3 minutes', 3"
            " from orgs o, generate_series(1, 1000) n"
        )
        with behind.transaction():
            behind.execute("set local random_page_cost = 1e6")
            found = behind.execute("select * from queue.due_schedules(100)").fetchall()
            read = behind.execute(
                "select c.relname, pg_stat_get_xact_tuples_returned(c.oid) from pg_class c"
                " where c.relname ~ '^job_schedules' and pg_stat_get_xact_numscans(c.oid) > 0"
            ).fetchall()
    assert len(found) == 100
    assert [name for name, _ in read] == ["job_schedules_due_idx"]  # and not the table
    assert read[0][1] <= 150  # only due ones
