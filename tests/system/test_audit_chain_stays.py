"""Only functions write the chain, and chained events stay."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation, InsufficientPrivilege

from sealedbid.platform.errors import NotAllowedError
from sealedbid.system.audit_log.repository import audit_log
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants
from tests.system.chaining import CHAIN, IP, chain, record


@pytest.mark.parametrize(
    "statement",
    [
        "update public.audit_log set chain_no = null",
        "update public.audit_log set address_salt = null",
        "insert into public.audit_heads (org_id) values (%(org_id)s)",
        "update public.audit_heads set chain_no = 0",
        "delete from public.audit_heads",
        "select system.chain_audit_log(1)",
        "select seal_private.chain_events(%(org_id)s, 1)",
    ],
)
async def test_no_tenant_writes_the_chain(tenants: Tenants, world: World, statement: str) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, "owner") as tx:
            await tx.run(statement)


@pytest.mark.parametrize("login", ["sb_api", "sb_worker", "sb_auth", "sb_dispatch"])
def test_no_login_chains_by_itself(installation: Installation, login: Any) -> None:
    with installation.connect(login) as connection, pytest.raises(InsufficientPrivilege):
        connection.execute(CHAIN, [1])


@pytest.mark.parametrize(
    "change",
    [
        "action = 'nothing.happened'",
        "detail = '{\"a\": 1.00}'",
        "created_at = created_at - interval '1 hour'",
        "hash = sha256('x')",
        "chain_no = chain_no + 1000",
        "chain_no = null, prev_hash = null, hash = null, address_digest = null",
        "address_digest = sha256('x')",
        "ip = '198.51.100.1'",
        "ip = null",
        "address_salt = null",
    ],
)
async def test_a_chained_event_stays_whoever_may_write(
    tenants: Tenants, own_world: World, chainer: Connection[Any], change: str
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        await audit_log.record(tx, "file.read", detail={"a": 1.0}, ip=IP, user_agent="a browser")
    chain(chainer)
    chainer.execute("reset role")
    with pytest.raises(CheckViolation, match="an event stays as it was recorded"):
        chainer.execute(
            f"update public.audit_log set {change} where org_id = %s and action = 'file.read'",
            [own_world.a.id],
        )


@pytest.mark.parametrize("change", ["action = 'nothing.happened'", "ip = null"])
async def test_an_event_that_waits_for_the_chain_stays_too(
    tenants: Tenants, own_world: World, installation: Installation, change: str
) -> None:
    await record(tenants, own_world.a, "file.read")
    with (
        installation.as_superuser() as behind,
        pytest.raises(CheckViolation, match="an event stays as it was recorded"),
    ):
        behind.execute(
            f"update public.audit_log set {change}"
            " where org_id = %s and action = 'file.read' and chain_no is null",
            [own_world.a.id],
        )


def test_a_head_only_moves_on(own_world: World, chainer: Connection[Any]) -> None:
    chain(chainer)
    chainer.execute("reset role")
    for change in ("chain_no = chain_no - 1", "hash = sha256('x')"):
        with pytest.raises(CheckViolation, match="a head only moves on"):
            chainer.execute(
                f"update public.audit_heads set {change} where org_id = %s", [own_world.a.id]
            )
