"""A run that asks models: what it takes is counted, limited, shown, and cut off where it has to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from sealedbid.intelligence.run import telling
from sealedbid.intelligence.run.order import ORDERS
from sealedbid.intelligence.writer import WRITERS
from sealedbid.usecases.running import cancel_run
from sealedbid.usecases.watching import Watched, look
from sealedbid.worker.run import run_worker
from tests.fixtures.desk import BRIEF, LAST, NAMES, WRITING, Desk
from tests.fixtures.model_server import (
    Asked,
    ModelServer,
    Script,
    answer,
    events,
    model_server,
    streamed,
)
from tests.fixtures.streaming import PARTS, PRICE, Streaming, part_of, reply, usage

FULL = [step.name for step in ORDERS["full"]]
STATE = """
select r.status, p.brain_status, r.error ->> 'limit', p.title
  from public.agent_runs r join public.proposals p on p.id = r.proposal_id where r.id = %s
"""
TAKEN = """
select step, status, tokens_in, tokens_out, cost_micros, model from public.agent_steps
 where run_id = %s order by created_at, id
"""
SUMS = """
select r.tokens_in, r.tokens_out, r.cost_micros,
       (select sum(actual_tokens)::int from public.jobs),
       (select coalesce(sum(tokens), 0)::int from public.usage_events)
  from public.agent_runs r where r.id = %s
"""
WHOLE = "Prose. " + "".join(f"The {part} part. " for part in PARTS)
INTAKE, PLAN = 1, 1  # requests


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as server:
        server.reply = reply
        yield server


@pytest.fixture
def writing(desk: Desk, served: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose worker asks the server."""
    monkeypatch.setitem(WRITERS, Streaming.name, Streaming)
    desk.models.update(
        model_writer="small",
        model_url=f"{served.url}/v1",
        model_retries=0,
        model_prices=PRICE,
        model_run_tokens=None,
    )
    return desk


async def drafted(desk: Desk, **how: Any) -> UUID:
    _, run_id = await desk.draft(BRIEF, **{"writer": Streaming.name, **how})
    return run_id


def state(desk: Desk, run_id: UUID) -> Any:
    (found,) = desk.behind(STATE, run_id)
    return found


def taken(desk: Desk, run_id: UUID) -> dict[str, tuple[int, int, int]]:
    """Tokens and money of the finished attempts, by step; those that took any."""
    return {row[0]: row[2:5] for row in desk.behind(TAKEN, run_id) if row[1] == "done" and row[2]}


def of(requests: int) -> tuple[int, int, int]:
    found = usage(requests)
    return found.tokens_in, found.tokens_out, found.cost_micros


async def test_what_models_take_is_counted_once(writing: Desk, served: ModelServer) -> None:
    run_id = await drafted(writing, mode="full", asks=False)
    assert state(writing, run_id) == ("done", "done", None, WHOLE)
    assert taken(writing, run_id) == {
        FULL[0]: of(INTAKE),
        FULL[2]: of(PLAN),
        WRITING: of(len(PARTS)),
    }
    requests = INTAKE + PLAN + len(PARTS)
    assert len(served.asked) == requests
    whole = usage(requests)
    tokens = whole.tokens_in + whole.tokens_out
    assert writing.behind(SUMS, run_id) == [(*of(requests), tokens, tokens)]
    ((model,),) = writing.behind(
        "select model from public.agent_steps where run_id = %s and step = %s", run_id, WRITING
    )
    assert model == "small"


@pytest.mark.full
async def test_an_attempt_that_fails_keeps_what_it_has_spent(
    writing: Desk, served: ModelServer
) -> None:
    failed = iter([False, False, False, True])

    def once(asked: Asked) -> Script:
        return answer("{}", status=500) if next(failed, False) else reply(asked)

    served.reply = once
    run_id = await drafted(writing)
    for _ in range(50):
        if state(writing, run_id)[0] == "done":
            break
        writing.behind(
            "update public.jobs set run_at = now(), status = 'queued' where status = 'scheduled'"
        )
        await writing.work()
    rows = [row[:4] for row in writing.behind(TAKEN, run_id) if row[0] == WRITING]
    two, three = usage(2), usage(3)
    assert rows == [
        (WRITING, "failed", two.tokens_in, two.tokens_out),
        (WRITING, "done", three.tokens_in, three.tokens_out),
    ]
    (sums,) = writing.behind(SUMS, run_id)
    assert sums[:3] == of(INTAKE + 2 + 3)
    assert sums[3] == sum(sums[:2])


