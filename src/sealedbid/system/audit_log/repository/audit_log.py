"""The audit log."""

from __future__ import annotations

from datetime import datetime
from ipaddress import IPv4Address, IPv6Address
from typing import Any
from uuid import UUID

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.audit_log.models import AuditEvent, ChainedEvent

QUERIES = Queries("sealedbid.system.audit_log", "audit_log")


async def latest(tx: Transaction, *, limit: int = 100) -> list[AuditEvent]:
    """Return the newest events, for admins."""
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
    """Append an event that no function writes (system.event_actions), marked as said.

    Actor and rank come from the context. Raises NotAllowedError for an event of a higher rank.
    """
    await tx.run(
        QUERIES["record"],
        action=action,
        resource_type=resource_type,
        resource_id=resource_id,
        detail=detail or {},
        ip=ip,
        user_agent=user_agent,
    )


async def chained(
    tx: Transaction, *, after: tuple[int, UUID], limit: int = 1000
) -> list[ChainedEvent]:
    """Return the events of the chain after this number and id, for admins."""
    number, id_ = after
    return await tx.all(QUERIES["chained"], ChainedEvent, after=number, after_id=id_, limit=limit)


async def unchained(tx: Transaction) -> int:
    """Count the events that are not chained yet."""
    return int(await tx.value(QUERIES["unchained"]))


async def erase_addresses(tx: Transaction, before: datetime) -> int:
    """Erase ip and user agent of events before this time, for owners; return their number."""
    return int(await tx.value(QUERIES["erase_addresses"], before=before))
