"""Citations: the source of each sentence of a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import Citation, Match
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "citations")


async def replace(
    tx: Transaction, proposal_id: UUID, citations: Sequence[dict[str, Any]], *, version: int
) -> None:
    """Replace the citations of the working text, and of the version that froze it."""
    await tx.run(QUERIES["clear"], proposal_id=proposal_id)
    await tx.many(
        QUERIES["add"],
        [
            {**one, "proposal_id": proposal_id, "version": of}
            for of in (None, version)
            for one in citations
        ],
    )


async def cite(
    tx: Transaction, proposal_id: UUID, passage: Match, quote: str, *, section_id: str
) -> int:
    """Add a quote from a passage to the working text's citations, and return its number."""
    number: int = await tx.value(
        QUERIES["cite"],
        proposal_id=proposal_id,
        section_id=section_id,
        quote=quote,
        source_title=passage.source_title,
        heading=passage.heading,
        org_brain_id=passage.id,
    )
    return number


async def of_proposal(tx: Transaction, proposal_id: UUID) -> list[Citation]:
    """Return the citations of the working text, ordered by number."""
    return await tx.all(QUERIES["of_proposal"], Citation, proposal_id=proposal_id)
