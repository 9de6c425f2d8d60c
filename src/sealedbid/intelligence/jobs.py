"""The jobs of the intelligence domain."""

from __future__ import annotations

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sealedbid.intelligence.drafting import Drafting
from sealedbid.intelligence.models import RunMode
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
