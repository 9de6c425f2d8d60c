"""A run goes on: what was given the same stays, what depends on a change is done again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sealedbid.content.repository import proposals
from sealedbid.intelligence.errors import InputRefusedError
from sealedbid.intelligence.run import runner, waiting
from sealedbid.intelligence.run.order import ORDERS
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.answering import answer, read_questions, take_back
from sealedbid.usecases.drafting import request_resume
from sealedbid.usecases.running import cancel_run
from tests.fixtures.desk import BRIEF, FIRST, LAST, NAMES, PAID, SECOND, STEPS, WRITING, Desk

OPEN = f"{BRIEF} The work starts on 03/09/2029. Send your proposal by 04/05/2029."
FULL = [step.name for step in ORDERS["full"]]
ANSWERS = {"deadline": "4 May 2029", "start": "3 September 2029"}
STATE = """
select r.status, p.brain_status, r.waits_for, r.current_step
  from public.agent_runs r join public.proposals p on p.id = r.proposal_id where r.id = %s
"""
NOWHERE = "# Parking\n\nVisitors leave their bicycles behind the house, next to the river.\n"
FOUND = (
    "# Blind people\n\nOur websites are accessible to people who cannot see: they are read out.\n"
)


def state(desk: Desk, run_id: UUID) -> Any:
    (found,) = desk.behind(STATE, run_id)
    return found


async def say(desk: Desk, proposal_id: UUID, key: str, text: str | None) -> None:
    async with desk.sealed() as tx:
        if text is None:
            await take_back(tx, proposal_id, key)
        else:
            await answer(tx, proposal_id, key, text)


async def again(desk: Desk, run_id: UUID) -> list[str]:
    """The steps that run again when the run is resumed without one being named."""
    before = len(desk.attempts(run_id))
    assert await desk.resume(run_id) is not None
    await desk.work()
    assert state(desk, run_id)[:2] == ("done", "done")
    return [name for name, _ in desk.attempts(run_id)[before:]]


@pytest.mark.full
async def test_a_run_waits_for_answers_and_goes_on_by_itself(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft(OPEN, mode="full")
    assert state(desk, run_id) == ("needs_input", "needs_input", list(ANSWERS), FULL[2])
    assert desk.attempts(run_id) == [(name, 1) for name in FULL[:2]]
    async with desk.sealed() as tx:
        asked = await read_questions(tx, proposal_id)
    assert [(one.key, one.answer) for one in asked] == [("deadline", None), ("start", None)]
    ended = desk.behind("select status, result ->> 'needs_input' from public.jobs")
    assert ended == [("done", '["deadline", "start"]')]
    assert desk.writer.seen == []

    await say(desk, proposal_id, "deadline", ANSWERS["deadline"])
    await desk.work()
    assert state(desk, run_id)[2] == list(ANSWERS)
    await say(desk, proposal_id, "start", ANSWERS["start"])
    await desk.work()
    assert state(desk, run_id) == ("done", "done", [], LAST)
    assert desk.attempts(run_id) == [(name, 1) for name in FULL]
    (given,) = desk.writer.seen
    assert given.answers == ANSWERS
    assert given.strategy is not None
    shown = await desk.read(proposal_id)
    assert shown.proposal.brain_status == "done"


@pytest.mark.full
async def test_a_run_does_not_wait_for_what_was_answered_while_it_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await desk.ask(OPEN, mode="full")
    waits = waiting.wait_for

    async def answered_before(*given: Any) -> Any:
        for key, text in ANSWERS.items():
            await say(desk, asked.proposal_id, key, text)
        return await waits(*given)

    monkeypatch.setattr(runner, "wait_for", answered_before)
    await desk.work()
    run_id = desk.run_of(asked.proposal_id)
    assert state(desk, run_id) == ("done", "done", [], LAST)
    assert desk.attempts(run_id) == [(name, 1) for name in FULL]
    (given,) = desk.writer.seen
    assert given.answers == ANSWERS
    assert desk.behind("select count(*) from public.jobs") == [(1,)]


@pytest.mark.full
async def test_only_what_depends_on_a_change_runs_again(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft(OPEN)
    assert await again(desk, run_id) == []
    assert desk.behind("select count(*) from public.proposal_versions") == [(1,)]
    await say(desk, proposal_id, "start", ANSWERS["start"])
    assert await again(desk, run_id) == [WRITING, LAST]
    assert desk.behind("select count(*) from public.proposal_versions") == [(2,)]
    await desk.learn("parking.md", NOWHERE, "service")  # no question looks among these
    assert await again(desk, run_id) == [SECOND]
    await desk.learn("blind.md", FOUND)
    assert await again(desk, run_id) == [SECOND, WRITING, LAST]
    assert len(desk.writer.seen) == 3
    # Drafted once, however often it was resumed.
    counted = "select count(*) from public.usage_events where kind = 'proposal.drafted'"
    assert desk.behind(counted) == [(1,)]


@pytest.mark.full
async def test_what_was_paid_for_once_is_used_again(desk: Desk) -> None:
    """An answer that is taken back: the draft from before it counts, and nothing is paid."""
    proposal_id, run_id = await desk.draft(OPEN)
    first = await desk.read(proposal_id)
    await say(desk, proposal_id, "start", ANSWERS["start"])
    assert await again(desk, run_id) == [WRITING, LAST]
    assert (await desk.read(proposal_id)).document != first.document
    await say(desk, proposal_id, "start", None)
    assert await again(desk, run_id) == []
    assert (await desk.read(proposal_id)).document == first.document
    assert (await desk.given(run_id, LAST))["draft"]["document"]["sections"] == [
        section.model_dump(mode="json") for section in first.document.sections
    ]
    assert desk.tokens(run_id)[0] == 2 * PAID.tokens_in


@pytest.mark.full
async def test_a_changed_brief_is_read_again_and_all_that_depends_on_it(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    async with desk.sealed() as tx:
        now = await proposals.get(tx, proposal_id)
        assert now is not None
        text = BRIEF.replace("12", "14")
        assert await proposals.set_brief(tx, proposal_id, text, lock_version=now.lock_version)
    assert await again(desk, run_id) == NAMES
    assert desk.writer.seen[-1].text == text


@pytest.mark.full
async def test_the_day_alone_is_no_reason_to_write_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, run_id = await desk.draft()
    zone = "update public.organizations set timezone = %s"
    desk.behind(zone, "Pacific/Kiritimati")
    assert await again(desk, run_id) == []
    desk.behind(zone, "Pacific/Pago_Pago")  # always another day than there
    assert await again(desk, run_id) == []


@pytest.mark.full
async def test_what_a_person_changed_stands_as_long_as_what_it_replaced(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft(OPEN)
    brief = (await desk.given(run_id, WRITING))["brief"]
    mine = {"brief": {**brief, "title": "A library for everybody"}}
    await desk.resume(run_id, WRITING, mine)
    await desk.work()
    assert await again(desk, run_id) == []
    # The answers are another field: the person's title stands.
    await say(desk, proposal_id, "start", ANSWERS["start"])
    assert await again(desk, run_id) == [WRITING, LAST]
    assert (await desk.read(proposal_id)).proposal.title == "A library for everybody"
    # The draft that a person corrected is another by then: their correction goes.
    draft = (await desk.given(run_id, LAST))["draft"]
    await desk.resume(run_id, LAST, {"draft": {**draft, "title": "Mine"}})
    await desk.work()
    assert (await desk.read(proposal_id)).proposal.title == "Mine"
    await say(desk, proposal_id, "start", "4 September 2029")
    assert await again(desk, run_id) == [WRITING, LAST]
    assert (await desk.read(proposal_id)).proposal.title == "A library for everybody"


@pytest.mark.full
async def test_another_writer_writes_again(desk: Desk) -> None:
    _, run_id = await desk.draft()
    async with desk.sealed() as tx:
        assert await request_resume(tx, run_id, writer="composer") is not None
    await desk.work()
    names = [name for name, _ in desk.attempts(run_id)]
    assert names == [*NAMES, FIRST, WRITING, LAST]
    assert len(desk.writer.seen) == 1
    assert await again(desk, run_id) == []  # it keeps the writer that it had last


@pytest.mark.full
async def test_a_person_goes_on_without_an_answer(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft(OPEN, mode="full")
    with pytest.raises(InputRefusedError, match="Name the step"):
        await desk.resume(run_id, None, {"client": "Library"})
    assert await again(desk, run_id) == FULL[2:]
    async with desk.sealed() as tx:
        asked = await read_questions(tx, proposal_id)
    assert {"deadline", "start"} <= {one.key for one in asked if one.answer is None}
    # It waits no more: an answer alone starts nothing.
    await say(desk, proposal_id, "start", ANSWERS["start"])
    await say(desk, proposal_id, "deadline", ANSWERS["deadline"])
    assert desk.behind("select count(*) from public.jobs where status = 'queued'") == [(0,)]


@pytest.mark.full
async def test_a_mode_that_does_not_ask_and_a_draft_that_may_not_go_on(desk: Desk) -> None:
    for how in ({"mode": "fast"}, {"mode": "full", "asks": False}):
        _, run_id = await desk.draft(OPEN, **how)
        assert state(desk, run_id)[:2] == ("done", "done")


@pytest.mark.full
async def test_a_run_that_waits_is_cancelled(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft(OPEN, mode="full")
    for organization, found in ((desk.world.b, None), (desk.world.a, True), (desk.world.a, False)):
        async with desk.sealed("member", organization) as tx:
            assert await cancel_run(tx, run_id) is found
    assert state(desk, run_id) == ("cancelled", "cancelled", [], FULL[2])
    for key, text in ANSWERS.items():
        await say(desk, proposal_id, key, text)
    assert desk.behind("select count(*) from public.jobs") == [(1,)]
    assert await again(desk, run_id) == FULL[2:]


@pytest.mark.full
async def test_a_draft_that_no_worker_has_begun_is_cancelled(desk: Desk) -> None:
    _, run_id = await desk.draft()
    asked = await desk.resume(run_id, LAST)
    assert asked is not None
    async with desk.sealed() as tx:
        assert await cancel_run(tx, run_id)
        proposal = await proposals.get(tx, asked.proposal_id)
    assert proposal is not None
    assert proposal.brain_status == "cancelled"
    await desk.work()
    assert desk.attempts(run_id) == [(name, 1) for name in NAMES]


@pytest.mark.full
async def test_a_dead_job_that_is_tried_again_goes_on_with_its_own_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when another job has resumed the run since, and failed, or was not done with it."""

    async def fail(assignment: Any) -> Any:
        raise RuntimeError("the model is away")

    with monkeypatch.context() as patched:
        patched.setattr(desk.writer, "write", fail, raising=False)
        asked = await desk.ask()
        desk.behind("update public.jobs set max_attempts = 1")
        await desk.work()
        run_id = desk.run_of(asked.proposal_id)
        assert state(desk, run_id)[:2] == ("failed", "failed")
        other = await desk.resume(run_id, SECOND)
        assert other is not None
        desk.behind("update public.jobs set max_attempts = 1")
        await desk.work()
    async with desk.sealed() as tx:
        assert await jobs.retry(tx, asked.job_id)
    await desk.work()
    assert desk.run_of(asked.proposal_id) == run_id
    assert state(desk, run_id)[:2] == ("done", "done")
    done = [row[:2] for row in desk.behind(STEPS, run_id) if row[2] == "done"]
    assert done == [(FIRST, 1), (SECOND, 1), (SECOND, 2), (WRITING, 3), (LAST, 1)]
    # The other's turn is over: the run is done.
    async with desk.sealed() as tx:
        assert await jobs.retry(tx, other.job_id)
    await desk.work()
    assert state(desk, run_id)[:2] == ("done", "done")
