"""Facts of briefs, as the newest reading of each text found them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sealedbid.intelligence.models import BriefFact
from sealedbid.platform.postgres import Jsonb, Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "brief_facts")


async def replace(
    tx: Transaction, proposal_id: UUID, brief_sha256: bytes, facts: Sequence[dict[str, Any]]
) -> None:
    """Make these the facts of this text of the brief, in the context of a job.

    ``value`` is an object or None, ``alternatives`` a list. Raises NotAllowedError.
    """
    of = {"proposal_id": proposal_id, "brief_sha256": brief_sha256}
    await tx.run(QUERIES["clear"], **of)
    await tx.many(
        QUERIES["add"],
        [{**one, **of, "alternatives": Jsonb(one["alternatives"])} for one in facts],
    )


async def of_brief(tx: Transaction, proposal_id: UUID, brief_sha256: bytes) -> list[BriefFact]:
    """The facts of one text of the brief, in its order."""
    return await tx.all(
        QUERIES["of_brief"], BriefFact, proposal_id=proposal_id, brief_sha256=brief_sha256
    )
