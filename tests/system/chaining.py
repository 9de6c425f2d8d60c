"""Helpers of the tests of the audit log's chain."""

from __future__ import annotations

from ipaddress import IPv4Address
from typing import Any
from uuid import UUID

from psycopg import Connection

from sealedbid.platform.rows import replace
from sealedbid.system.audit_log.chain import ZEROS, address_digest, row_hash
from sealedbid.system.audit_log.models import ChainedEvent
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.system.audit_log.verifying import Verified, verify_audit_log
from tests.fixtures.people import Organization
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

CHAIN = "select system.chain_audit_log(%s)"
IP = IPv4Address("192.0.2.7")


def chain(chainer: Connection[Any], limit: int = 100_000) -> int:
    row = chainer.execute(CHAIN, [limit]).fetchone()
    assert row is not None
    return int(row[0])


async def record(tenants: Tenants, organization: Organization, *actions: str) -> None:
    async with tenants.as_role(organization) as tx:
        for action in actions:
            await audit_log.record(tx, action, ip=IP, user_agent="a browser")


async def verified(tenants: Tenants, organization: Organization) -> Verified:
    return await verify_audit_log(lambda: tenants.as_role(organization, "admin"))


def rows(installation: Installation, organization: Organization) -> list[tuple[Any, ...]]:
    """Number and action of each chained event, as a superuser."""
    with installation.as_superuser() as behind:
        return behind.execute(
            "select chain_no, action from public.audit_log"
            " where org_id = %s and chain_no is not null order by chain_no",
            [organization.id],
        ).fetchall()


def chained(count: int) -> list[ChainedEvent]:
    """A chain that was made without a database."""
    events: list[ChainedEvent] = []
    for number in range(1, count + 1):
        salt = number.to_bytes(32)
        event = ChainedEvent(
            org_id=str(UUID(int=7)),
            chain_no=number,
            prev_hash=events[-1].hash if events else ZEROS,
            hash=b"",
            id=str(UUID(int=number)),
            created_at="2030-01-01T00:00:00.000000Z",
            user_id=None,
            actor_kind="session",
            is_said="true",
            action="file.read",
            resource_type=None,
            resource_id=str(number),
            detail="{}",
            ip="192.0.2.7/32",
            user_agent=None,
            address_salt=salt,
            address_digest=address_digest(salt, "192.0.2.7/32", None),
        )
        events.append(replace(event, hash=row_hash(event)))
    return events
