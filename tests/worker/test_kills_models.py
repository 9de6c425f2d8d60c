"""A worker dies while a model works for it: the same proposal, each finished step paid once."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from sealedbid.intelligence.models import RunMode
from sealedbid.intelligence.run.order import ORDERS
from sealedbid.intelligence.writer import WRITERS
from sealedbid.usecases.answering import answer
from sealedbid.usecases.drafting import as_documents
from sealedbid.worker.run import run_worker
from tests.fixtures.agencies import wait_for
from tests.fixtures.desk import BRIEF, WRITING, Desk
from tests.fixtures.model_server import Asked, ModelServer, Script, model_server, streamed
from tests.fixtures.streaming import PARTS, PRICE, Streaming, part_of, reply, usage
from tests.worker import streamed as streamed_jobs

LEASE = 1.0  # second
MODES: tuple[RunMode, ...] = ("fast", "full")
OPEN = f"{BRIEF} The work starts on 03/09/2029. Send your proposal by 04/05/2029."
FULL = [step.name for step in ORDERS["full"]]
REQUESTS = {FULL[0]: 1, FULL[2]: 1, WRITING: len(PARTS)}
"""Requests to the model that an undisturbed step makes."""
DONE = """
select step, count(*)::int, sum(tokens_in + tokens_out)::int from public.agent_steps
 where run_id = %s and status = 'done' group by step
