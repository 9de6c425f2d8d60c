"""Requirements found in briefs, and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sealedbid.content.models import AnswerState, Requirement
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "rfp_requirements")


async def replace(
    tx: Transaction, proposal_id: UUID, requirements: Sequence[dict[str, Any]]
) -> dict[str, UUID]:
    """Make these the proposal's requirements; their ids by ref."""
    await tx.run(QUERIES["clear"], proposal_id=proposal_id)
    await tx.many(QUERIES["add"], [{**one, "proposal_id": proposal_id} for one in requirements])
    return {one.ref: one.id for one in await of_proposal(tx, proposal_id)}


async def of_proposal(tx: Transaction, proposal_id: UUID) -> list[Requirement]:
    """The compliance matrix, in the order of the brief."""
    return await tx.all(QUERIES["of_proposal"], Requirement, proposal_id=proposal_id)


async def set_state(
    tx: Transaction, proposal_id: UUID, ref: str, answer_state: AnswerState
) -> bool:
    """Keep what a person says of its answer; False if there is no such requirement."""
    changed = await tx.run(
        QUERIES["set_state"], proposal_id=proposal_id, ref=ref, answer_state=answer_state
    )
    return changed == 1


async def reopen(tx: Transaction, proposal_id: UUID, ref: str) -> bool:
    """Take back what a person said; the next draft may find another state. False if unknown."""
    return await tx.run(QUERIES["reopen"], proposal_id=proposal_id, ref=ref) == 1
