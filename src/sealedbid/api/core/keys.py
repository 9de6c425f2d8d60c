"""API keys of the organization."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal, TypeAlias

import msgspec
from pydantic import Field

from sealedbid.api.answers import Page
from sealedbid.api.inputs import Incoming, PathId, Text
from sealedbid.api.route import Sealed
from sealedbid.core.models import ApiKey
from sealedbid.core.repository import api_keys
from sealedbid.platform.errors import NameTakenError, NotAllowedError, ValueRefusedError
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.usecases import joining

routes = Sealed("core")
Scope: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,40}:(read|write)$")]
"""A resource and a verb, as clients:read; the reference names the scope of each route."""


class KeyIn(Incoming):
    """A key to create; it ranks no higher than its maker, and ends when they leave.

    Without scopes it is for everything that its rank allows.
    """

    name: Text
    rank: Literal["viewer", "member", "admin", "owner"] = "member"
    scopes: Annotated[tuple[Scope, ...], Field(max_length=50)] = ()
    days: Annotated[int, Field(ge=1, le=730)] = 365


class NewKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key with its token, which is shown this once."""

    key: ApiKey
    token: str


@routes.get("/keys", answers=Page[ApiKey], rank=Rank.ADMIN)
async def list_keys(tx: Transaction) -> Page[ApiKey]:
    """List the keys, the newest first; none is shown again."""
    return Page(data=await api_keys.page(tx), next=None)


@routes.post(
    "/keys",
    answers=NewKey,
    rank=Rank.ADMIN,
    problems=(NameTakenError, NotAllowedError, ValueRefusedError),
    shows_secret=True,
)
async def create_key(tx: Transaction, key: KeyIn) -> NewKey:
    """Create a key for programs, as a person."""
    made, token = await joining.create_api_key(
        tx,
        name=key.name,
        rank=Rank[key.rank.upper()],
        scopes=list(key.scopes),
        life=timedelta(days=key.days),
    )
    return NewKey(key=made, token=str(token))


@routes.delete("/keys/{id}", rank=Rank.ADMIN)
async def end_key(tx: Transaction, id: PathId) -> bool:
    """End a key: it opens nothing any more."""
    return await api_keys.remove(tx, id)
