"""The audit log."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address
from typing import Any

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.models import AuditEvent

QUERIES = Queries("sealedbid.system", "audit_log")


async def latest(tx: Transaction, *, limit: int = 100) -> list[AuditEvent]:
    """The newest events, for admins."""
    return await tx.all(QUERIES["latest"], AuditEvent, limit=limit)


async def record(
    tx: Transaction,
    action: str,
    *,
    resource_type: str | None = None,
    resource_id: str | None = None,
    detail: dict[str, Any] | None = None,
    ip: IPv4Address | IPv6Address | None = None,
    user_agent: str | None = None,
) -> None:
    """Append an event; who it was, and as what, comes from the context."""
    await tx.run(
        QUERIES["record"],
        action=action,
        resource_type=resource_type,
        resource_id=resource_id,
        detail=detail or {},
        ip=ip,
        user_agent=user_agent,
    )
