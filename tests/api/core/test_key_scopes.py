"""A key with scopes calls the routes of these alone, whatever its rank."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.serving import Api, OrgClient
from tests.fixtures.people import World


def key(api: Api, world: World, *scopes: str) -> OrgClient:
    made = api.member(world.a, "owner")(
        "POST", "/keys", json={"name": f"For {scopes}", "rank": "owner", "scopes": scopes}
    )
    assert made.status_code == 201, made.text
    assert made.json()["key"]["scopes"] == list(scopes)
    return OrgClient(api.client(made.json()["token"]), world.a.id)


def test_a_key_without_scopes_is_for_everything_of_its_rank(api: Api, own_world: World) -> None:
    client = key(api, own_world)
    assert client("POST", "/clients", json={"name": "One"}).status_code == 201
    assert client("GET", "/services").status_code == 200


def test_a_key_with_scopes_is_for_these_alone(api: Api, own_world: World) -> None:
    client = key(api, own_world, "clients:read", "services:write")
    for _ in range(2):  # the second time it is known
        assert client("GET", "/clients").status_code == 200
        assert client("GET", "/clients/search?words=a").status_code == 200
        refused = client("POST", "/clients", json={"name": "One"})
        assert (refused.status_code, refused.json()["type"]) == (403, "not-allowed")
        assert "scope clients:write" in refused.json()["detail"]
        for path in ("", "/services", "/members", "/keys"):
            assert client("GET", path).status_code == 403
    price = {"unit_price_minor": 1, "currency": "EUR"}
    assert client("POST", "/services", json={"name": "One", **price}).status_code == 201


@pytest.mark.parametrize(
    "scopes", [["clients"], ["clients:all"], ["*"], ["a:read b:read"], [7], "clients:read"]
)
def test_what_is_no_scope_is_refused(api: Api, own_world: World, scopes: Any) -> None:
    owner = api.member(own_world.a, "owner")
    answer = owner("POST", "/keys", json={"name": "Wrong", "scopes": scopes})
    assert (answer.status_code, answer.json()["type"]) == (422, "invalid-input")