@pytest.mark.full
@pytest.mark.parametrize("scope", ["run", "month"])
async def test_a_limit_ends_the_models_part_and_the_draft_is_there(
    writing: Desk, served: ModelServer, scope: str
) -> None:
    limit = 5000
    dear = {"prompt_tokens": limit, "completion_tokens": 7, "total_tokens": limit + 7}

    def take_all(asked: Asked) -> Script:
        """The first part leaves no room for another."""
        is_part = asked.body.get("stream")
        return streamed(events(part_of(asked), usage=dear)) if is_part else reply(asked)

    served.reply = take_all
    if scope == "run":
        writing.models["model_run_tokens"] = limit
    else:
        writing.behind(
            "insert into public.job_lanes (org_id, token_limit) values (%s, %s)",
            writing.world.a.id,
            limit,
        )
    run_id = await drafted(writing)
    status, brain, reached, title = state(writing, run_id)
    assert (status, brain, reached) == ("limited", "done", scope)
    assert title == f"Prose. The {PARTS[0]} part. "
    ((error,),) = writing.behind("select error ->> 'reason' from public.agent_runs")
    assert "limit" in error
    assert writing.behind("select status, result ->> 'limit' from public.jobs") == [("done", scope)]

    # With more room the model writes again, and nothing else is repeated.
    served.reply = reply
    writing.models["model_run_tokens"] = None
    writing.behind("update public.job_lanes set token_limit = null")
    before = len(writing.attempts(run_id))
    await writing.resume(run_id)
    await writing.work()
    assert state(writing, run_id) == ("done", "done", None, WHOLE)
    assert [name for name, _ in writing.attempts(run_id)[before:]] == [WRITING, LAST]


@pytest.mark.full
async def test_tokens_of_attempts_that_died_count_against_the_limit(
    writing: Desk, served: ModelServer
) -> None:
    writing.models["model_run_tokens"] = 1000
    asked = await writing.ask(writer=Streaming.name)
    writing.behind("update public.jobs set actual_tokens = 990")
    await writing.work()
    run_id = writing.run_of(asked.proposal_id)
    assert state(writing, run_id)[:3] == ("limited", "done", "run")
    assert served.asked == []


@pytest.mark.full
async def test_money_that_attempts_that_died_had_reported_counts_against_the_limit(
    writing: Desk, served: ModelServer
) -> None:
    writing.models["model_run_micros"] = 1000
    asked = await writing.ask(writer=Streaming.name)
    writing.behind('update public.jobs set progress = \'{"tokens": 9, "cost_micros": 990}\'')
    await writing.work()
    run_id = writing.run_of(asked.proposal_id)
    assert state(writing, run_id)[:3] == ("limited", "done", "run")
    assert served.asked == []


@pytest.mark.full
async def test_a_key_that_is_refused_is_no_reason_to_try_again(
    writing: Desk, served: ModelServer
) -> None:
    served.reply = lambda asked: answer("{}", status=401)
    run_id = await drafted(writing)
    assert state(writing, run_id)[:2] == ("failed", "failed")
    ended = writing.behind("select status, attempt, error ->> 'reason' from public.jobs")
    ((status, attempt, reason),) = ended
    assert (status, attempt) == ("dead", 1)
    assert "wants a key" in reason


@pytest.mark.full
async def test_a_model_that_a_person_names_goes_before_that_of_the_settings(
    writing: Desk, served: ModelServer
) -> None:
    await drafted(writing, model="openai:large")
    assert {asked.body["model"] for asked in served.asked} == {"large"}


@pytest.mark.full
async def test_the_composer_asks_no_model(writing: Desk, served: ModelServer) -> None:
    run_id = await drafted(writing, writer="composer", mode="full", asks=False)
    assert state(writing, run_id)[:2] == ("done", "done")
    assert served.asked == []


@pytest.mark.full
async def test_a_run_is_cancelled_in_the_middle_of_an_answer(
    writing: Desk, served: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server sees the connection end; nothing is published, and what came is counted."""
    monkeypatch.setattr(telling, "EVERY", 0.0)

    def drip(asked: Asked) -> Script:
        if not asked.body.get("stream"):
            return reply(asked)
        slow: list[Any] = []
        for piece in events(["word "] * 600):
            slow += [piece, 0.1]
        return streamed(slow)

    served.reply = drip
    asked = await writing.ask(writer=Streaming.name)
    settings = writing.installation.settings.model_copy(update=writing.models)
    worker = asyncio.create_task(run_worker(settings, until_idle=True, lease=0.6, poll=0.1))
    seen = await _until_words(writing, asked.job_id)
    assert seen.job.progress is not None
    assert seen.job.progress["step"] == WRITING
    assert seen.job.progress["tokens"] >= usage(INTAKE).tokens_in
    run_id = writing.run_of(asked.proposal_id)
    async with writing.sealed() as tx:
        assert await cancel_run(tx, run_id)
    await asyncio.wait_for(worker, 20)
    assert state(writing, run_id)[:2] == ("cancelled", "cancelled")
    assert writing.behind("select count(*) from public.proposal_versions") == [(0,)]
    rows = writing.behind(TAKEN, run_id)
    assert [row[:2] for row in rows] == [
        *((name, "done") for name in NAMES[:2]),
        (WRITING, "failed"),
    ]
    assert rows[-1][3] > 0
    (sums,) = writing.behind(SUMS, run_id)
    assert sums[0] + sums[1] == sums[3] == sums[4]
    for _ in range(100):
        if served.left:
            break
        await asyncio.sleep(0.05)
    assert served.left == 1


async def _until_words(desk: Desk, job_id: UUID) -> Watched:
    """Watch until the writer has told of its words."""
    for _ in range(400):
        async with desk.sealed() as tx:
            seen = await look(tx, job_id)
        if seen and seen.job.progress and "word word" in seen.job.progress["words"]:
            return seen
        await asyncio.sleep(0.05)
    pytest.fail("the writer has told nothing")
