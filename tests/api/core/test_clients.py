"""Clients over HTTP: who may not, then what works."""

from __future__ import annotations

import uuid

import pytest

from tests.api.serving import Api
from tests.fixtures.people import World

CLIENTS = "/clients"


def test_nobody_gets_in_without_a_credential(api: Api, world: World) -> None:
    with api.client() as nobody:
        answer = nobody.get(f"/api/v1/orgs/{world.a.id}/clients")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "credential-refused"


def test_another_organization_is_an_unknown_one(api: Api, world: World) -> None:
    with api.client(api.token(world.a.owner)) as owner:
        foreign = owner.get(f"/api/v1/orgs/{world.b.id}/clients")
        unknown = owner.get(f"/api/v1/orgs/{uuid.uuid4()}/clients")
    assert foreign.status_code == unknown.status_code == 404
    for answer in (foreign, unknown):
        assert answer.json()["type"] == "organization-not-found"


def test_a_viewer_reads_and_is_told_the_rank_that_writing_needs(api: Api, own_world: World) -> None:
    viewer = api.member(own_world.a, "viewer")
    assert viewer("GET", CLIENTS).json() == {"data": [], "next": None}
    refused = viewer("POST", CLIENTS, json={"name": "Not mine to add"})
    assert refused.status_code == 403
    assert "rank of member" in refused.json()["detail"]


def test_a_member_adds_reads_and_changes_and_an_admin_removes(api: Api, own_world: World) -> None:
    member, admin = api.member(own_world.a), api.member(own_world.a, "admin")
    added = member("POST", CLIENTS, json={"name": "Halden Clinics", "industry": "health"})
    assert added.status_code == 201
    path = f"{CLIENTS}/{added.json()['id']}"
    assert added.headers["location"].endswith(path)
    assert added.headers["etag"] == '"0"'
    assert member("GET", path).json() == added.json()
    changed = member("PATCH", path, json={"email": "a@b.example"}, headers={"if-match": '"0"'})
    assert changed.status_code == 200
    assert changed.json()["industry"] == "health"
    assert changed.json()["email"] == "a@b.example"
    assert changed.headers["etag"] == '"1"'
    assert member("DELETE", path, headers={"if-match": '"1"'}).status_code == 403
    assert admin("DELETE", path, headers={"if-match": '"0"'}).status_code == 412
    assert admin("DELETE", path, headers={"if-match": '"1"'}).status_code == 204
    assert member("GET", path).status_code == 404


def test_a_change_names_the_version_that_it_has_read(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    id = member("POST", CLIENTS, json={"name": "Once"}).json()["id"]
    change = {"json": {"notes": "So."}}
    assert member("PATCH", f"{CLIENTS}/{id}", **change).status_code == 428
    first = member("PATCH", f"{CLIENTS}/{id}", headers={"if-match": '"0"'}, **change)
    second = member("PATCH", f"{CLIENTS}/{id}", headers={"if-match": '"0"'}, **change)
    assert (first.status_code, second.status_code) == (200, 412)
    assert second.headers["etag"] == '"1"'
    assert second.json()["type"] == "version-passed"
    gone = member("PATCH", f"{CLIENTS}/{uuid.uuid4()}", headers={"if-match": '"0"'}, **change)
    assert gone.status_code == 404


def test_what_has_not_changed_is_not_sent_again(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    id = member("POST", CLIENTS, json={"name": "Known"}).json()["id"]
    answer = member("GET", f"{CLIENTS}/{id}", headers={"if-none-match": '"0"'})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_name_that_is_taken_is_named_with_its_field(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    for status in (201, 409):
        answer = member("POST", CLIENTS, json={"name": "Twice"})
        assert answer.status_code == status
    assert answer.json()["type"] == "name-taken"
    assert answer.json()["errors"][0]["field"] == "/name"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "/name"),
        ({"name": "  "}, "/name"),
        ({"name": "A", "status": "dormant"}, "/status"),
        ({"name": "A", "email": "nobody"}, "/email"),
        ({"name": 7}, "/name"),
        ({"name": "A", "colour": "green"}, "/"),
    ],
)
def test_a_wrong_field_is_named(api: Api, world: World, body: object, field: str) -> None:
    answer = api.member(world.a)("POST", CLIENTS, json=body)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == [field]


def test_a_field_that_is_not_known_is_answered_with_those_that_are(api: Api, world: World) -> None:
    answer = api.member(world.a)("POST", CLIENTS, json={"name": "A", "colour": "green"})
    [fault] = answer.json()["errors"]
    assert "there are name, email, status" in fault["message"]
    assert "colour" not in answer.text
