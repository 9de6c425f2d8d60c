"""The jobs of the intelligence domain."""

from __future__ import annotations

from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from sealedbid.content.repository import proposals
from sealedbid.core.models import Client
from sealedbid.intelligence.drafting import Drafting
from sealedbid.intelligence.models import RunMode
from sealedbid.platform.postgres import Transaction
from sealedbid.system.repository import jobs
from sealedbid.system.running import JobFailedError, RunningJob

DRAFT = "proposal.draft"


class DraftPayload(BaseModel):
    """What a draft is asked of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    proposal_id: UUID
    lock_version: int = 0  # of the proposal when it was asked for: who edits it later keeps theirs
    mode: RunMode = "fast"


async def request_draft(
    tx: Transaction, client: Client, *, title: str, brief: str, currency: str
) -> tuple[UUID, UUID]:
    """A new proposal, and the job that drafts it, in this transaction; both ids."""
    proposal_id = await proposals.add(
        tx,
        client_id=client.id,
        title=title,
        brief=brief,
        currency=currency,
        brain_status="queued",
    )
    payload = DraftPayload(proposal_id=proposal_id)
    job = await jobs.enqueue(
        tx, DRAFT, payload.model_dump(mode="json"), unique_key=str(proposal_id)
    )
    return proposal_id, job.id


async def draft(job: RunningJob) -> None:
    """The body: drafts the proposal, resuming what another worker has begun."""
    async with job.sealed() as tx:
        row = await jobs.get(tx, job.id)
    if row is None:
        raise JobFailedError("the job is gone")
    try:
        payload = DraftPayload.model_validate(row.payload)
    except ValidationError as error:
        wrong = ", ".join(str(fault["loc"][0]) for fault in error.errors() if fault["loc"])
        raise JobFailedError(f"the payload is malformed: {wrong}") from None
    await Drafting(job, payload.proposal_id, payload.lock_version, payload.mode).run()
