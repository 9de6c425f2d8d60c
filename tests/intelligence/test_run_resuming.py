"""A person resumes a run: earlier steps stay as they are, later ones run again, as new attempts."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from sealedbid.content.repository import proposals
from sealedbid.intelligence.embedding import open_embedder
from sealedbid.intelligence.errors import (
    BriefChangedError,
    InputRefusedError,
    NotADraftError,
    RunAtWorkError,
    StepNotReachedError,
    UnknownStepError,
)
from sealedbid.intelligence.run.resuming import input_now
from sealedbid.intelligence.writer import WRITERS, Assignment, Written
from sealedbid.platform.errors import NotAllowedError
from sealedbid.usecases.drafting import request_resume
from tests.fixtures.desk import (
    BRIEF,
    FIRST,
    LAST,
    NAMES,
    PAID,
    SECOND,
    STEPS,
    WRITING,
    Counted,
    Desk,
)


@pytest.mark.full
async def test_another_organization_finds_no_run_to_resume(desk: Desk) -> None:
    _, run_id = await desk.draft()
    before = desk.behind(STEPS, run_id)
    for organization, found in ((desk.world.b, False), (desk.world.a, True)):
        async with desk.sealed("owner", organization) as tx:
            assert (await input_now(tx, run_id, LAST) is not None) is found
            assert (await request_resume(tx, run_id, LAST) is not None) is found
    assert desk.behind(STEPS, run_id) == before
    async with desk.sealed() as tx:
        assert await request_resume(tx, uuid4(), LAST) is None


@pytest.mark.full
@pytest.mark.parametrize(
    "step",
    [pytest.param(name, marks=() if name == "write" else pytest.mark.full) for name in NAMES],
)
async def test_earlier_steps_stay_and_later_ones_run_again(desk: Desk, step: str) -> None:
    proposal_id, run_id = await desk.draft()
    before = desk.behind(STEPS, run_id)
    assert await desk.resume(run_id, step) is not None
    await desk.work()
    after = desk.behind(STEPS, run_id)
    assert after[: len(before)] == before
    place = NAMES.index(step)
    assert [row[:3] for row in after[len(before) :]] == [
        (name, 2, "done") for name in NAMES[place:]
    ]
    again = step in NAMES[: NAMES.index(WRITING) + 1]
    assert len(desk.writer.seen) == 1 + again
    assert desk.tokens(run_id) == (1000 * (1 + again), 200 * (1 + again), 30 * (1 + again))
    run = desk.behind(
        "select status, resume_from, current_step, (select count(*) from public.agent_runs),"
        " (select sum(actual_tokens) from public.jobs) from public.agent_runs where id = %s",
        run_id,
    )
    assert run == [("done", step, LAST, 1, 1200 * (1 + again))]
    shown = await desk.read(proposal_id)
    assert shown.proposal.brain_status == "done"
    versions = "select number, reason from public.proposal_versions order by number"
    assert desk.behind(versions) == [(1, "ai"), (2, "ai")]


async def test_who_wrote_is_stored_with_the_step(desk: Desk) -> None:
    _, run_id = await desk.draft()
    by = {row[0]: row[7] for row in desk.behind(STEPS, run_id)}
    named = {SECOND: open_embedder("hashed").model, WRITING: Counted.name}
    assert by == dict.fromkeys(NAMES) | named


@pytest.mark.full
async def test_the_step_gets_the_changed_input_and_so_do_those_after_it(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    brief = (await desk.given(run_id, WRITING))["brief"]
    assert brief["requirements"]
    changed = {**brief, "title": "A library for everybody"}
    await desk.resume(run_id, WRITING, {"brief": changed, "client": "Library"})
    await desk.work()
    assert desk.writer.seen[-1].brief.title == "A library for everybody"
    assert (await desk.read(proposal_id)).proposal.title == "A library for everybody"
    edits = {(row[0], row[1]): row[8] for row in desk.behind(STEPS, run_id)}
    assert edits.pop((WRITING, 2)) == {"brief": changed}  # the client is as it was
    assert not any(edits.values())
    # Who resumes a later step reads the same.
    assert (await desk.given(run_id, WRITING))["brief"] == brief
    await desk.resume(run_id, LAST)
    await desk.work()
    assert (await desk.read(proposal_id)).proposal.title == "A library for everybody"


@pytest.mark.full
async def test_a_resumed_review_reads_what_the_run_keeps_of_the_writer(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    desk.behind(
        "update public.agent_runs set cached_writer_output = jsonb_set(cached_writer_output,"
        " '{draft,document,sections,0,blocks,0,text}', '\"We have 417 offices.\"') where id = %s",
        run_id,
    )
    draft = (await desk.given(run_id, LAST))["draft"]
    assert draft["document"]["sections"][0]["blocks"][0]["text"] == "We have 417 offices."
    await desk.resume(run_id, LAST)
    await desk.work()
    found = desk.behind(
        "select jsonb_path_query_first(output, '$.sentences[*] ? (@.verdict == \"unsupported\")')"
        " ->> 'text' from public.agent_steps"
        " where run_id = %s and step = %s order by attempt",
        run_id,
        LAST,
    )
    assert found == [(None,), ("We have 417 offices.",)]
    shown = await desk.read(proposal_id)
    assert shown.document.sections[0].blocks[0].text == "We have 417 offices."
    assert len(desk.writer.seen) == 1


@pytest.mark.full
async def test_a_person_changes_the_draft_before_it_is_reviewed(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    draft = (await desk.given(run_id, LAST))["draft"]
    await desk.resume(run_id, LAST, {"draft": {**draft, "title": "Mine"}})
    await desk.work()
    assert (await desk.read(proposal_id)).proposal.title == "Mine"


@pytest.mark.full
async def test_another_brief_is_read_and_kept(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    text = BRIEF.replace("12 pages", "14 pages")
    await desk.resume(run_id, FIRST, {"text": text})
    await desk.work()
    shown = await desk.read(proposal_id)
    assert shown.proposal.brief == text
    assert desk.writer.seen[-1].text == text
    assert "14 pages" in shown.document.model_dump_json()


@pytest.mark.full
async def test_a_brief_that_was_changed_is_read_again(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    async with desk.sealed() as tx:
        now = await proposals.get(tx, proposal_id)
        assert now is not None
        text, read = BRIEF + " Or not.", now.lock_version
        assert await proposals.set_brief(tx, proposal_id, text, lock_version=read) == read + 1
    with pytest.raises(BriefChangedError, match=f"resume from {FIRST}"):
        await desk.resume(run_id, LAST)
    await desk.resume(run_id, FIRST)
    await desk.work()
    assert (await desk.read(proposal_id)).proposal.brain_status == "done"


@pytest.mark.full
async def test_what_a_person_has_written_is_kept_as_a_version(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    async with desk.sealed() as tx:
        now = await proposals.get(tx, proposal_id)
        assert now is not None
        assert await proposals.write(
            tx,
            proposal_id,
            lock_version=now.lock_version,
            title="Mine",
            content={"sections": []},
            brain_status="done",
        )
    await desk.resume(run_id, LAST)
    await desk.work()
    assert (await desk.read(proposal_id)).proposal.title != "Mine"
    found = desk.behind("select number, reason, title = 'Mine' from public.proposal_versions")
    assert sorted(found) == [(1, "ai", False), (2, "manual", True), (3, "ai", False)]


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    (WRITING, {"brief": {"title": 7}}, r"brief\.title: Input should be a valid string"),
    (WRITING, {"brieff": {}}, "brieff: Extra inputs are not permitted"),
    (WRITING, {"client": None}, "client: "),
    (WRITING, {"client": "x" * 1_000_000}, "client: .* bytes"),
    (LAST, {"draft": []}, "draft: "),
    (WRITING, {"text": "Another brief, later."}, f"text: .*resume from {FIRST}"),
]
"""Steps, inputs that they cannot have, and the words that name the field."""


@pytest.mark.full
async def test_an_input_that_is_none_is_refused_by_the_field(desk: Desk) -> None:
    _, run_id = await desk.draft()
    for step, edits, said in REFUSED:
        with pytest.raises(InputRefusedError, match=said):
            await desk.resume(run_id, step, edits)
    assert desk.behind("select count(*) from public.jobs") == [(1,)]


@pytest.mark.full
async def test_what_cannot_be_resumed_is_refused(desk: Desk) -> None:
    proposal_id, run_id = await desk.draft()
    with pytest.raises(UnknownStepError, match="choose one of"):
        await desk.resume(run_id, "sing")
    with pytest.raises(NotAllowedError):
        await desk.resume(run_id, LAST, role="viewer")
    assert await desk.resume(run_id, LAST) is not None
    with pytest.raises(RunAtWorkError):
        await desk.resume(run_id, FIRST)
    await desk.work()
    async with desk.sealed() as tx:
        for status in ("sent", "accepted"):
            await proposals.move(tx, proposal_id, status)
    with pytest.raises(NotADraftError, match="accepted"):
        await desk.resume(run_id, LAST)
    assert desk.attempts(run_id)[len(NAMES) :] == [(LAST, 2)]


@pytest.mark.full
async def test_a_run_that_failed_is_resumed_where_it_failed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, run_id = await desk.draft()
    await desk.resume(run_id, FIRST)
    with monkeypatch.context() as patched:
        patched.delitem(WRITERS, Counted.name)
        await desk.work()
    assert desk.attempts(run_id) == [(name, 1) for name in NAMES]  # it never began
    await desk.resume(run_id, FIRST)

    async def fail(assignment: Assignment) -> Written:
        raise RuntimeError("the model is away")

    with monkeypatch.context() as patched:
        patched.setattr(desk.writer, "write", fail, raising=False)
        desk.behind("update public.jobs set max_attempts = 1 where status = 'queued'")
        await desk.work()
    again = NAMES[: NAMES.index(WRITING) + 1]
    assert desk.attempts(run_id)[len(NAMES) :] == [(name, 2) for name in again]
    ended = desk.behind(
        "select r.status, s.status, s.error ->> 'reason' from public.agent_runs r"
        " join public.agent_steps s on s.run_id = r.id where s.step = %s and s.attempt = 2",
        WRITING,
    )
    assert ended == [("failed", "failed", "RuntimeError")]
    with pytest.raises(StepNotReachedError, match=f"resume from {WRITING}"):
        await desk.resume(run_id, LAST)
    await desk.resume(run_id, WRITING)
    await desk.work()
    assert desk.attempts(run_id)[len(NAMES + again) :] == [(WRITING, 3), (LAST, 2)]
    assert desk.tokens(run_id)[0] == 2 * PAID.tokens_in
