"""Heads of audit logs' chains."""

from __future__ import annotations

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.audit_log.models import AuditHead

QUERIES = Queries("sealedbid.system.audit_log", "audit_heads")


async def get(tx: Transaction) -> AuditHead | None:
    """Return the head of the organization's chain, for admins; None if nothing is chained yet."""
    return await tx.one(QUERIES["get"], AuditHead)
