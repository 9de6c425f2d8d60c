"""Tokens that open nothing, and those that do."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import uuid
from typing import Any

import pytest

from sealedbid.platform.postgres import Rank
from sealedbid.platform.tokens import Token
from sealedbid.usecases.joining import create_api_key
from tests.api.serving import Api, OrgClient
from tests.fixtures.people import World


def jwt(header: dict[str, Any], **claims: Any) -> str:
    parts = [json.dumps(each).encode() for each in (header, claims)] + [b"signature"]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def key_of(api: Api, world: World, rank: Rank) -> str:
    """A key of organization a, as its admin makes it."""

    async def make() -> str:
        async with (
            api.installation.gateway("sb_api") as gateway,
            gateway.sealed("session", world.a.admin.proof, world.a.id) as tx,
        ):
            _, token = await create_api_key(tx, name=uuid.uuid4().hex, rank=rank)
            return str(token)

    return asyncio.run(make())


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Basic dTpw",
        "Bearer x",
        f"Bearer {'x' * 9000}",
        "Bearer sb_key_x",
        f"Bearer {Token.new('key', uuid.UUID(int=1))}",
        f"Bearer {Token.new('link', uuid.UUID(int=1))}",
        f"Bearer {Token.new('invitation', uuid.UUID(int=1))}",
        f"Bearer {jwt({'alg': 'none'}, sub=str(uuid.UUID(int=1)), role='service_role')}",
        f"Bearer {jwt({'alg': 'HS256', 'kid': '../../dev/null'}, sub='a')}",
    ],
    ids=lambda header: header[:24],
)
def test_a_token_that_nobody_registered_opens_nothing(api: Api, world: World, header: str) -> None:
    client = api.client(authorization=header)
    answer = client.get(f"/api/v1/orgs/{world.a.id}/clients")
    assert (answer.status_code, answer.json()["type"]) == (401, "credential-refused")


def test_two_tokens_are_none(api: Api, world: World) -> None:
    token = api.token(world.a.owner)
    both = [("authorization", f"Bearer {token}"), ("authorization", f"Bearer {token}")]
    answer = api.client().get(f"/api/v1/orgs/{world.a.id}/clients", headers=both)
    assert answer.status_code == 401


def test_a_token_that_expired_or_was_signed_out_opens_nothing(api: Api, own_world: World) -> None:
    path = f"/api/v1/orgs/{own_world.a.id}/clients"
    for end in ("expires_at = now()", "revoked_at = now()"):
        token = api.token(own_world.a.owner)
        client = api.client(token)
        assert client.get(path).status_code == 200
        proof = hashlib.sha256(token.encode()).digest()
        with api.installation.as_superuser() as behind:
            behind.execute(
                f"update seal_private.credentials set {end} where stored = sha256(%s)".encode(),
                (proof,),
            )
        assert client.get(path).status_code == 401


def test_a_member_who_was_removed_is_out_at_once(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    assert member("GET", "/clients").status_code == 200
    with api.installation.connect("sb_api") as owner, owner.transaction():
        owner.execute(
            "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
        )
        owner.execute("select core.remove_member(%s)", (own_world.a.member.id,))
    answer = member("GET", "/clients")
    assert (answer.status_code, answer.json()["type"]) == (404, "organization-not-found")


def test_a_key_opens_its_organization_at_its_rank(api: Api, own_world: World) -> None:
    client = api.client(key_of(api, own_world, Rank.MEMBER))
    own, other = (OrgClient(client, org.id) for org in (own_world.a, own_world.b))
    added = own("POST", "/clients", json={"name": "By a program"})
    assert added.status_code == 201
    path = f"/clients/{added.json()['id']}"
    assert own("PATCH", path, json={"notes": "x"}, headers={"if-match": "*"}).status_code == 200
    assert own("DELETE", path, headers={"if-match": "*"}).status_code == 403
    answer = other("GET", "/clients")
    assert (answer.status_code, answer.json()["type"]) == (404, "organization-not-found")


def test_a_person_may_not_change_any_version(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    id = member("POST", "/clients", json={"name": "A"}).json()["id"]
    answer = member("PATCH", f"/clients/{id}", json={}, headers={"if-match": "*"})
    assert answer.status_code == 428


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 201),
        ({"sec-fetch-site": "cross-site", "origin": "{own}"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "{own}"}, 201),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
    ids=repr,
)
def test_a_cookie_changes_something_from_our_own_pages_alone(
    api: Api, own_world: World, headers: dict[str, str], status: int
) -> None:
    cookie = {"cookie": f"__Host-sb={api.token(own_world.a.member)}"}
    given = {name: value.format(own=api.url) for name, value in headers.items()}
    browser = OrgClient(api.client(**cookie, **given), own_world.a.id)
    assert browser("GET", "/clients").status_code == 200
    assert browser("POST", "/clients", json={"name": "From a page"}).status_code == status


def test_with_a_bearer_the_cookie_counts_for_nothing(api: Api, own_world: World) -> None:
    cookie = f"__Host-sb={api.token(own_world.a.member)}"
    client = api.client("nothing", cookie=cookie)
    assert client.get(f"/api/v1/orgs/{own_world.a.id}/clients").status_code == 401
