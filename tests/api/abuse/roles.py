"""Seven callers, each in an organization of its own with rows to read, change and remove."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.api.abuse.accounts import account_of
from tests.api.serving import Api
from tests.fixtures.people import Organization, People, World

ROLES: Final = ("anonymous", "stranger", "viewer", "member", "admin", "owner", "key")
ROWS: Final[Mapping[str, Any]] = {
    "clients": {"name": "Halden Clinics {}", "notes": "since 2021"},
    "services": {"name": "Audit {}", "unit_price_minor": 90_000, "currency": "EUR"},
    "invitations": {"email": "friend.{}@example.org"},
    "keys": {"name": "Import {}", "rank": "viewer"},
}
"""A row of each kind, by the part of its path; ``{}`` is another text in each row."""
EACH: Final = 3
"""Rows of each kind."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A caller: their token, a second session to sign out with, and the ids that they know."""

    role: str
    token: str | None
    leaving: str | None
    org_id: uuid.UUID
    ids: Mapping[str, Sequence[str]]
    account: Mapping[str, str]
    """An account with a password, which the caller knows as everybody does."""


def caller_of(api: Api, role: str) -> Caller:
    """Found two organizations and return the caller of this role."""
    people = People(api.installation)
    world = people.world()
    guests = [people.sign_up("guest") for _ in range(EACH)]
    for guest in guests:
        people.join(world.a.id, world.a.owner, guest, "viewer")
    ids = {kind: [_row(api, world.a, kind) for _ in range(EACH)] for kind in ROWS}
    ids["members"] = [str(guest.id) for guest in guests]
    token = _token(api, world, role)
    leaving = token and api.token(people.sign_up("leaving"))
    return Caller(role, token, leaving, world.a.id, ids, account_of(api))


def _row(api: Api, organization: Organization, kind: str) -> str:
    unique = {
        name: value.format(secrets.token_hex(4)) if isinstance(value, str) else value
        for name, value in ROWS[kind].items()
    }
    made = api.member(organization, "owner")("POST", f"/{kind}", json=unique).json()
    id: str = made.get("key", made)["id"]
    return id


def _token(api: Api, world: World, role: str) -> str | None:
    if role == "anonymous":
        return None
    if role == "stranger":
        return api.token(world.b.owner)
    if role == "key":
        return _key(api, world.a)
    return api.token(world.a.person(role))


def _key(api: Api, organization: Organization) -> str:
    given = {"name": "A program", "rank": "owner"}
    made = api.member(organization, "owner")("POST", "/keys", json=given)
    token: str = made.json()["token"]
    return token
