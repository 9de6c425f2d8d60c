"""Heads of audit logs' chains."""

from __future__ import annotations

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.audit_log.models import AuditHead

QUERIES = Queries("sealedbid.system.audit_log", "audit_heads")


async def get(tx: Transaction) -> AuditHead | None:
    """The head of the organization, for admins; None: nothing was chained yet."""
    return await tx.one(QUERIES["get"], AuditHead)
