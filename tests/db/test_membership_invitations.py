"""An invitation carries its inviter's present rank, not the rank at the time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection, Error

from tests.db.contexts import FORGED, OPEN, refused, scalar
from tests.db.documents import within
from tests.fixtures.people import Organization, People, Person, new_proof
from tests.fixtures.server import Installation

DEADLOCK = "40P01"


@pytest.fixture
def api(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_api") as connection:
        yield connection


def invite(
    api: Connection[Any], organization: Organization, by: Person, email: str, role: str
) -> bytes:
    proof = new_proof()
    with api.transaction():
        scalar(api, OPEN, "session", by.proof, organization.id)
        scalar(api, "select core.invite(%s, %s, %s, now() + interval '1 day')", email, role, proof)
    return proof


def accept(api: Connection[Any], person: Person, proof: bytes, organization: Organization) -> Any:
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", person.proof)
        return scalar(api, "select core.accept_invitation(%s, %s)", proof, organization.id)


def test_a_removed_owner_does_not_come_back_by_a_second_address(
    people: People, api: Connection[Any]
) -> None:
    organization = people.found("Owners who go")
    leaver = people.join(organization.id, organization.owner, people.sign_up("leaver"), "owner")
    again = people.sign_up("again")
    proof = invite(api, organization, leaver, again.email, "owner")
    with within(api, organization, "owner"):
        scalar(api, "select core.remove_member(%s)", leaver.id)
        assert scalar(api, "select count(*) from public.invitations where accepted_at is null") == 0
    with refused(FORGED):
        accept(api, again, proof, organization)


@pytest.mark.parametrize(
    ("now", "kept"),
    [("admin", ["viewer", "admin"]), ("member", ["viewer"]), ("viewer", ["viewer"])],
)
def test_a_demotion_ends_what_was_invited_above_the_new_rank(
    people: People, api: Connection[Any], now: str, kept: list[str]
) -> None:
    organization = people.found("Owners who sink")
    sinking = people.join(organization.id, organization.owner, people.sign_up("sinking"), "owner")
    guests = {role: people.sign_up(role) for role in ("viewer", "admin", "owner")}
    proofs = {
        role: invite(api, organization, sinking, guest.email, role)
        for role, guest in guests.items()
    }
    untouched = people.sign_up("untouched")
    others = invite(api, organization, organization.owner, untouched.email, "owner")
    with within(api, organization, "owner"):
        scalar(api, "select core.change_role(%s, %s)", sinking.id, now)
    for role, guest in guests.items():
        if role in kept:
            assert accept(api, guest, proofs[role], organization) == role
        else:
            with refused(FORGED):
                accept(api, guest, proofs[role], organization)
    assert accept(api, untouched, others, organization) == "owner"


@pytest.mark.parametrize("change", ["delete from", "update"])
def test_accepting_asks_for_the_inviters_rank_again(
    people: People, installation: Installation, api: Connection[Any], change: str
) -> None:
    """The rank is lost past the functions here, so that nothing is revoked."""
    organization = people.found("Ranks lost")
    again = people.sign_up("again")
    proof = invite(api, organization, organization.admin, again.email, "admin")
    with installation.as_superuser() as behind:
        if change == "update":
            behind.execute(
                "update public.org_members set role = 'member' where user_id = %s",
                (organization.admin.id,),
            )
        else:
            behind.execute(
                "delete from public.org_members where user_id = %s", (organization.admin.id,)
            )
    with refused(FORGED):
        accept(api, again, proof, organization)


def test_who_accepts_while_the_inviter_is_being_removed_waits_and_is_refused(
    people: People, installation: Installation, api: Connection[Any]
) -> None:
    organization = people.found("At the same time")
    again = people.sign_up("again")
    proof = invite(api, organization, organization.admin, again.email, "admin")

    async def race() -> str | None:
        removing = await installation.connect_async("sb_api")
        accepting = await installation.connect_async("sb_api")
        async with removing, accepting:
            await removing.execute("begin")
            await removing.execute(OPEN, ("session", organization.owner.proof, organization.id))
            await removing.execute("select core.remove_member(%s)", (organization.admin.id,))
            await accepting.execute("begin")
            await accepting.execute("select seal.open_person(%s)", (again.proof,))
            answer = asyncio.create_task(
                accepting.execute("select core.accept_invitation(%s, %s)", (proof, organization.id))
            )
            with installation.as_superuser() as behind:
                while not scalar(
                    behind,
                    "select wait_event_type = 'Lock' from pg_stat_activity where pid = %s",
                    accepting.info.backend_pid,
                ):
                    await asyncio.sleep(0.01)
            await removing.execute("commit")
            try:
                await answer
            except Error as error:
                return error.sqlstate
        return None

    assert asyncio.run(race()) == FORGED


@pytest.mark.parametrize("attempt", range(5))
def test_accepting_and_removing_the_inviter_never_wait_for_each_other_in_a_circle(
    people: People, installation: Installation, api: Connection[Any], attempt: int
) -> None:
    organization = people.found("Circles")
    again = people.sign_up("again")
    proof = invite(api, organization, organization.admin, again.email, "admin")

    async def run(*statements: tuple[str, tuple[Any, ...]]) -> str | None:
        connection = await installation.connect_async("sb_api")
        async with connection:
            try:
                async with connection.transaction():
                    for statement, arguments in statements:
                        await connection.execute(statement.encode(), arguments)
            except Error as error:
                return error.sqlstate
        return None

    async def race() -> tuple[str | None, str | None]:
        return await asyncio.gather(
            run(
                ("select seal.open_person(%s)", (again.proof,)),
                ("select core.accept_invitation(%s, %s)", (proof, organization.id)),
            ),
            run(
                (OPEN, ("session", organization.owner.proof, organization.id)),
                ("select core.remove_member(%s)", (organization.admin.id,)),
            ),
        )

    outcomes = asyncio.run(race())
    assert DEADLOCK not in outcomes
    assert outcomes[1] is None
    assert outcomes[0] in (None, FORGED)
