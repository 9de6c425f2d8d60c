"""Jobs of a proposal that has had others: each ends, tries again and publishes its own alone."""

from __future__ import annotations

from typing import Any

import pytest

from sealedbid.intelligence.run import runner
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.drafting import request_redraft, request_resume
from sealedbid.usecases.running import cancel_run
from tests.fixtures.desk import Counted, Desk
from tests.intelligence.test_run_continuing import state


@pytest.mark.full
async def test_an_old_run_that_is_cancelled_leaves_the_job_of_another(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    async with desk.sealed() as tx:
        other = await request_redraft(tx, proposal_id, writer=Counted.name)
        assert await cancel_run(tx, run_id) is False
    found = desk.behind("select status from public.jobs where id = %s", other.job_id)
    assert found == [("queued",)]
    await desk.work()
    assert desk.behind("select count(*) from public.proposal_versions") == [(2,)]


async def away(assignment: Any) -> Any:
    raise RuntimeError("the model is away")


@pytest.mark.full
async def test_a_first_job_writes_with_its_own_model_after_another_was_tried(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(desk.writer, "write", away, raising=False)
        asked = await desk.ask()
        desk.behind("update public.jobs set max_attempts = 1")
        await desk.work()
    run_id = desk.run_of(asked.proposal_id)
    async with desk.sealed() as tx:
        assert await request_resume(tx, run_id, model="openai:other") is not None
    desk.behind("update public.jobs set max_attempts = 1")
    await desk.work()  # no key is there
    hand = "select status, writer, model from public.agent_runs"
    assert desk.behind(hand) == [("failed", Counted.name, "openai:other")]
    async with desk.sealed() as tx:
        assert await jobs.retry(tx, asked.job_id)
    await desk.work()
    assert state(desk, run_id)[:2] == ("done", "done")
    assert desk.behind(hand) == [("done", Counted.name, None)]
    assert len(desk.writer.seen) == 1


@pytest.mark.full
async def test_a_resumption_that_changed_nothing_keeps_the_draft_when_it_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Decisions of people about its sentences go with the rows of these."""
    sentences = "select id from public.proposal_sentences order by id"

    async def cut(*given: Any) -> None:
        raise RuntimeError("the worker is gone")

    _, run_id = await desk.draft()
    before = desk.behind(sentences)
    assert before
    asked = await desk.resume(run_id)
    assert asked is not None
    desk.behind("update public.jobs set max_attempts = 1 where id = %s", asked.job_id)
    with monkeypatch.context() as patched:
        patched.setattr(runner, "finish", cut)
        await desk.work()
    assert state(desk, run_id)[:2] == ("failed", "failed")
    async with desk.sealed() as tx:
        assert await jobs.retry(tx, asked.job_id)
    await desk.work()
    assert state(desk, run_id)[:2] == ("done", "done")
    assert desk.behind(sentences) == before
    assert desk.behind("select count(*) from public.proposal_versions") == [(1,)]
