"""Acts that a tenant is refused, each with its error's class, sentence and field."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sealedbid.content.errors import DocumentLockedError
from sealedbid.content.repository import proposals
from sealedbid.core.errors import LastOwnerError
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
from sealedbid.platform.postgres import Transaction
from sealedbid.system.errors import DuplicateJobError
from sealedbid.system.jobs.repository import jobs
from sealedbid.usecases.joining import create_api_key

SECRET = "Halden-canary"
"""A value of a row that is there; no message may hold it."""


OWNERS: dict[uuid.UUID | None, uuid.UUID] = {}
"""The owner of each organization, filled by the test."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act, the role that tries it, and the error that it gets."""

    act: Callable[[Transaction, uuid.UUID], Awaitable[Any]]
    error: type[RefusedError]
    said: str
    field: str | None = None
    role: str = "member"


async def add_proposal(tx: Transaction, client_id: uuid.UUID) -> uuid.UUID:
    return await proposals.add(tx, client_id=client_id, title="A proposal", currency="EUR")


async def _edited_when_void(tx: Transaction, client_id: uuid.UUID) -> None:
    made = await add_proposal(tx, client_id)
    await proposals.move(tx, made, "void")
    await tx.run(
        "update public.proposals set title = 'New' where org_id = %(org_id)s and id = %(id)s",
        id=made,
    )


async def _back_from_void(tx: Transaction, client_id: uuid.UUID) -> None:
    made = await add_proposal(tx, client_id)
    await proposals.move(tx, made, "void")
    await proposals.move(tx, made, "draft")


async def _removed_in_use(tx: Transaction, client_id: uuid.UUID) -> None:
    await add_proposal(tx, client_id)
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
        lambda tx, _: add_proposal(tx, uuid.uuid4()),
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


def _me(tx: Transaction) -> uuid.UUID:
    return OWNERS[tx.org_id]
