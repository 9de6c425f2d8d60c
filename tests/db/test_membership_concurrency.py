"""Two changes at once: one sees the other, or waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from psycopg import Error

from sealedbid.core.repository import org_members
from sealedbid.platform.errors import RefusedError
from sealedbid.platform.postgres import Transaction
from tests.fixtures.people import Organization, People, Person, World, new_proof
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

OPEN = "select seal.open('session', %s, %s)"


async def together(
    tenants: Tenants,
    organization: Organization,
    *steps: tuple[Person, Callable[[Transaction], Awaitable[None]]],
) -> list[str | None]:
    """Run each step in a transaction of its own, all opened before the first step."""
    ready = asyncio.Barrier(len(steps))

    async def run(person: Person, step: Callable[[Transaction], Awaitable[None]]) -> str | None:
        try:
            async with tenants.gateway.sealed("session", person.proof, organization.id) as tx:
                await ready.wait()
                await step(tx)
        except RefusedError as error:
            return error.constraint or error.sqlstate
        return None

    return await asyncio.gather(*(run(person, step) for person, step in steps))


@pytest.mark.parametrize("attempt", range(5))
async def test_two_owners_who_leave_at_once_leave_one_behind(
    tenants: Tenants, people: People, attempt: int
) -> None:
    organization = people.found("Twin owners")
    second = people.join(organization.id, organization.owner, people.sign_up("second"), "owner")
    outcomes = await together(
        tenants,
        organization,
        (organization.owner, lambda tx: org_members.remove(tx, organization.owner.id)),
        (second, lambda tx: org_members.remove(tx, second.id)),
    )
    assert sorted(outcomes, key=str) == [None, "org_members_last_owner_stays"]


@pytest.mark.parametrize("attempt", range(5))
async def test_two_owners_who_demote_each_other_leave_one(
    tenants: Tenants, people: People, attempt: int
) -> None:
    organization = people.found("Rivals")
    second = people.join(organization.id, organization.owner, people.sign_up("second"), "owner")
    outcomes = await together(
        tenants,
        organization,
        (organization.owner, lambda tx: org_members.change_role(tx, second.id, "viewer")),
        (second, lambda tx: org_members.change_role(tx, organization.owner.id, "viewer")),
    )
    # the second one's rank was read again, under the lock
    assert sorted(outcomes, key=str) == ["42501", None]


async def test_one_invitation_lets_one_in(
    people: People, installation: Installation, own_world: World
) -> None:
    guest, secret = people.sign_up("guest"), new_proof()
    with installation.connect("sb_api") as api, api.transaction():
        api.execute(
            "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
        )
        api.execute(
            "select core.invite(%s, 'member', %s, now() + interval '1 day')", (guest.email, secret)
        )

    async def accept() -> str | None:
        connection = await installation.connect_async("sb_api")
        async with connection:
            try:
                async with connection.transaction():
                    await connection.execute("select seal.open_person(%s)", (guest.proof,))
                    await connection.execute(
                        "select core.accept_invitation(%s, %s)", (secret, own_world.a.id)
                    )
            except Error as error:
                return error.sqlstate
        return None

    outcomes = await asyncio.gather(*(accept() for _ in range(8)))
    assert sorted(outcomes, key=str) == ["28000"] * 7 + [None]


async def test_memberships_do_not_change_on_an_old_snapshot(
    installation: Installation, own_world: World
) -> None:
    with installation.connect("sb_api") as api, pytest.raises(Error) as caught:
        api.execute("begin isolation level repeatable read")
        api.execute(
            "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
        )
        api.execute("select core.remove_member(%s)", (own_world.a.viewer.id,))
    assert caught.value.sqlstate == "25000"
