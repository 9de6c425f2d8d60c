"""Price tables of proposals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sealedbid.content.models import LineItem
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "proposal_line_items")


async def replace(tx: Transaction, proposal_id: UUID, lines: Sequence[dict[str, Any]]) -> None:
    """Replace the price table. Each line gives every column of the statement except position."""
    await tx.run(QUERIES["clear"], proposal_id=proposal_id)
    await tx.many(
        QUERIES["add"],
        [
            {**line, "proposal_id": proposal_id, "position": position}
            for position, line in enumerate(lines, start=1)
        ],
    )


async def of_proposal(tx: Transaction, proposal_id: UUID) -> list[LineItem]:
    """Return the lines of the price table, in order."""
    return await tx.all(QUERIES["of_proposal"], LineItem, proposal_id=proposal_id)
