"""Rows of the audit log, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainedEvent:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditHead:
    """The end of a chain: the number and the hash of its newest event."""

    chain_no: int
    hash: bytes
