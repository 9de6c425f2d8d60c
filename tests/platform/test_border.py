"""A refusal has a class and a sentence without values, and touches no other tenant's rows."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from sealedbid.core.errors import InvitationRefusedError
from sealedbid.core.repository import clients, org_members
from sealedbid.platform.errors import MissingReferenceError, RefusedError
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants
from tests.platform.refusals import OWNERS, REFUSED, SECRET, add_proposal


@pytest.mark.parametrize("what", REFUSED)
async def test_a_refusal_is_a_class_and_a_sentence(
    what: str, tenants: Tenants, own_world: World, installation: Installation
) -> None:
    refusal = REFUSED[what]
    OWNERS[own_world.a.id] = own_world.a.owner.id
    for organization in (own_world.a, own_world.b):
        async with tenants.as_role(organization) as tx:
            ours = await clients.add(tx, name=SECRET)
            if organization is own_world.a:
                client = ours
    before = _rows(installation, own_world)
    with pytest.raises(RefusedError) as caught:
        async with tenants.as_role(own_world.a, refusal.role) as tx:
            await refusal.act(tx, client.id)
    error = caught.value
    assert type(error) is refusal.error
    assert (str(error), error.field) == (refusal.said, refusal.field)
    for quoted in (SECRET, "DETAIL", "HINT", "CONTEXT", "Failing row"):
        assert quoted not in str(error)
    assert error.__cause__ is None
    assert error.__suppress_context__
    assert _rows(installation, own_world) == before


def _rows(installation: Installation, world: World) -> list[Any]:
    """Clients, proposals, members and jobs of both, whole."""
    with installation.as_superuser() as behind:
        return [
            behind.execute(
                f"select t::text from {table} t where org_id = any (%s) order by 1",
                [[world.a.id, world.b.id]],
            ).fetchall()
            for table in ("public.clients", "public.proposals", "public.org_members", "public.jobs")
        ]


async def test_the_parent_of_another_organization_is_like_none(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.b) as tx:
        theirs = await clients.add(tx, name=SECRET)
    told = []
    for client_id in (theirs.id, uuid.uuid4()):
        with pytest.raises(MissingReferenceError) as caught:
            async with tenants.as_role(own_world.a) as tx:
                await add_proposal(tx, client_id)
        told.append(vars(caught.value) | {"text": str(caught.value)})
    assert told[0] == told[1]


async def test_an_invitation_that_is_no_good_is_no_lost_sign_in(
    tenants: Tenants, world: World
) -> None:
    with pytest.raises(InvitationRefusedError, match="ask for another one"):
        async with tenants.between(world.stranger) as tx:
            await org_members.accept(tx, proof=bytes(32), org_id=world.a.id)
