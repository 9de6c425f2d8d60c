"""The life of jobs against a model: after every step each has the model's state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.fixtures.server import Installation
from tests.fixtures.tiers import examples

MAX_ATTEMPTS = 3


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@dataclass
class Model:
    """Expected state of a job."""

    priority: int
    status: str = "queued"
    attempt: int = 0
    crashes: int = 0
    suspicion: int = 0
    tokens: int = 0
    reported: int = 0
    lease: UUID | None = None
    is_to_end: bool = False


class Jobs(RuleBasedStateMachine):
    """One organization, one worker, and everything that may happen to jobs."""

    installation: ClassVar[Installation]

    def __init__(self) -> None:
        super().__init__()
        self.behind = self.installation.as_superuser()
        self.dispatch = self.installation.connect("sb_dispatch")
        self.body = self.installation.connect("sb_worker")
        self.org: UUID = self._behind(
            "insert into public.organizations (name) values ('m') returning id"
        )
        self._behind(
            "insert into public.job_lanes (org_id, token_limit) values (%s, 1000000)"
            " returning org_id",
            self.org,
        )
        self.worker: UUID = self._dispatch("select queue.register('m', 0, interval '1 hour')")
        self.jobs: dict[UUID, Model] = {}
        self.spent = 0
        self.is_proven = False

    def teardown(self) -> None:
        for connection in (self.behind, self.dispatch, self.body):
            connection.close()

    def _behind(self, statement: Any, *params: Any) -> Any:
        row = self.behind.execute(statement, params).fetchone()
        return row[0] if row else None

    def _dispatch(self, statement: Any, *params: Any) -> Any:
        row = self.dispatch.execute(statement, params).fetchone()
        return row[0] if row else None

    def in_state(self, *states: str) -> list[UUID]:
        return sorted(id for id, job in self.jobs.items() if job.status in states)

    @rule(priority=st.sampled_from([1, 50, 100]), is_later=st.booleans())
    def ask(self, priority: int, is_later: bool) -> None:
        id = self._behind(
            "insert into public.jobs (org_id, job_type, priority, max_attempts, run_at)"
            " values (%s, 'test.machine', %s, %s, case when %s then '2199-12-31'::timestamptz"
            " else now() end) returning id",
            *(self.org, priority, MAX_ATTEMPTS, is_later),
        )
        self.jobs[id] = Model(priority, "scheduled" if is_later else "queued")

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        claimed = self.dispatch.execute(
            "select job_id, attempt, lease_token from queue.claim(%s, %s, array[%s]::uuid[])",
            (self.worker, limit, self.org),
        ).fetchall()
        waiting = sorted(self.in_state("queued"), key=lambda id: (self.jobs[id].priority, id))
        suspects = [id for id in waiting if self.jobs[id].suspicion]
        if any(self.jobs[id].suspicion for id in self.in_state("running")):
            suspects, limit = [], 0 if self.is_proven else limit
        elif self.is_proven:
            limit = 1
        others = [id for id in waiting if not self.jobs[id].suspicion]
        assert {id for id, *_ in claimed} == set([*suspects[:1], *others][:limit])
        for id, attempt, lease in claimed:
            job = self.jobs[id]
            job.suspicion = max(job.suspicion, self.is_proven)
            job.status, job.attempt, job.lease = "running", job.attempt + 1, lease
            assert attempt == job.attempt

    @precondition(lambda self: self.in_state("running"))
    @rule(data=st.data(), retry=st.sampled_from([None, "0", "1 hour"]), tokens=st.integers(0, 9))
    def fail(self, data: st.DataObject, retry: str | None, tokens: int) -> None:
        id, job = self._one(data, "running")
        status = self._dispatch(
            "select queue.fail(%s, %s, %s, null, %s::interval, %s)",
            *(self.org, id, job.lease, retry, tokens),
        )
        job.suspicion = min(job.suspicion, job.crashes)
        over = retry is None or job.attempt >= MAX_ATTEMPTS
        job.status = "dead" if over else "queued" if retry == "0" else "scheduled"
        assert status == job.status
        self._spend(job, tokens)

    @precondition(lambda self: self.in_state("running"))
    @rule(data=st.data(), tokens=st.integers(0, 9))
    def release(self, data: st.DataObject, tokens: int) -> None:
        id, job = self._one(data, "running")
        assert self._dispatch(
            "select queue.release(array[%s]::uuid[], array[%s]::uuid[], array[%s]::uuid[],"
            " array[%s]::bigint[])",
            *(self.org, id, job.lease, tokens),
        )
        job.status, job.attempt = "queued", job.attempt - 1
        self._spend(job, tokens)

    @precondition(lambda self: self.in_state("running"))
    @rule(data=st.data())
    def die(self, data: st.DataObject) -> None:
        """Silence the worker under all its running jobs, and register another."""
        del data
        self.behind.execute(
            "update queue.workers set beat_at = beat_at - 2 * ttl where id = %s", (self.worker,)
        )
        self.worker = self._dispatch("select queue.register('m', 0, interval '1 hour')")
        self.dispatch.execute("select queue.rescue()")
        running = [self.jobs[id] for id in self.in_state("running")]
        for job in running:
            if len(running) == 1:
                self._blame(job)
            else:
                job.status = "scheduled" if job.suspicion else "queued"
                job.attempt, job.suspicion = job.attempt - 1, job.suspicion + 1
            self._spend(job, job.reported)  # tokens that it had reported are spent

    @precondition(lambda self: self.in_state("running"))
    @rule(data=st.data(), tokens=st.integers(0, 9))
    def crash(self, data: st.DataObject, tokens: int) -> None:
        """Report a crash, as a worker that lives."""
        id, job = self._one(data, "running")
        status = self._dispatch(
            "select queue.crashed(%s, %s, %s, '{}', %s)", self.org, id, job.lease, tokens
        )
        self._blame(job)
        self.is_proven = True
        assert status == job.status
        self._spend(job, tokens)

    def _blame(self, job: Model) -> None:
        over = job.attempt >= MAX_ATTEMPTS or job.crashes >= 2
        job.status = "dead" if over else "queued" if job.crashes == 0 else "scheduled"
        job.crashes, job.suspicion = job.crashes + 1, max(job.suspicion, 1)

    @precondition(lambda self: self.in_state("scheduled"))
    @rule()
    def come(self) -> None:
        """Let the time come that scheduled jobs wait for."""
        self.behind.execute(
            "update public.jobs set run_at = now() where org_id = %s and status = 'scheduled'",
            (self.org,),
        )
        self.dispatch.execute("select * from queue.tick()")
        for id in self.in_state("scheduled"):
            self.jobs[id].status = "queued"

    @precondition(lambda self: self.jobs)
    @rule(data=st.data())
    def stop(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(sorted(self.jobs)))
        job = self.jobs[id]
        with self.installation.as_owner() as owner:
            row = owner.execute(
                "select queue.stop_jobs('a test', %s, p_job => %s)", (self.org, id)
            ).fetchone()
        assert row == (1 if job.status in ("scheduled", "queued", "running") else 0,)
        if job.status in ("scheduled", "queued"):
            job.status, job.is_to_end = "cancelled", True
        elif job.status == "running":
            job.is_to_end = True

    @precondition(lambda self: self.in_state("running"))
    @rule(data=st.data(), tokens=st.integers(0, 9))
    def finish(self, data: st.DataObject, tokens: int) -> None:
        id, job = self._one(data, "running")
        with self.body.transaction():
            self.body.execute("select seal.open_job(%s, %s, %s)", (id, job.lease, self.org))
            self.body.execute("select queue.finish(%s, '{}', %s)", (job.lease, tokens))
        job.status, job.suspicion = "done", 0
        self._spend(job, tokens)

    @precondition(lambda self: self.in_state("running"))
    @rule(more=st.integers(0, 9))
    def beat(self, more: int) -> None:
        running = [(id, self.jobs[id]) for id in self.in_state("running")]
        for _, job in running:
            job.reported += more
        verdicts = dict(
            self.dispatch.execute(
                "select * from queue.beat(%s, %s::uuid[], %s::uuid[], %s::uuid[], %s::bigint[])",
                (
                    self.worker,
                    [self.org] * len(running),
                    [id for id, _ in running],
                    [job.lease for _, job in running],
                    [job.reported for _, job in running],
                ),
            ).fetchall()
        )
        assert verdicts == {id: "cancelled" for id, job in running if job.is_to_end}
        for id in verdicts:
            job = self.jobs[id]
            tokens = job.reported
            assert self._dispatch(
                "select queue.cancelled(%s, %s, %s, %s)", self.org, id, job.lease, tokens
            )
            job.status, job.suspicion = "cancelled", 0
            self._spend(job, tokens)

    @precondition(lambda self: self.in_state("dead", "cancelled"))
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        id, job = self._one(data, "dead", "cancelled")
        with self.installation.as_owner() as owner:
            row = owner.execute("select queue.retry_job(%s, %s)", (id, self.org)).fetchone()
        assert row == (True,)
        job.status, job.attempt, job.crashes, job.is_to_end = "queued", 0, 0, False

    @precondition(lambda self: self.jobs)
    @rule(data=st.data())
    def use_an_old_lease(self, data: st.DataObject) -> None:
        """Use a lease that has ended: it has no effect."""
        id = data.draw(st.sampled_from(sorted(self.jobs)))
        old = UUID(int=id.int ^ 1)
        assert (
            self._dispatch("select queue.fail(%s, %s, %s, null, null)", self.org, id, old) is None
        )
        assert not self._dispatch("select queue.cancelled(%s, %s, %s)", self.org, id, old)

    def _one(self, data: st.DataObject, *states: str) -> tuple[UUID, Model]:
        id = data.draw(st.sampled_from(self.in_state(*states)))
        return id, self.jobs[id]

    def _spend(self, job: Model, tokens: int) -> None:
        job.tokens += tokens
        job.lease, job.reported = None, 0
        self.spent += tokens

    @invariant()
    def everything_is_where_it_must_be(self) -> None:
        rows = self.behind.execute(
            "select id, status, attempt, crash_count, suspicion, actual_tokens, attempt_tokens,"
            " lease_token, cancel_requested, finished_at is not null from public.jobs"
            " where org_id = %s",
            (self.org,),
        ).fetchall()
        over = ("done", "dead", "cancelled")
        assert {row[0]: row[1:] for row in rows} == {
            id: (
                *(job.status, job.attempt, job.crashes, job.suspicion),
                *(job.tokens, job.reported, job.lease),
                job.is_to_end,
                job.status in over,
            )
            for id, job in self.jobs.items()
        }
        used = self._behind("select tokens_used from public.job_lanes where org_id = %s", self.org)
        assert used == self.spent


@pytest.mark.timeout(240)
def test_jobs_live_as_the_model_says(make_database: Callable[..., Installation]) -> None:
    Jobs.installation = make_database()
    hypothesis.stateful.run_state_machine_as_test(
        Jobs,
        settings=hypothesis.settings(
            max_examples=examples(0.125),
            stateful_step_count=30,
            derandomize=True,
            database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        ),
    )
