"""Invitations: by an admin, accepted once, by the invited person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sealedbid.core.errors import InvitationRefusedError
from sealedbid.core.models import Role
from sealedbid.core.repository import invitations, org_members
from sealedbid.platform.errors import NotAllowedError, NotFoundError, TakenError, ValueRefusedError
from sealedbid.platform.postgres import Transaction
from tests.fixtures.people import People, Person, World, new_proof
from tests.fixtures.tenants import Tenants


async def invite(
    tx: Transaction, person: Person, *, role: Role = "member", days: float = 7, proof: Any = None
) -> bytes:
    secret: bytes = proof or new_proof()
    expires_at = datetime.now(UTC) + timedelta(days=days)
    await invitations.add(tx, email=person.email, role=role, proof=secret, expires_at=expires_at)
    return secret


async def test_another_organizations_invitations_are_not_there(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        await invite(tx, own_world.stranger)
        theirs = (await invitations.open_ones(tx))[0]
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await invitations.open_ones(tx) == []
    with pytest.raises(NotFoundError):
        async with tenants.as_role(own_world.a, "owner") as tx:
            await invitations.revoke(tx, theirs.id)


@pytest.mark.parametrize("role", ["viewer", "member"])
async def test_only_admins_invite(tenants: Tenants, world: World, role: str) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a, role) as tx:
            await invite(tx, world.stranger)


async def test_nobody_invites_above_their_own_rank(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError) as caught:
        async with tenants.as_role(world.a, "admin") as tx:
            await invite(tx, world.stranger, role="owner")
    assert caught.value.constraint == "org_members_rank_not_above_own"


async def test_the_invited_see_it_join_and_cannot_join_twice(
    tenants: Tenants, own_world: World, people: People
) -> None:
    guest = people.sign_up("guest")
    async with tenants.as_role(own_world.a, "admin") as tx:
        secret = await invite(tx, guest, role="viewer")
    async with tenants.between(guest) as tx:
        assert [found.org_id for found in await invitations.own(tx)] == [own_world.a.id]
        role = await org_members.accept(tx, proof=secret, org_id=own_world.a.id)
        assert role == "viewer"
        assert await invitations.own(tx) == []
    with pytest.raises(InvitationRefusedError):
        async with tenants.between(guest) as tx:
            await org_members.accept(tx, proof=secret, org_id=own_world.a.id)


async def test_somebody_else_with_the_mail_does_not_join_and_does_not_use_it_up(
    tenants: Tenants, own_world: World, people: People
) -> None:
    guest = people.sign_up("guest")
    async with tenants.as_role(own_world.a, "admin") as tx:
        secret = await invite(tx, guest)
    with pytest.raises(NotAllowedError) as caught:
        async with tenants.between(own_world.b.owner) as tx:
            await org_members.accept(tx, proof=secret, org_id=own_world.a.id)
    assert caught.value.constraint == "invitations_email_is_the_readers"
    async with tenants.between(guest) as tx:
        await org_members.accept(tx, proof=secret, org_id=own_world.a.id)


async def test_an_invitation_is_for_one_organization(
    tenants: Tenants, own_world: World, people: People
) -> None:
    guest = people.sign_up("guest")
    async with tenants.as_role(own_world.a, "admin") as tx:
        secret = await invite(tx, guest)
    with pytest.raises(InvitationRefusedError):
        async with tenants.between(guest) as tx:
            await org_members.accept(tx, proof=secret, org_id=own_world.b.id)


@pytest.mark.parametrize("how", ["taken back", "replaced", "expired"])
async def test_an_invitation_that_has_ended_opens_nothing(
    tenants: Tenants, own_world: World, people: People, how: str
) -> None:
    guest = people.sign_up("guest")
    async with tenants.as_role(own_world.a, "admin") as tx:
        secret = await invite(tx, guest, days=-1 if how == "expired" else 7)
        if how == "taken back":
            await invitations.revoke(tx, (await invitations.open_ones(tx))[0].id)
        if how == "replaced":
            await invite(tx, guest)
            assert len(await invitations.open_ones(tx)) == 1
    with pytest.raises(InvitationRefusedError):
        async with tenants.between(guest) as tx:
            await org_members.accept(tx, proof=secret, org_id=own_world.a.id)


async def test_a_member_is_not_invited_again(tenants: Tenants, world: World) -> None:
    with pytest.raises(TakenError):
        async with tenants.as_role(world.a, "admin") as tx:
            await invite(tx, world.a.viewer)


async def test_an_invitation_is_open_for_thirty_days_at_most(
    tenants: Tenants, world: World
) -> None:
    with pytest.raises(ValueRefusedError) as caught:
        async with tenants.as_role(world.a, "admin") as tx:
            await invite(tx, world.stranger, days=31)
    assert caught.value.constraint == "invitations_expire_in_30_days"