"""
KILLS = [
    (mode, step.name, where)
    for mode in MODES
    for step in ORDERS[mode]
    for where in ("before", "inside", "after")
]


def step_of(asked: Asked) -> str:
    """The step that makes the request."""
    if asked.body.get("stream"):
        return WRITING
    return FULL[2] if "positioning" in json.dumps(asked.body) else FULL[0]


class Hanging:
    """The server, which stops in the answer to one step, once."""

    def __init__(self) -> None:
        self.at = ""
        self.reached = asyncio.Event()
        self.counts: Counter[str] = Counter()

    def reply(self, asked: Asked) -> Script:
        step = step_of(asked)
        self.counts[step] += 1
        if step != self.at or (step == WRITING and self.counts[step] < len(PARTS)):
            return reply(asked)
        self.at = ""
        self.reached.set()
        if step == WRITING:
            pieces = streamed([piece.encode() for piece in part_of(asked)])
            return [*pieces[:2], 600.0]
        return [600.0]


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as server:
        yield server


@pytest.fixture
def stopping(served: ModelServer) -> Hanging:
    hanging = Hanging()
    served.reply = hanging.reply
    return hanging


@pytest.fixture
def writing(desk: Desk, served: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setitem(WRITERS, Streaming.name, Streaming)
    desk.models.update(
        model_writer="small",
        model_url=f"{served.url}/v1",
        model_retries=0,
        model_prices=PRICE,
    )
    for name, value in variables(desk).items():  # for bodies in processes of their own
        monkeypatch.setenv(name, value)
    return desk


def variables(desk: Desk) -> dict[str, str]:
    """The settings of models, as an environment has them."""
    return {
        f"SEALEDBID_{name.upper()}": value if isinstance(value, str) else json.dumps(value)
        for name, value in desk.models.items()
    }


@contextmanager
def worker(desk: Desk, step: str, where: str) -> Iterator[subprocess.Popen[str]]:
    """A worker process that stops at this step; it is killed with the context."""
    settings = desk.installation.settings
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.worker.hanging", step, where, str(LEASE)],
        env={
            "PATH": os.environ["PATH"],
            "SEALEDBID_HOME": str(settings.home),
            "SEALEDBID_DATABASE_ADDRESS": str(settings.database_address),
            **variables(desk),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


async def killed(desk: Desk, stopping: Hanging, step: str, where: str) -> None:
    """Let a worker work until it is there, and kill it."""
    is_by_server = where == "inside" and step in REQUESTS
    stopping.at = step if is_by_server else ""
    with worker(desk, "nowhere" if is_by_server else step, where) as process:
        if is_by_server:
            await asyncio.wait_for(stopping.reached.wait(), 60)
        else:
            await wait_for(process, "reached")


async def until_over(desk: Desk, job_id: UUID) -> None:
    """Run workers until the job is done."""
    settings = desk.installation.settings.model_copy(update=desk.models)
    for _ in range(60):
        await run_worker(
            settings, until_idle=True, lease=LEASE, poll=0.1, handlers=streamed_jobs.HANDLERS
        )
        if desk.behind("select 1 from public.jobs where id = %s and status = 'done'", job_id):
            return
        await asyncio.sleep(0.2)
    found = desk.behind("select status, attempt, suspicion, error, progress from public.jobs")
    pytest.fail(f"the draft was never ended: {found}")


async def documents(desk: Desk, proposal_id: UUID) -> Any:
    async with desk.sealed() as tx:
        found = await as_documents(tx, proposal_id)
    assert found is not None
    return found.markdown, found.author.replace(str(proposal_id), "ID")


async def dies(desk: Desk, stopping: Hanging, mode: RunMode, step: str, where: str) -> None:
    """Assert that a draft whose worker dies there is one that nothing has disturbed."""
    how: dict[str, Any] = {"mode": mode, "asks": False, "writer": Streaming.name}
    asked = await desk.ask(**how)
    await killed(desk, stopping, step, where)
    await until_over(desk, asked.job_id)
    names = [one.name for one in ORDERS[mode]]
    run_id = desk.run_of(asked.proposal_id)
    requests = {name: REQUESTS[name] for name in names if name in REQUESTS}
    is_begun = where in ("inside", "after")
    assert stopping.counts == {
        name: count * (2 if name == step and is_begun else 1) for name, count in requests.items()
    }
    spent = {name: usage(count) for name, count in requests.items()}
    assert {row[0]: row[1:] for row in desk.behind(DONE, run_id)} == {
        name: (1, spent[name].tokens_in + spent[name].tokens_out if name in spent else 0)
        for name in names
    }
    counts = desk.behind(
        "select (select count(*) from public.agent_runs), r.status, p.brain_status,"
        " (select count(*) from public.proposal_versions v where v.proposal_id = p.id),"
        " (select count(*) from public.usage_events where kind = 'proposal.drafted')"
        " from public.agent_runs r join public.proposals p on p.id = r.proposal_id"
    )
    assert counts == [(1, "done", "done", 1, 1)]
    killed_one = await documents(desk, asked.proposal_id)
    other = await desk.ask(**how)
    await until_over(desk, other.job_id)
    assert await documents(desk, other.proposal_id) == killed_one


@pytest.mark.full
async def test_a_draft_outlives_a_worker_that_dies_in_the_middle_of_an_answer(
    writing: Desk, stopping: Hanging
) -> None:
    await dies(writing, stopping, "fast", WRITING, "inside")


@pytest.mark.full
@pytest.mark.parametrize(("mode", "step", "where"), KILLS)
async def test_a_draft_outlives_its_worker(
    writing: Desk, stopping: Hanging, mode: RunMode, step: str, where: str
) -> None:
    await dies(writing, stopping, mode, step, where)


@pytest.mark.full
@pytest.mark.parametrize("mode", MODES)
async def test_a_draft_outlives_a_worker_that_dies_before_the_end(
    writing: Desk, stopping: Hanging, mode: RunMode
) -> None:
    await dies(writing, stopping, mode, "finish", "before")


@pytest.mark.full
async def test_questions_are_asked_once_although_the_worker_dies(
    writing: Desk, stopping: Hanging
) -> None:
    asked = await writing.ask(OPEN, mode="full", writer=Streaming.name)
    await killed(writing, stopping, "wait", "before")
    await until_over(writing, asked.job_id)
    run_id = writing.run_of(asked.proposal_id)
    assert [row[:2] for row in writing.attempts(run_id)] == [(name, 1) for name in FULL[:2]]
    states = "select status, waits_for from public.agent_runs"
    assert writing.behind(states) == [("needs_input", ["deadline", "start"])]
    async with writing.sealed() as tx:
        for key, text in (("deadline", "4 May 2029"), ("start", "3 September 2029")):
            await answer(tx, asked.proposal_id, key, text)
    ((job_id,),) = writing.behind("select id from public.jobs where status = 'queued'")
    await killed(writing, stopping, WRITING, "inside")
    await until_over(writing, job_id)
    assert stopping.counts == {FULL[0]: 1, FULL[2]: 1, WRITING: 2 * len(PARTS)}
    assert writing.behind(states) == [("done", [])]
