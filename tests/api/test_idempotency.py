"""A request that is sent again under its key does nothing twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx2

from tests.api.serving import Api, OrgClient
from tests.fixtures.people import World

KEY = "idempotency-key"


def add(member: OrgClient, name: str, key: str) -> httpx2.Response:
    return member("POST", "/clients", json={"name": name}, headers={KEY: key})


def test_twenty_at_once_create_one(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(lambda _: add(member, "Once", "k1"), range(20)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert len({answer.headers["location"] for answer in answers}) == 1
    replayed = [answer for answer in answers if "idempotency-replayed" in answer.headers]
    assert len(replayed) == 19
    assert len(member("GET", "/clients").json()["data"]) == 1


def test_a_key_belongs_to_one_request(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    assert add(member, "First", "k2").status_code == 201
    other = add(member, "Second", "k2")
    assert (other.status_code, other.json()["type"]) == (422, "key-reused")


def test_a_request_that_failed_leaves_its_key(api: Api, own_world: World) -> None:
    member, admin = api.member(own_world.a), api.member(own_world.a, "admin")
    first = add(member, "Taken", "k3")
    assert add(member, "Taken", "k4").status_code == 409
    path = f"/clients/{first.json()['id']}"
    assert admin("DELETE", path, headers={"if-match": '"0"'}).status_code == 204
    again = add(member, "Taken", "k4")
    assert again.status_code == 201
    assert "idempotency-replayed" not in again.headers


def test_a_colleague_and_another_organization_have_their_own(api: Api, own_world: World) -> None:
    mine = add(api.member(own_world.a), "Mine", "k5")
    colleague = add(api.member(own_world.a, "admin"), "Theirs", "k5")
    foreign = add(api.member(own_world.b), "Mine", "k5")
    assert [each.status_code for each in (mine, colleague, foreign)] == [201] * 3
    assert len({each.json()["id"] for each in (mine, colleague, foreign)}) == 3


def test_after_a_day_a_key_is_new(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    assert add(member, "Yesterday", "k6").status_code == 201
    with api.installation.as_superuser() as behind:
        behind.execute(
            "update public.idempotency_keys set expires_at = expires_at - %s where org_id = %s",
            (timedelta(hours=25), own_world.a.id),
        )
    assert add(member, "Today", "k6").status_code == 201


def test_a_key_is_printable_and_short(api: Api, world: World) -> None:
    member = api.member(world.a)
    for key in ("", "k" * 256, "caf\xe9"):
        headers = {KEY: key.encode("latin-1")}
        answer = member("POST", "/clients", json={"name": "None"}, headers=headers)
        assert (answer.status_code, answer.json()["type"]) == (400, "key-malformed")
