"""Addresses are erased from the audit log, and its chain stays whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from psycopg.errors import InsufficientPrivilege, LockNotAvailable, NoDataFound, NullValueNotAllowed

from sealedbid.platform.errors import NotAllowedError
from sealedbid.system.audit_log.repository import audit_log
from sealedbid.system.audit_log.verifying import BEFORE_ALL
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants
from tests.system.chaining import chain, record, verified


async def test_erased_addresses_leave_the_chain_whole(
    tenants: Tenants, own_world: World, chainer: Connection[Any]
) -> None:
    for organization in (own_world.a, own_world.b):
        await record(tenants, organization, "file.read")
    chain(chainer)
    for organization in (own_world.a, own_world.b):
        await record(tenants, organization, "proposal.exported")  # not chained yet
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await audit_log.erase_addresses(tx, datetime.now(UTC) - timedelta(days=1)) == 0
        assert await audit_log.erase_addresses(tx, datetime.now(UTC)) == 2
    chain(chainer)
    found = await verified(tenants, own_world.a)
    assert (found.faults, found.erased, found.unchained) == ([], 2, 0)
    async with tenants.as_role(own_world.a, "admin") as tx:
        events = await audit_log.chained(tx, after=BEFORE_ALL)
    assert {(event.ip, event.user_agent) for event in events} == {(None, None)}
    assert {event.address_salt for event in events if event.action.startswith("file.")} == {None}
    assert events[-1].action == "audit_log.addresses_erased"
    assert events[-1].user_id == str(own_world.a.owner.id)
    found = await verified(tenants, own_world.b)
    assert (found.faults, found.erased) == ([], 0)


async def test_the_same_address_has_another_digest_in_every_event(
    tenants: Tenants, own_world: World, chainer: Connection[Any]
) -> None:
    await record(tenants, own_world.a, "file.read", "file.read")
    chain(chainer)
    async with tenants.as_role(own_world.a, "admin") as tx:
        events = await audit_log.chained(tx, after=BEFORE_ALL)
    assert len({event.address_salt for event in events}) == len(events)
    assert len({event.address_digest for event in events}) == len(events)


@pytest.mark.parametrize("role", ["viewer", "member", "admin"])
async def test_only_an_owner_erases_and_only_at_home(
    tenants: Tenants, world: World, role: str
) -> None:
    now = datetime.now(UTC)
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, role) as tx:
            await audit_log.erase_addresses(tx, now)
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await tx.run("select system.erase_addresses(%(other)s, now())", other=world.b.id)


async def test_the_operator_erases_and_nobody_without_a_context(
    tenants: Tenants, installation: Installation, own_world: World
) -> None:
    await record(tenants, own_world.a, "file.read")
    erase = "select system.erase_addresses(%s, %s)"
    now = datetime.now(UTC)
    with installation.connect("sb_api") as api, pytest.raises(InsufficientPrivilege):
        api.execute(erase, [own_world.a.id, now])
    with installation.as_owner() as owner:
        assert owner.execute(erase, [own_world.a.id, now]).fetchone() == (1,)
        with pytest.raises(NoDataFound, match="no such organization"):
            owner.execute(erase, [UUID(int=1), now])
        with pytest.raises(NullValueNotAllowed, match="a time has to be given"):
            owner.execute(erase, [own_world.a.id, None])
    async with tenants.as_role(own_world.a, "admin") as tx:
        newest = (await audit_log.latest(tx, limit=1))[0]
    assert (newest.action, newest.actor_kind) == ("audit_log.addresses_erased", "installer")
    assert newest.detail["events"] == 1


def test_erasing_waits_for_the_chain(
    installation: Installation, own_world: World, chainer: Connection[Any]
) -> None:
    chain(chainer)
    with installation.as_superuser() as other, other.transaction():
        other.execute(
            "select from public.audit_heads where org_id = %s for update", [own_world.a.id]
        )
        with installation.as_owner() as owner, pytest.raises(LockNotAvailable):
            owner.execute("set lock_timeout = '200ms'")
            owner.execute("select system.erase_addresses(%s, now())", [own_world.a.id])
