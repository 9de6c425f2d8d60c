"""API keys: the list, the secret behind each, and their end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sealedbid.core.models import ApiKey
from sealedbid.core.repository import api_keys, org_members
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.platform.postgres.errors import CredentialRefusedError, NotAMemberError
from tests.fixtures.people import World, new_proof
from tests.fixtures.tenants import Tenants


async def make(tx: Transaction, proof: bytes, rank: Rank = Rank.MEMBER) -> ApiKey:
    return await api_keys.add(
        tx,
        name=f"key {proof.hex()[:8]}",
        prefix="sb_live_abcd",
        scopes=["proposals:read"],
        rank=rank,
        proof=proof,
        expires_at=datetime.now(UTC) + timedelta(days=30),
    )


async def test_a_member_may_not_make_or_see_keys(tenants: Tenants, world: World) -> None:
    async with tenants.as_role(world.a) as tx:
        assert await api_keys.page(tx) == []
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a) as tx:
            await make(tx, new_proof())


async def test_a_key_opens_its_own_organization_and_no_other(
    tenants: Tenants, own_world: World
) -> None:
    proof = new_proof()
    async with tenants.as_role(own_world.b, "admin") as tx:
        await make(tx, proof)
    async with tenants.gateway.sealed("key", proof, own_world.b.id) as tx:
        assert tx.rank == Rank.MEMBER
    with pytest.raises(NotAMemberError):
        async with tenants.gateway.sealed("key", proof, own_world.a.id):
            pass


async def test_a_key_ranks_no_higher_than_its_maker(tenants: Tenants, own_world: World) -> None:
    proof = new_proof()
    async with tenants.as_role(own_world.a, "admin") as tx:
        await make(tx, proof, Rank.OWNER)
    async with tenants.gateway.sealed("key", proof, own_world.a.id) as tx:
        assert tx.rank == Rank.ADMIN
    async with tenants.as_role(own_world.a, "owner") as tx:
        await org_members.change_role(tx, own_world.a.admin.id, "viewer")
    async with tenants.gateway.sealed("key", proof, own_world.a.id) as tx:
        assert tx.rank == Rank.VIEWER


async def test_a_key_ends_with_its_row(tenants: Tenants, own_world: World) -> None:
    proof = new_proof()
    async with tenants.as_role(own_world.a, "admin") as tx:
        key = await make(tx, proof)
        assert key.created_by == own_world.a.admin.id
        assert await api_keys.page(tx) == [key]
    async with tenants.as_role(own_world.b, "owner") as tx:
        assert not await api_keys.remove(tx, key.id)
    async with tenants.as_role(own_world.a, "admin") as tx:
        assert await api_keys.remove(tx, key.id)
    with pytest.raises(CredentialRefusedError):
        async with tenants.gateway.sealed("key", proof, own_world.a.id):
            pass


async def test_a_key_of_another_organization_lives_when_a_row_of_the_same_id_goes(
    tenants: Tenants, own_world: World
) -> None:
    proof = new_proof()
    async with tenants.as_role(own_world.b, "admin") as tx:
        theirs = await make(tx, proof)
    async with tenants.as_role(own_world.a, "owner") as tx:
        await tx.run(
            "insert into public.api_keys (org_id, id, name, prefix, expires_at)"
            " values (%(org_id)s, %(id)s, 'decoy', 'x', now())",
            id=theirs.id,
        )
        assert await api_keys.remove(tx, theirs.id)
        await tx.run("select seal.revoke(%(id)s)", id=theirs.id)
    async with tenants.gateway.sealed("key", proof, own_world.b.id) as tx:
        assert tx.rank == Rank.MEMBER


async def test_a_key_falls_with_its_makers_membership_and_does_not_rise_again(
    tenants: Tenants, own_world: World
) -> None:
    proof = new_proof()
    maker = own_world.a.admin
    async with tenants.as_role(own_world.a, "admin") as tx:
        await make(tx, proof)
    async with tenants.as_role(own_world.a, "owner") as tx:
        await org_members.remove(tx, maker.id)
    with pytest.raises(CredentialRefusedError):
        async with tenants.gateway.sealed("key", proof, own_world.a.id):
            pass
