"""Runs that go on when people have answered, and runs that people end."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sealedbid.content.models import Proposal
from sealedbid.content.repository import proposal_versions, proposals
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.rows import answers_of
from sealedbid.intelligence.jobs import draft
from sealedbid.intelligence.repository import agent_runs, proposal_questions
from sealedbid.intelligence.run.asked import DraftPayload, Resumption
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.repository import jobs

CANCELLED: Final = "the run was cancelled"


async def go_on(tx: Transaction, proposal: Proposal) -> UUID | None:
    """Enqueue the job that goes on with a run of which every question is answered; its id.

    None if no run of the proposal waits, or it still does.
    """
    run = await agent_runs.waiting(tx, proposal.id)
    if run is None or proposal.status != "draft":
        return None
    rows = await proposal_questions.of_brief(tx, proposal.id, brief_hash(proposal.brief))
    if not set(run.waits_for) <= set(answers_of(rows)):
        return None
    key = str(proposal.id)
    if await jobs.pending(tx, draft.name, key) is not None:
        return None
    payload = DraftPayload(
        proposal_id=proposal.id,
        lock_version=proposal.lock_version,
        mode=run.mode,
        writer=run.writer,
        model=run.model,
        asks=False,  # a run asks once
        resumption=Resumption(run_id=run.id),
    )
    await proposal_versions.freeze_edits(tx, proposal.id)
    await proposals.set_brain_status(tx, proposal.id, "queued")
    return (await draft.enqueue(tx, payload, unique_key=key)).id


async def job_at(tx: Transaction, run_id: UUID) -> UUID | None:
    """Return the id of the job that is at work on the run or is to go on with it, or None."""
    run = await agent_runs.get(tx, run_id)
    if run is None:
        return None
    pending = await jobs.pending(tx, draft.name, str(run.proposal_id))
    job = None if pending is None else await jobs.get(tx, pending)
    if job is None:
        return None
    resumption = DraftPayload.model_validate(job.payload).resumption
    is_of_it = run.job_id == job.id or (resumption is not None and resumption.run_id == run_id)
    return job.id if is_of_it else None


async def cancel_run(tx: Transaction, run_id: UUID) -> bool | None:
    """End a run: at its next step, in the middle of an answer of a model, or while it waits.

    Nothing is published; a finished step stays, and a resumed run does not repeat it. False if
    neither the run nor a job that is to go on with it is at work; None if there is no such run.
    Raises NotAllowedError.
    """
    run = await agent_runs.get(tx, run_id)
    if run is None:
        return None
    job = await job_at(tx, run_id)  # another run's job is none of this one's
    is_ended = job is not None and await jobs.stop(tx, CANCELLED, job=job) > 0
    if run.status == "needs_input":
        is_ended = await agent_runs.cancel(tx, run_id) or is_ended
    return is_ended
