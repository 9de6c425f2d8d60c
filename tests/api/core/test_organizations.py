"""The organization and one's own profile are changed by version, each by whom they belong to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.serving import Api
from tests.fixtures.people import World

VERSION = {"if-match": '"0"'}


def test_an_owner_changes_the_organization_by_its_version(api: Api, own_world: World) -> None:
    owner = api.member(own_world.a, "owner")
    read = owner("GET", "")
    etag = read.headers["etag"]
    change = {"name": "Renamed", "branding": {"colour": "#224466"}, "currency": "CHF"}
    assert owner("PATCH", "", json=change).status_code == 428
    changed = owner("PATCH", "", json=change, headers={"if-match": etag})
    assert changed.status_code == 200
    assert changed.json().items() >= change.items()
    assert changed.json()["timezone"] == read.json()["timezone"]
    assert changed.headers["etag"] != etag
    stale = owner("PATCH", "", json={"name": "Again"}, headers={"if-match": etag})
    assert (stale.status_code, stale.headers["etag"]) == (412, changed.headers["etag"])
    assert owner("GET", "").json() == changed.json()
    assert owner("GET", "", headers={"if-none-match": changed.headers["etag"]}).status_code == 304


def test_nobody_below_an_owner_changes_it_and_no_key(api: Api, own_world: World) -> None:
    owner = api.member(own_world.a, "owner")
    token = owner("POST", "/keys", json={"name": "A key", "rank": "owner"}).json()["token"]
    path = f"/api/v1/orgs/{own_world.a.id}"
    for client in (api.client(token), api.client(api.token(own_world.a.admin))):
        assert client.patch(path, json={"name": "No"}, headers=VERSION).status_code == 403


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "/name"),
        ({"currency": "eur"}, "/currency"),
        ({"currency": "ZZZ"}, "/currency"),
        ({"locale": "English"}, "/locale"),
        ({"timezone": "1"}, "/timezone"),
        ({"branding": []}, "/branding"),
        ({"plan": "pro"}, "/plan"),
        ({"stripe_customer_id": "cus_1"}, "/stripe_customer_id"),
    ],
)
def test_a_wrong_field_of_the_organization_is_refused(
    api: Api, own_world: World, change: dict[str, Any], field: str
) -> None:
    owner = api.member(own_world.a, "owner")
    etag = owner("GET", "").headers["etag"]
    answer = owner("PATCH", "", json=change, headers={"if-match": etag})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] in ([field], ["/"])


def test_a_person_changes_their_own_profile_by_its_version(api: Api, own_world: World) -> None:
    person, colleague = (
        api.client(api.token(own_world.a.person(role))) for role in ("member", "owner")
    )
    read = person.get("/api/v1/profile")
    etag = read.headers["etag"]
    before = colleague.get("/api/v1/profile").json()
    change = {"full_name": "Another Name", "locale": "nb-NO", "onboarding_complete": True}
    assert person.patch("/api/v1/profile", json=change).status_code == 428
    changed = person.patch("/api/v1/profile", json=change, headers={"if-match": etag})
    assert changed.status_code == 200
    assert changed.json() == {**read.json(), **change, "lock_version": int(etag.strip('"')) + 1}
    kept = person.patch(
        "/api/v1/profile", json={"locale": "en"}, headers={"if-match": changed.headers["etag"]}
    )
    assert kept.json()["full_name"] == "Another Name"
    assert (
        person.patch("/api/v1/profile", json=change, headers={"if-match": etag}).status_code == 412
    )
    assert colleague.get("/api/v1/profile").json() == before
    assert (
        person.patch("/api/v1/profile", json={"email": "x@y.example"}, headers=VERSION).status_code
        == 422
    )


def test_a_key_has_no_profile(api: Api, own_world: World) -> None:
    owner = api.member(own_world.a, "owner")
    token = owner("POST", "/keys", json={"name": "A key"}).json()["token"]
    assert api.client(token).patch("/api/v1/profile", json={}, headers=VERSION).status_code == 401
    assert api.client().patch("/api/v1/profile", json={}, headers=VERSION).status_code == 401
