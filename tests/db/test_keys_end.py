"""Jobs and schedules of an API key end with the key, however that ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from tests.db.contexts import (
    CLAIM,
    OPEN,
    REFUSED,
    add_key_row,
    add_link_row,
    issue,
    make_key,
    refused,
    scalar,
)
from tests.db.documents import within
from tests.fixtures.people import Organization, People
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

ENQUEUE = "insert into public.jobs (org_id, job_type) values (%s, 'test.keys') returning id"
SCHEDULE = (
    "select queue.set_schedule(%s, %s, 'test.keys', '* * * * *', 'UTC',"
    " clock_timestamp() - interval '1 second')"
)
FIRE = "select queue.fire_schedule(%s, %s, %s, clock_timestamp() + interval '1 hour')"
JOB_OVER = "the API key that asked for this job has ended"
SCHEDULE_OFF = "the API key that set it has ended"
ENDS = ["revoked", "expired", "its row deleted", "its maker removed"]


class Keyed:
    """An organization with jobs and schedules of an API key."""

    def __init__(self, installation: Installation, api: Connection[Any], people: People) -> None:
        self.api = api
        self.installation = installation
        self.organization: Organization = people.found("Keys that go")
        self.key, self.proof = make_key(api, self.organization)

    def with_key(self, statement: str, *params: Any) -> Any:
        with self.api.transaction():
            scalar(self.api, OPEN, "key", self.proof, self.organization.id)
            return scalar(self.api, statement, *params)

    def enqueue(self) -> UUID:
        asked: UUID = self.with_key(ENQUEUE, self.organization.id)
        return asked

    def plant(self, name: str = "planted") -> UUID:
        planted: UUID = self.with_key(SCHEDULE, self.organization.id, name)
        return planted

    def end(self, how: str) -> None:
        if how == "expired":
            with self.installation.as_superuser() as behind:
                behind.execute(
                    "update seal_private.credentials set expires_at = now() - interval '1 second'"
                    " where subject = %s",
                    (self.key,),
                )
            return
        with within(self.api, self.organization, "owner"):
            if how == "revoked":
                self.api.execute("select seal.revoke(%s)", (self.key,))
            elif how == "its row deleted":
                self.api.execute("delete from public.api_keys where id = %s", (self.key,))
            else:
                self.api.execute("select core.remove_member(%s)", (self.organization.admin.id,))

    def job(self, job: UUID) -> tuple[Any, ...]:
        with within(self.api, self.organization, "owner"):
            row: tuple[Any, ...] | None = self.api.execute(
                "select status, error ->> 'reason' from public.jobs where id = %s", (job,)
            ).fetchone()
        assert row is not None
        return row

    def schedule(self, schedule: UUID) -> tuple[Any, ...]:
        with within(self.api, self.organization, "owner"):
            row: tuple[Any, ...] | None = self.api.execute(
                "select is_active, off_reason from public.job_schedules where id = %s", (schedule,)
            ).fetchone()
        assert row is not None
        return row

    def job_count(self) -> int:
        with within(self.api, self.organization, "owner"):
            count: int = scalar(self.api, "select count(*) from public.jobs")
        return count

    def worker_of(self, job: UUID) -> UUID:
        with self.installation.as_superuser() as behind:
            worker: UUID = scalar(behind, "select worker_id from public.jobs where id = %s", job)
        return worker

    def tick(self) -> None:
        with self.installation.connect("sb_dispatch") as dispatch:
            assert dispatch.execute("select * from queue.tick()").fetchone() is not None


@pytest.fixture
def keyed(fresh_installation: Installation) -> Iterator[Keyed]:
    """In a database of its own: a round of maintenance covers all organizations."""
    with fresh_installation.connect("sb_api") as api:
        yield Keyed(fresh_installation, api, People(fresh_installation))


@pytest.mark.parametrize("how", ENDS)
def test_with_a_key_end_its_waiting_jobs_and_its_schedules(keyed: Keyed, how: str) -> None:
    asked, planted = keyed.enqueue(), keyed.plant()
    with within(keyed.api, keyed.organization, "owner"):
        kept = scalar(keyed.api, ENQUEUE, keyed.organization.id)
        stays = scalar(keyed.api, SCHEDULE, keyed.organization.id, "stays")
    keyed.tick()
    assert keyed.job(asked)[0] == "queued"
    assert keyed.schedule(planted) == (True, None)
    keyed.end(how)
    keyed.tick()
    assert keyed.job(asked) == ("dead", JOB_OVER)
    assert keyed.schedule(planted) == (False, SCHEDULE_OFF)
    assert keyed.job(kept)[0] == "queued"
    assert keyed.schedule(stays) == (True, None)
    with within(keyed.api, keyed.organization, "owner"):
        said = keyed.api.execute(
            "select actor_kind, detail ->> 'reason' from public.audit_log"
            " where action = 'schedules.switched_off'"
        ).fetchall()
    assert said == [("system", SCHEDULE_OFF)]


@pytest.mark.parametrize("how", ENDS)
def test_a_schedule_of_an_ended_key_does_not_fire_before_it_is_switched_off(
    keyed: Keyed, how: str
) -> None:
    planted = keyed.plant()
    keyed.end(how)
    with keyed.installation.connect("sb_dispatch") as dispatch:
        due = dispatch.execute("select due_at from queue.due_schedules(10)").fetchone()
        assert due is not None
        assert scalar(dispatch, FIRE, keyed.organization.id, planted, due[0]) == "off"
    assert keyed.schedule(planted) == (False, SCHEDULE_OFF)
    assert keyed.job_count() == 0


def test_setting_a_schedule_oneself_makes_it_ones_own(keyed: Keyed) -> None:
    planted = keyed.plant()
    keyed.end("revoked")
    keyed.tick()
    with within(keyed.api, keyed.organization, "owner"):
        assert scalar(keyed.api, SCHEDULE, keyed.organization.id, "planted") == planted
    keyed.tick()
    assert keyed.schedule(planted) == (True, None)


def test_a_job_that_runs_is_ended_with_the_key(keyed: Keyed) -> None:
    asked = keyed.enqueue()
    org = keyed.organization.id
    with (
        keyed.installation.connect("sb_dispatch") as dispatch,
        keyed.installation.connect("sb_worker") as worker,
    ):
        lease = next(token for _, job, token in dispatch.execute(CLAIM, ["1 hour"]) if job == asked)
        with worker.transaction():
            scalar(worker, "select seal.open_job(%s, %s, %s)", asked, lease, org)
            # a job that the body enqueues belongs to the key as well
            further = scalar(worker, ENQUEUE, org)
            keyed.end("revoked")
            with refused(REFUSED), worker.transaction():
                worker.execute("select queue.finish(%s, null)", (lease,))
        with refused(REFUSED), worker.transaction():
            scalar(worker, "select seal.open_job(%s, %s, %s)", asked, lease, org)
        verdicts = dispatch.execute(
            "select job_id, verdict from queue.beat(%s, %s, %s, %s, %s)",
            (keyed.worker_of(asked), [org], [asked], [lease], [0]),
        ).fetchall()
    assert verdicts == [(asked, "key ended")]
    keyed.tick()
    assert keyed.job(further) == ("dead", JOB_OVER)


@pytest.mark.parametrize("lasts", ["2 days", "23 hours"])
def test_a_key_lives_no_longer_than_its_row_says(
    api: Connection[Any], people: People, lasts: str
) -> None:
    organization = people.found("Short lives")
    with within(api, organization, "admin"):
        row = add_key_row(api, organization, "1 day")
        if lasts == "2 days":
            with refused(REFUSED), api.transaction():
                issue(api, "key", subject=row, lasts=lasts)
        else:
            issue(api, "key", subject=row, lasts=lasts)


@pytest.mark.parametrize("kind", ["key", "link"])
def test_a_credential_hangs_on_a_row_of_its_own_maker(
    api: Connection[Any], people: People, kind: str
) -> None:
    organization = people.found("Rows of others")
    with within(api, organization, "admin"):
        row = add_key_row(api, organization) if kind == "key" else add_link_row(api)
    with within(api, organization, "owner"), refused(REFUSED), api.transaction():
        issue(api, kind, subject=row)
    with within(api, organization, "admin"):
        issue(api, kind, subject=row)
