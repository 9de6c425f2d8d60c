"""Keys and invitations as people get them: a token that carries its organization."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Rank
from sealedbid.platform.postgres.errors import CredentialRefusedError, NotAMemberError
from sealedbid.platform.tokens import Token
from sealedbid.usecases.joining import accept, create_api_key, invite
from tests.fixtures.people import People, World
from tests.fixtures.tenants import Tenants


async def test_a_key_of_one_organization_does_not_open_another(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        _, token = await create_api_key(tx, name="Theirs")
    with pytest.raises(NotAMemberError):
        async with tenants.gateway.sealed("key", token.proof, own_world.a.id):
            pass


async def test_a_member_makes_no_key(tenants: Tenants, world: World) -> None:
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(world.a) as tx:
            await create_api_key(tx, name="Mine")


async def test_what_the_bearer_keeps_says_where_to_ask_and_opens_it(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        key, token = await create_api_key(tx, name="Import", rank=Rank.VIEWER)
    shown = Token.parse(str(token))
    assert str(token).endswith(key.prefix)
    async with tenants.gateway.sealed("key", shown.proof, shown.org_id) as tx:
        assert tx.rank == Rank.VIEWER


async def test_a_key_ends_when_its_life_does(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        _, token = await create_api_key(tx, name="Brief", life=timedelta(seconds=-1))
    with pytest.raises(CredentialRefusedError):
        async with tenants.gateway.sealed("key", token.proof, own_world.a.id):
            pass


async def test_the_invited_join_with_the_mails_token(
    tenants: Tenants, own_world: World, people: People
) -> None:
    guest = people.sign_up("guest")
    async with tenants.as_role(own_world.a, "admin") as tx:
        _, token = await invite(tx, email=guest.email.upper(), role="member")
    shown = Token.parse(str(token))
    async with tenants.between(guest) as tx:
        assert await accept(tx, shown) == "member"
