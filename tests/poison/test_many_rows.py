"""Many rows of one organization: another's job, event and schedule are handled in two rounds.

The feared number is a million of each; a test has time for fewer. By hand: one statement
inserts a million jobs in 34 s, and the next round of maintenance takes 20 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import psycopg
import pytest
from psycopg import Connection
from psycopg.rows import dict_row

from sealedbid.platform.postgres import open_pool
from sealedbid.worker.dispatch import Dispatcher
from sealedbid.worker.schedules import fire_due_schedules
from tests.fixtures.clock import Clock, clock_of
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation
from tests.poison.databases import Databases

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

MANY: Final = 50_000
JOBS: Final = 50_000
SOME: Final = 5_000
ROUNDS: Final = 2
EVENT: Final = "select system.record_event('file.read', null, null)"
WORKER: Final = "select queue.register('poison', 0, interval '1 day')"


@dataclass(frozen=True, slots=True)
class Crowd:
    """A database with two organizations; A writes many rows, B one of each."""

    installation: Installation
    world: World
    clock: Clock
    behind: Connection[Any]
    dispatch: Connection[Any]

    def write(self, who: Organization, *statements: str, role: str = "admin") -> None:
        """Write as a person of the organization, in one transaction."""
        with self.installation.connect("sb_api") as api, api.transaction():
            api.execute("select seal.open('session', %s, %s)", (who.person(role).proof, who.id))
            for statement in statements:
                api.execute(statement.encode())

    def rounds(self) -> list[dict[str, Any]]:
        """Run two rounds of maintenance, of which no part fails."""
        cursor = self.dispatch.cursor(row_factory=dict_row)
        found = [cursor.execute("select * from queue.tick()").fetchone() for _ in range(2)]
        rounds = [done for done in found if done is not None and None not in done.values()]
        assert len(rounds) == ROUNDS, found
        return rounds

    def value(self, statement: str, *params: Any) -> Any:
        row = self.behind.execute(statement.encode(), params).fetchone()
        assert row is not None
        return row[0]

    def jobs_of(self, who: Organization, status: str) -> int:
        return int(
            self.value(
                "select count(*) from public.jobs where org_id = %s and status = %s", who.id, status
            )
        )

    def claimed(self, limit: int) -> set[Any]:
        """Organizations of the jobs that a new worker claims now."""
        worker = self.dispatch.execute(WORKER).fetchone()
        assert worker is not None
        found = self.dispatch.execute(
            "select org_id from queue.claim(%s, %s)", (worker[0], limit)
        ).fetchall()
        return {org for (org,) in found}


@pytest.fixture
def crowd(databases: Databases) -> Iterator[Crowd]:
    installation = databases.clone()
    world = People(installation).world()
    with (
        clock_of(installation) as clock,
        installation.as_superuser() as behind,
        installation.connect("sb_dispatch") as dispatch,
    ):
        yield Crowd(installation, world, clock, behind, dispatch)
    databases.drop(installation)


def job(who: Organization, count: int, run_at: str) -> str:
    return (
        "insert into public.jobs (org_id, job_type, run_at)"
        f" select '{who.id}', 'test.echo', {run_at} from generate_series(1, {count})"
    )


def test_many_events_hold_up_no_other_chain(crowd: Crowd) -> None:
    a, b = crowd.world.a, crowd.world.b
    crowd.rounds()
    crowd.write(a, f"{EVENT} from generate_series(1, {MANY})")
    crowd.write(b, EVENT)
    rounds = crowd.rounds()
    waiting = "select count(*) from public.audit_log where org_id = %s and chain_no is null"
    assert crowd.value(waiting, b.id) == 0
    assert (
        sum(done["chained"] for done in rounds)
        < MANY
        == crowd.value(waiting, a.id) + sum(done["chained"] for done in rounds) - 1
    )


def test_many_jobs_due_in_the_same_second_hold_up_nobody_s(crowd: Crowd) -> None:
    a, b = crowd.world.a, crowd.world.b
    at = "date_trunc('second', now()) + interval '1 hour'"
    crowd.write(a, job(a, JOBS, at))
    crowd.write(b, job(b, 1, f"{at} + interval '1 second'"))
    crowd.clock.forward(hours=2)
    crowd.rounds()
    assert crowd.jobs_of(b, "queued") == 1
    assert 0 < crowd.jobs_of(a, "queued") < JOBS
    assert b.id in crowd.claimed(4)


def test_many_jobs_that_are_ready_leave_another_its_turn(crowd: Crowd) -> None:
    a, b = crowd.world.a, crowd.world.b
    crowd.write(a, job(a, JOBS, "now()"))
    crowd.write(b, job(b, 1, "now()"))
    crowd.rounds()
    assert crowd.claimed(2) == {a.id, b.id}


async def test_as_many_schedules_as_may_be_leave_another_its_turn(crowd: Crowd) -> None:
    a, b = crowd.world.a, crowd.world.b

    def schedules(who: Organization, count: int) -> str:
        return (
            f"select queue.set_schedule('{who.id}', 'poison ' || {count} - n, 'test.echo',"
            f" '* * * * *', 'UTC', now() - interval '1 hour') from generate_series(1, {count}) n"
        )

    crowd.write(a, schedules(a, 1000))
    with pytest.raises(psycopg.errors.CheckViolation, match="thousand"):
        crowd.write(a, schedules(a, 1001))
    crowd.write(b, schedules(b, 1))
    settings = crowd.installation.settings
    pool = await open_pool(crowd.installation.conninfo("sb_dispatch"), settings, name="poison")
    try:
        await fire_due_schedules(Dispatcher(pool, lease=30, deadlines={}))
    finally:
        await pool.close()
    assert crowd.jobs_of(b, "queued") == 1


def test_no_organization_has_more_stops_than_a_claim_can_read(crowd: Crowd) -> None:
    a, b = crowd.world.a, crowd.world.b

    def stops(count: int) -> str:
        return (
            f"select queue.stop_jobs('poison', '{a.id}', 'test.n' || n)"
            f" from generate_series(1, {count}) n"
        )

    with pytest.raises(psycopg.errors.CheckViolation, match="hundred"):
        crowd.write(a, stops(MANY))
    crowd.write(a, stops(100))
    crowd.write(b, job(b, 1, "now()"))
    assert crowd.claimed(2) == {b.id}


def test_nobody_founds_so_many_organizations_that_a_chain_waits(crowd: Crowd) -> None:
    a, b = crowd.world.a, crowd.world.b
    found = "select core.create_organization('Poison ' || n) from generate_series(1, {}) n"

    def between(count: int) -> None:
        with crowd.installation.connect("sb_api") as api, api.transaction():
            api.execute("select seal.open_person(%s)", (a.owner.proof,))
            api.execute(found.format(count).encode())

    with pytest.raises(psycopg.errors.CheckViolation, match="hundred"):
        between(MANY)
    between(99)
    crowd.write(b, EVENT)
    crowd.rounds()
    assert (
        crowd.value(
            "select count(*) from public.audit_log where org_id = %s and chain_no is null", b.id
        )
        == 0
    )


@pytest.mark.parametrize("kind", ["invitations", "keys"])
def test_many_credentials_that_have_expired_hold_up_no_part(crowd: Crowd, kind: str) -> None:
    a, b = crowd.world.a, crowd.world.b
    past = "now() - interval '8 days'"
    proof = "sha256(('poison ' || n)::bytea)"
    if kind == "invitations":
        crowd.write(
            a,
            f"select core.invite('poison' || n || '@example.org', 'viewer', {proof}, {past})"
            f" from generate_series(1, {SOME}) n",
        )
    else:
        crowd.write(
            a,
            f"insert into public.api_keys (org_id, name, prefix, expires_at)"
            f" values ('{a.id}', 'poison', 'sb_poison', now() + interval '1 day')",
            f"select seal.issue('key', {proof}, (select id from public.api_keys), 1, {past})"
            f" from generate_series(1, {SOME}) n",
        )
    crowd.write(b, job(b, 1, "now() + interval '1 minute'"), EVENT)
    crowd.clock.forward(minutes=2)
    purged = [done["purged"] for done in crowd.rounds()]
    assert all(0 < count < SOME for count in purged)
    assert crowd.jobs_of(b, "queued") == 1
    assert (
        crowd.value(
            "select count(*) from public.audit_log where org_id = %s and chain_no is null", b.id
        )
        == 0
    )
