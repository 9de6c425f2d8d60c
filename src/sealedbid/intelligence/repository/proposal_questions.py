"""Questions about proposals, and the answers of people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import ProposalQuestion
from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "proposal_questions")


async def ask(
    tx: Transaction, proposal_id: UUID, brief_sha256: bytes, questions: Sequence[dict[str, Any]]
) -> None:
    """Add these, or renew their words; answers stay. ``position`` is the place in the list."""
    await tx.many(
        QUERIES["ask"],
        [
            {
                **one,
                "proposal_id": proposal_id,
                "brief_sha256": brief_sha256,
                "alternatives": Jsonb(list(one["alternatives"])),
            }
            for one in questions
        ],
    )


async def replace(
    tx: Transaction, proposal_id: UUID, brief_sha256: bytes, questions: Sequence[dict[str, Any]]
) -> None:
    """Make these the questions about this text: open ones that are none of these go."""
    await tx.run(
        QUERIES["forget"],
        proposal_id=proposal_id,
        brief_sha256=brief_sha256,
        keys=[one["key"] for one in questions],
    )
    await ask(tx, proposal_id, brief_sha256, questions)


async def answer(
    tx: Transaction, proposal_id: UUID, brief_sha256: bytes, key: str, answer: str | None
) -> bool:
    """Keep a person's answer, or take it back with None; False if nothing asks for it.

    Raises NotAllowedError, also in the context of a job.
    """
    changed = await tx.run(
        QUERIES["answer"],
        proposal_id=proposal_id,
        brief_sha256=brief_sha256,
        key=key,
        answer=answer,
    )
    return changed == 1


async def get(
    tx: Transaction, proposal_id: UUID, brief_sha256: bytes, key: str
) -> ProposalQuestion | None:
    """The question of this key, or None."""
    return await tx.one(
        QUERIES["get"],
        ProposalQuestion,
        proposal_id=proposal_id,
        brief_sha256=brief_sha256,
        key=key,
    )


async def of_brief(
    tx: Transaction, proposal_id: UUID, brief_sha256: bytes
) -> list[ProposalQuestion]:
    """The questions about this text of the brief, open and answered, in their order."""
    return await tx.all(
        QUERIES["of_brief"], ProposalQuestion, proposal_id=proposal_id, brief_sha256=brief_sha256
    )
