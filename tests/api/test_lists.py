"""Lists by keyset: rows that stay come exactly once, and no cursor is forged."""

from __future__ import annotations

import base64
import json
import random

import pytest

from tests.api.serving import Api, OrgClient
from tests.fixtures.people import World


def pages(member: OrgClient, query: str) -> list[list[str]]:
    """The names of all pages."""
    found, cursor = [], None
    while True:
        after = f"&cursor={cursor}" if cursor else ""
        answer = member("GET", f"/clients?{query}{after}").json()
        found.append([each["name"] for each in answer["data"]])
        if (cursor := answer["next"]) is None:
            return found


def add(member: OrgClient, name: str, **fields: str) -> str:
    id: str = member("POST", "/clients", json={"name": name, **fields}).json()["id"]
    return id


@pytest.mark.parametrize("sort", ["name", "newest"])
def test_every_row_comes_once_in_order(api: Api, own_world: World, sort: str) -> None:
    member = api.member(own_world.a)
    names = [f"Client {n:02}" for n in range(7)]
    random.Random(7).shuffle(names)
    for name in names:
        add(member, name)
    found = pages(member, f"sort={sort}&limit=3")
    assert [len(page) for page in found] == [3, 3, 1]
    expected = sorted(names) if sort == "name" else list(reversed(names))
    assert [name for page in found for name in page] == expected


def test_a_page_that_is_exactly_full_is_the_last(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    for name in ("A", "B"):
        add(member, name)
    assert pages(member, "limit=2") == [["A", "B"]]


def test_what_stays_is_seen_once_whatever_comes_and_goes(api: Api, own_world: World) -> None:
    member, admin = api.member(own_world.a), api.member(own_world.a, "admin")
    staying = [f"S{n}" for n in range(6)]
    going = {name: add(member, name) for name in ("S0a", "S3a")}
    for name in staying:
        add(member, name)
    seen, cursor = [], None
    for turn in range(9):
        query = "limit=2" + (f"&cursor={cursor}" if cursor else "")
        answer = member("GET", f"/clients?{query}").json()
        seen += [each["name"] for each in answer["data"]]
        add(member, f"S{turn}z")
        if going:
            _, id = going.popitem()
            assert admin("DELETE", f"/clients/{id}", headers={"if-match": '"0"'}).is_success
        if (cursor := answer["next"]) is None:
            break
    assert [name for name in seen if name in staying] == staying


def test_a_cursor_belongs_to_its_order_and_selection(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    for name in ("A", "B"):
        add(member, name)
    cursor = member("GET", "/clients?limit=1").json()["next"]
    assert member("GET", f"/clients?limit=2&cursor={cursor}").status_code == 200
    for query in ("sort=newest", "status=lead"):
        answer = member("GET", f"/clients?{query}&cursor={cursor}")
        assert (answer.status_code, answer.json()["type"]) == (400, "cursor-refused")


def test_a_cursor_of_another_organization_is_refused(api: Api, own_world: World) -> None:
    theirs = api.member(own_world.b)
    for name in ("A", "B"):
        add(theirs, name)
    cursor = theirs("GET", "/clients?limit=1").json()["next"]
    assert api.member(own_world.a)("GET", f"/clients?cursor={cursor}").status_code == 400


def test_garbage_is_no_cursor(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    for name in ("A", "B"):
        add(member, name)
    cursor = member("GET", "/clients?sort=newest&limit=1").json()["next"]
    content = json.loads(base64.urlsafe_b64decode(cursor + "=="))
    forged = [[*content[:3], "tomorrow", content[4]], [*content[:4], "x"], [1], {}, content[:4]]
    texts = [base64.urlsafe_b64encode(json.dumps(each).encode()).decode() for each in forged]
    for text in (*texts, "", "x", "%00", "a" * 3999):
        answer = member("GET", f"/clients?sort=newest&cursor={text}")
        assert answer.status_code == 400, text
    assert member("GET", f"/clients?cursor={'a' * 4001}").status_code == 422


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "sort=email", "status=none"])
def test_a_parameter_out_of_range_is_named(api: Api, world: World, query: str) -> None:
    answer = api.member(world.a)("GET", f"/clients?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == query.partition("=")[0]
