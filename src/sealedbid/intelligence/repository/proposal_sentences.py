"""Judged sentences of proposals' working texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import ProposalSentence
from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "proposal_sentences")


async def replace(tx: Transaction, proposal_id: UUID, sentences: Sequence[dict[str, Any]]) -> None:
    """Make these the judged sentences, in their order; what people did about the others goes.

    Raises NotAllowedError outside a job.
    """
    await tx.run(QUERIES["clear"], proposal_id=proposal_id)
    await tx.many(
        QUERIES["add"],
        [
            {
                **one,
                "proposal_id": proposal_id,
                "position": position,
                "reasons": Jsonb(list(one["reasons"])),
            }
            for position, one in enumerate(sentences, start=1)
        ],
    )


async def of_proposal(tx: Transaction, proposal_id: UUID) -> list[ProposalSentence]:
    """Return the judged sentences in their order, each with its newest resolution."""
    return await tx.all(QUERIES["of_proposal"], ProposalSentence, proposal_id=proposal_id)
