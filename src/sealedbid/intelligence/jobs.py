"""The jobs of the intelligence domain."""

from __future__ import annotations

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sealedbid.content.repository import proposals
from sealedbid.core.models import Client
from sealedbid.intelligence.drafting import Drafting
from sealedbid.intelligence.models import RunMode
from sealedbid.platform.postgres import Transaction
from sealedbid.system.handlers import job
from sealedbid.system.running import RunningJob


class DraftPayload(BaseModel):
    """What a draft is asked of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    proposal_id: UUID
    lock_version: int = 0  # of the proposal when it was asked for: who edits it later keeps theirs
    mode: RunMode = "fast"


@job("proposal.draft", DraftPayload)
async def draft(running: RunningJob, payload: DraftPayload) -> None:
    """Drafts the proposal, resuming what another worker has begun."""
    await Drafting(running, payload.proposal_id, payload.lock_version, payload.mode).run()


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
    asked = await draft.enqueue(tx, payload, unique_key=str(proposal_id))
    return proposal_id, asked.id
