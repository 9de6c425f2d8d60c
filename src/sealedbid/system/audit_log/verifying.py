"""Verifies an audit log, read along its whole chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sealedbid.platform.postgres import Sealed
from sealedbid.system.audit_log.chain import Verifier
from sealedbid.system.audit_log.faults import Fault
from sealedbid.system.audit_log.models import AuditHead
from sealedbid.system.audit_log.repository import audit_heads, audit_log

BEFORE_ALL: Final = (-(2**63), UUID(int=0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The outcome for the chain of one organization."""

    last: AuditHead
    rows: int
    erased: int
    """Events whose address was erased."""
    unchained: int
    """Recent events that have no place in the chain yet: nothing holds them."""
    faults: list[Fault]
    fault_count: int


async def verify_audit_log(
    sealed: Sealed,
    kept: Iterable[AuditHead] = (),
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Verified:
    """Recompute the chain, a page a transaction; ``sealed`` opens one for an admin.

    ``kept`` are heads that were kept elsewhere. ``progress`` is called with the number of events
    that are checked, and of all. The chain may grow meanwhile.
    """
    verifier = Verifier(kept)
    after = BEFORE_ALL
    async with sealed() as tx:
        head = await audit_heads.get(tx)
    while True:
        async with sealed() as tx:
            page = await audit_log.chained(tx, after=after)
            before, head = head, await audit_heads.get(tx)
        for event in page:
            verifier.add(event)
            after = (event.chain_no, UUID(event.id))
        if progress is not None:
            progress(verifier.rows, head.chain_no if head is not None else 0)
        # A page that was read after a head has every event up to it.
        if not page and head == before:
            break
    async with sealed() as tx:
        unchained = await audit_log.unchained(tx)
    verifier.end(head)
    return Verified(
        last=verifier.last,
        rows=verifier.rows,
        erased=verifier.erased,
        unchained=unchained,
        faults=verifier.faults(),
        fault_count=verifier.fault_count,
    )
