"""What a tenant is refused: a class, a sentence without values, and nobody else's rows touched."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from psycopg.errors import UndefinedTable

from sealedbid.content.errors import DocumentLockedError
from sealedbid.content.repository import proposals
from sealedbid.core.errors import InvitationRefusedError, LastOwnerError
from sealedbid.core.repository import client_contacts, clients, org_members
from sealedbid.platform.errors import (
    InUseError,
    MissingReferenceError,
    NameTakenError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    StateChangedError,
    ValueRefusedError,
)
from sealedbid.platform.postgres import Gateway, Transaction
from sealedbid.platform.postgres.errors import (
    BusyError,
    DatabaseUnreachableError,
    OutcomeUnknownError,
    TimedOutError,
    TransactionLostError,
)
from sealedbid.system.errors import DuplicateJobError
from sealedbid.system.repository import jobs
from sealedbid.usecases.joining import create_api_key
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

SECRET = "Halden-canary"
"""A value of a row that is there; no message may hold it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is asked, as which role, and what comes back."""

    act: Callable[[Transaction, uuid.UUID], Awaitable[Any]]
    error: type[RefusedError]
    said: str
    field: str | None = None
    role: str = "member"


async def _proposal(tx: Transaction, client_id: uuid.UUID) -> uuid.UUID:
    return await proposals.add(tx, client_id=client_id, title="A proposal", currency="EUR")


async def _edited_when_void(tx: Transaction, client_id: uuid.UUID) -> None:
    made = await _proposal(tx, client_id)
    await proposals.move(tx, made, "void")
    await tx.run(
        "update public.proposals set title = 'New' where org_id = %(org_id)s and id = %(id)s",
        id=made,
    )


async def _back_from_void(tx: Transaction, client_id: uuid.UUID) -> None:
    made = await _proposal(tx, client_id)
    await proposals.move(tx, made, "void")
    await proposals.move(tx, made, "draft")


async def _removed_in_use(tx: Transaction, client_id: uuid.UUID) -> None:
    await _proposal(tx, client_id)
    await clients.remove(tx, client_id)


async def _twice(tx: Transaction, client_id: uuid.UUID) -> None:
    for _ in range(2):
        await jobs.enqueue(tx, "draft", {}, unique_key=SECRET)


REFUSED = {
    "a name that is taken": Refusal(
        lambda tx, _: clients.add(tx, name=SECRET),
        NameTakenError,
        "There is a client of this name already: choose another.",
        "name",
    ),
    "a parent that is not there": Refusal(
        lambda tx, _: client_contacts.add(tx, uuid.uuid4(), name="N", email="n@x.example"),
        MissingReferenceError,
        "client_id: there is no such client in this organization.",
        "client_id",
    ),
    "a parent of a proposal that is not there": Refusal(
        lambda tx, _: _proposal(tx, uuid.uuid4()),
        MissingReferenceError,
        "client_id: there is no such client in this organization.",
        "client_id",
    ),
    "a parent that is in use": Refusal(
        _removed_in_use,
        InUseError,
        "The client has proposals: they name it, so it cannot be removed.",
        role="admin",
    ),
    "over a bound": Refusal(
        lambda tx, _: clients.add(tx, name="Long", notes=SECRET * 10_000),
        ValueRefusedError,
        "notes: at most 100000 bytes.",
        "notes",
    ),
    "a check": Refusal(
        lambda tx, _: clients.add(tx, name="Mail", email=SECRET),
        ValueRefusedError,
        "email: this is not an e-mail address.",
        "email",
    ),
    "an unknown word": Refusal(
        lambda tx, _: clients.add(tx, name="Status", status=SECRET),  # type: ignore[arg-type] # a wrong word is the point
        ValueRefusedError,
        "status: this is none of the values that there are.",
        "status",
    ),
    "a value that is missing": Refusal(
        lambda tx, _: clients.add(tx, name=None),  # type: ignore[arg-type] # a null is the point
        ValueRefusedError,
        "name: a value is missing.",
        "name",
    ),
    "a NUL": Refusal(
        lambda tx, _: clients.add(tx, name=f"{SECRET}\0"),
        ValueRefusedError,
        "A text holds characters that cannot be stored, NUL for example.",
    ),
    "half a character": Refusal(
        lambda tx, _: clients.add(tx, name=f"{SECRET}\udc80"),
        ValueRefusedError,
        "A text holds characters that cannot be stored, NUL for example.",
    ),
    "a wrong form": Refusal(
        lambda tx, _: tx.value("select %(said)s::text::uuid", said=SECRET),
        ValueRefusedError,
        "A value has a form in which it cannot be stored.",
    ),
    "below the rank": Refusal(
        lambda tx, _: clients.add(tx, name="Mine"),
        NotAllowedError,
        "Not allowed: your rank does not reach this.",
        role="viewer",
    ),
    "below the rank of a function": Refusal(
        lambda tx, _: jobs.stop(tx, "no more"),
        NotAllowedError,
        "Not allowed to stop this.",
    ),
    "a key below the rank": Refusal(
        lambda tx, _: create_api_key(tx, name="Mine"),
        NotAllowedError,
        "Not allowed: your rank does not reach this.",
    ),
    "a reserved type": Refusal(
        lambda tx, _: jobs.stop(tx, "no more", job_type="system.purge"),
        NotAllowedError,
        "Not allowed: only the operator stops jobs of the reserved types.",
        role="owner",
    ),
    "a reason that is missing": Refusal(
        lambda tx, _: jobs.stop(tx, " "),
        ValueRefusedError,
        "A reason has to be given.",
        role="owner",
    ),
    "a locked document": Refusal(
        _edited_when_void,
        DocumentLockedError,
        "An accepted or void proposal is not edited: make a new one.",
    ),
    "a state that does not follow": Refusal(
        _back_from_void,
        StateChangedError,
        "status: a proposal in its state cannot go to this one: read it again.",
        "status",
    ),
    "the last owner": Refusal(
        lambda tx, _: org_members.change_role(tx, _me(tx), "admin"),
        LastOwnerError,
        "An organization keeps at least one owner: make another member an owner first.",
        role="owner",
    ),
    "a stranger": Refusal(
        lambda tx, _: org_members.remove(tx, uuid.uuid4()),
        NotFoundError,
        "Not a member.",
        role="owner",
    ),
    "the same job twice": Refusal(
        _twice,
        DuplicateJobError,
        "A job with this key is queued or running already: wait for it to end.",
        "unique_key",
    ),
}
_OWNER: dict[uuid.UUID | None, uuid.UUID] = {}


def _me(tx: Transaction) -> uuid.UUID:
    return _OWNER[tx.org_id]


@pytest.mark.parametrize("what", REFUSED)
async def test_a_refusal_is_a_class_and_a_sentence(
    what: str, tenants: Tenants, own_world: World, installation: Installation
) -> None:
    refusal = REFUSED[what]
    _OWNER[own_world.a.id] = own_world.a.owner.id
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
                await _proposal(tx, client_id)
        told.append(vars(caught.value) | {"text": str(caught.value)})
    assert told[0] == told[1]


async def test_an_invitation_that_is_no_good_is_no_lost_sign_in(
    tenants: Tenants, world: World
) -> None:
    with pytest.raises(InvitationRefusedError, match="ask for another one"):
        async with tenants.between(world.stranger) as tx:
            await org_members.accept(tx, proof=bytes(32), org_id=world.a.id)


async def test_who_waits_too_long_for_a_lock_is_told_to_try_again(
    tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(tx, name=SECRET)
    lock = "select 1 from public.clients where org_id = %(org_id)s and id = %(id)s for update"
    async with tenants.as_role(own_world.a) as holder:
        await holder.run(lock, id=client.id)
        with pytest.raises(BusyError, match="try again"):
            async with tenants.as_role(own_world.a) as tx:
                await tx.run(f"{lock} nowait", id=client.id)


async def test_a_statement_that_takes_too_long_costs_the_connection(
    installation: Installation, world: World
) -> None:
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        before = await _backend(gateway, world)
        with pytest.raises(TimedOutError, match="took too long"):
            async with gateway.sealed("session", world.a.viewer.proof, world.a.id) as tx:
                await tx.value("select set_config('statement_timeout', '20', true)")
                await tx.value("select pg_sleep(5)")
        assert await _backend(gateway, world) != before


async def test_after_a_refusal_the_transaction_is_over(tenants: Tenants, own_world: World) -> None:
    with pytest.raises(TransactionLostError):
        async with tenants.as_role(own_world.a) as tx:
            await clients.add(tx, name=SECRET)
            with pytest.raises(NameTakenError):
                await clients.add(tx, name=SECRET)
            await clients.page(tx)


async def _backend(gateway: Gateway, world: World) -> int:
    async with gateway.sealed("session", world.b.viewer.proof, world.b.id) as tx:
        pid: int = await tx.value("select pg_backend_pid()")
        return pid


@pytest.mark.parametrize("ends", ["in a statement", "at the commit"])
async def test_a_connection_that_breaks_is_the_database_away(
    ends: str, installation: Installation, world: World
) -> None:
    """At the commit nobody knows whether it was done, and a retry may do it twice."""
    async with installation.gateway("sb_api", pool_min_size=1, pool_max_size=1) as gateway:
        with pytest.raises(DatabaseUnreachableError) as caught:
            async with gateway.sealed("session", world.a.viewer.proof, world.a.id) as tx:
                pid = await tx.value("select pg_backend_pid()")
                with installation.as_superuser() as behind:
                    behind.execute("select pg_terminate_backend(%s, 5000)", [pid])
                if ends == "in a statement":
                    await tx.value("select 1")
        assert isinstance(caught.value, OutcomeUnknownError) == (ends == "at the commit")


async def test_wrong_sql_stays_a_bug(tenants: Tenants, world: World) -> None:
    with pytest.raises(UndefinedTable):
        async with tenants.as_role(world.a) as tx:
            await tx.value("select name from public.no_such_table")
