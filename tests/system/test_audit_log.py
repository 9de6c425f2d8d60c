"""The audit log: appended by functions, read by admins."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from sealedbid.platform.errors import NotAllowedError
from sealedbid.system.audit_log.repository import audit_log
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_events_stay_in_their_organization(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.b) as tx:
        await audit_log.record(tx, "proposal.exported", resource_type="proposals")
    async with tenants.as_role(own_world.a, "owner") as tx:
        actions = {event.action for event in await audit_log.latest(tx)}
    assert "proposal.exported" not in actions
    assert "organization.founded" in actions


async def test_who_it_was_comes_from_the_context(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        await audit_log.record(
            tx,
            "file.read",
            resource_type="files",
            resource_id="42",
            detail={"title": "Old rates"},
            ip=IPv4Address("192.0.2.7"),
            user_agent="test",
        )
    async with tenants.as_role(own_world.a, "admin") as tx:
        event = (await audit_log.latest(tx, limit=1))[0]
    assert (event.user_id, event.actor_kind) == (own_world.a.member.id, "session")
    assert (event.action, event.resource_id) == ("file.read", "42")
    assert (event.detail, event.ip) == ({"title": "Old rates"}, IPv4Address("192.0.2.7"))


async def test_a_member_does_not_read_the_audit_log(tenants: Tenants, world: World) -> None:
    async with tenants.as_role(world.a) as tx:
        assert await audit_log.latest(tx) == []


@pytest.mark.parametrize(
    "statement",
    [
        "insert into public.audit_log (org_id, actor_kind, action) values (%(org_id)s, 'job', 'a')",
        "update public.audit_log set action = 'nothing.happened'",
        "delete from public.audit_log",
    ],
)
async def test_nobody_writes_it_by_hand(tenants: Tenants, world: World, statement: str) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await tx.run(statement)
