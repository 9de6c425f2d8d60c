"""Rows of the audit log, as repositories return them."""

from __future__ import annotations

from datetime import datetime
from ipaddress import IPv4Address, IPv6Address
from typing import Any
from uuid import UUID

from sealedbid.platform.rows import Row


class AuditEvent(Row, frozen=True, kw_only=True):
    """An event of the audit log: an action, who did it, and to what."""

    id: UUID
    user_id: UUID | None
    actor_kind: str
    is_said: bool
    action: str
    resource_type: str | None
    resource_id: str | None
    ip: IPv4Address | IPv6Address | None
    user_agent: str | None
    detail: dict[str, Any]
    created_at: datetime


class ChainedEvent(Row, frozen=True, kw_only=True):
    """An event with its place in the chain, in the texts that its hash is over."""

    org_id: str
    chain_no: int
    prev_hash: bytes
    hash: bytes
    id: str
    created_at: str
    user_id: str | None
    actor_kind: str
    is_said: str
    action: str
    resource_type: str | None
    resource_id: str | None
    detail: str
    ip: str | None
    user_agent: str | None
    address_salt: bytes | None
    address_digest: bytes


class AuditHead(Row, frozen=True, kw_only=True):
    """The end of a chain: the number and the hash of its newest event."""

    chain_no: int
    hash: bytes
