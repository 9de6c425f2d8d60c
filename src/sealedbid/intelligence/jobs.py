"""The jobs of the intelligence domain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sealedbid.content.repository import proposals
from sealedbid.core.models import Client
from sealedbid.intelligence.errors import RunAtWorkError, UnknownWriterError
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.resuming import prepare
from sealedbid.intelligence.run.runner import Runner
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.platform.postgres import Transaction
from sealedbid.system.handlers import job
from sealedbid.system.repository import jobs
from sealedbid.system.running import JobFailedError, RunningJob


@job("proposal.draft", DraftPayload)
async def draft(running: RunningJob, payload: DraftPayload) -> None:
    """Draft the proposal, continuing a run that another worker or a person has begun."""
    try:
        runner = Runner(running, payload)
    except UnknownWriterError as error:
        raise JobFailedError(str(error)) from error
    await runner.run()


async def request_draft(
    tx: Transaction,
    client: Client,
    *,
    title: str,
    brief: str,
    currency: str,
    writer: str = COMPOSER,
) -> tuple[UUID, UUID]:
    """Add a proposal, and enqueue the job that drafts it; return the ids of both."""
    proposal_id = await proposals.add(
        tx,
        client_id=client.id,
        title=title,
        brief=brief,
        currency=currency,
        brain_status="queued",
    )
    payload = DraftPayload(proposal_id=proposal_id, writer=writer)
    asked = await draft.enqueue(tx, payload, unique_key=str(proposal_id))
    return proposal_id, asked.id


async def request_resume(
    tx: Transaction,
    run_id: UUID,
    step: str,
    edits: Mapping[str, Any] | None = None,
    *,
    writer: str = COMPOSER,
) -> tuple[UUID, UUID] | None:
    """Enqueue the job that resumes a run; return the ids of the proposal and the job.

    None if there is no such run. Raises RunAtWorkError, and whatever ``prepare`` raises.
    """
    payload = await prepare(tx, run_id, step, edits, writer=writer)
    if payload is None:
        return None
    key = str(payload.proposal_id)
    if await jobs.is_pending(tx, draft.name, key):
        raise RunAtWorkError
    await proposals.set_brain_status(tx, payload.proposal_id, "queued")
    asked = await draft.enqueue(tx, payload, unique_key=key)
    return payload.proposal_id, asked.id
