"""People at clients."""

from __future__ import annotations

import uuid

import pytest

from sealedbid.core.repository import client_contacts, clients
from sealedbid.platform.errors import MissingReferenceError
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants


async def test_another_organizations_client_is_like_one_that_does_not_exist(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await clients.add(tx, name="Theirs")
        await client_contacts.add(tx, theirs.id, name="Vera", email="vera@theirs.example")
    told = []
    for client_id in (theirs.id, uuid.uuid4()):
        with pytest.raises(MissingReferenceError) as caught:
            async with tenants.as_role(own_world.a) as tx:
                assert await client_contacts.of_client(tx, client_id) == []
                await client_contacts.add(tx, client_id, name="Spy", email="spy@a.example")
        told.append((caught.value.sqlstate, caught.value.constraint))
    assert told == [("23503", "client_contacts_client_fkey")] * 2


async def test_a_contact_comes_and_goes_with_a_member(tenants: Tenants, own_world: World) -> None:
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(tx, name="Ours")
        signer = await client_contacts.add(
            tx, client.id, name="Ines", email="ines@ours.example", title="Director", is_signer=True
        )
        assert await client_contacts.of_client(tx, client.id) == [signer]
        assert await client_contacts.remove(tx, signer.id)
        assert await client_contacts.of_client(tx, client.id) == []
