"""Decisions of people about judged sentences."""

from __future__ import annotations

from uuid import UUID

from sealedbid.intelligence.models import Resolution
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.intelligence", "sentence_resolutions")


async def resolve(
    tx: Transaction,
    sentence_id: UUID,
    resolution: Resolution,
    *,
    wording: str | None = None,
    note: int | None = None,
    reason: str = "",
) -> None:
    """Record what a person did about a sentence, in place of what was done before.

    The database says who and when.

    Raises StateChangedError if the text still shows a sentence that is to be rewritten or removed,
    ValueRefusedError if the quote of ``note`` is in no passage, and NotAllowedError in a job.
    """
    await clear(tx, sentence_id)
    await tx.run(
        QUERIES["add"],
        sentence_id=sentence_id,
        resolution=resolution,
        wording=wording,
        note=note,
        reason=reason,
    )


async def clear(tx: Transaction, sentence_id: UUID) -> bool:
    """Take back what people did about a sentence; False if that was nothing."""
    return await tx.run(QUERIES["clear"], sentence_id=sentence_id) > 0
