"""Clients and services are found by the beginnings of their words, the best first."""

from __future__ import annotations

import itertools

import pytest

from tests.api.serving import Api, OrgClient
from tests.fixtures.people import World

NUMBERS = itertools.count()
"""Other tests share the database, and make addresses unique in it: none is given twice."""
CLIENTS = (
    {"name": "Müller & Söhne", "email": "info@mueller-bau-{}.example", "industry": "Construction"},
    {"name": "Art Verein", "notes": "Posters for the spring fair."},
    {"name": "Arts-and-Crafts Market", "website": "https://crafts.example/fair/{}"},
    {"name": "Straße 7", "status": "past", "notes": "Signs, and node.js once."},
)


@pytest.fixture
def owner(api: Api, own_world: World) -> OrgClient:
    """Clients, a service and a stranger's client of the same name."""
    owner, stranger = api.member(own_world.a, "owner"), api.member(own_world.b, "owner")
    for client in CLIENTS:
        given = {field: text.format(next(NUMBERS)) for field, text in client.items()}
        assert owner("POST", "/clients", json=given).status_code == 201
    assert stranger("POST", "/clients", json={"name": "Müller"}).status_code == 201
    return owner


def names(owner: OrgClient, words: str, kind: str = "clients", **params: str) -> list[str]:
    answer = owner("GET", f"/{kind}/search", params={"words": words, **params})
    assert answer.status_code == 200
    assert answer.json()["next"] is None
    return [each["name"] for each in answer.json()["data"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("muller", ["Müller & Söhne"]),
        ("MÜLL söh", ["Müller & Söhne"]),
        ("söhne muller", ["Müller & Söhne"]),
        ("muller market", []),
        ("bau", ["Müller & Söhne"]),
        ("info@mueller-bau", ["Müller & Söhne"]),
        ("construct", ["Müller & Söhne"]),
        ("art", ["Art Verein", "Arts-and-Crafts Market"]),
        ("fair", ["Arts-and-Crafts Market", "Art Verein"]),
        ("craft", ["Arts-and-Crafts Market"]),
        ("strasse", ["Straße 7"]),
        ("node.js", ["Straße 7"]),
        ("ller", []),
        ("&", []),
        ("' | !node:*", ["Straße 7"]),
        ("\\", []),
        ("%", []),
    ],
)
def test_clients_are_found_by_the_beginnings_of_their_words(
    owner: OrgClient, words: str, found: list[str]
) -> None:
    assert names(owner, words) == found


def test_a_search_may_be_of_one_status(owner: OrgClient) -> None:
    assert names(owner, "s", status="past") == ["Straße 7"]


def test_a_search_follows_changes(owner: OrgClient) -> None:
    found = owner("GET", "/clients/search", params={"words": "verein"}).json()["data"][0]
    headers = {"if-match": '"0"'}
    owner("PATCH", f"/clients/{found['id']}", json={"name": "Kunsthalle"}, headers=headers)
    assert (names(owner, "verein"), names(owner, "kunst")) == ([], ["Kunsthalle"])


def test_at_most_fifty_are_answered(owner: OrgClient) -> None:
    for number in range(51):
        owner("POST", "/clients", json={"name": f"Gallery {number}"})
    assert len(names(owner, "gall")) == 50


def test_services_are_found_too(owner: OrgClient) -> None:
    price = {"unit_price_minor": 100, "currency": "EUR"}
    owner("POST", "/services", json={"name": "Branding", "description": "A logo.", **price})
    owner("POST", "/services", json={"name": "Logo alone", **price})
    assert names(owner, "logo", "services") == ["Logo alone", "Branding"]
    assert names(owner, "logo", "services", active="false") == []


@pytest.mark.parametrize("words", [None, "", "w" * 201, "a\0b"])
def test_a_search_needs_words(owner: OrgClient, words: str | None) -> None:
    params = {} if words is None else {"words": words}
    answer = owner("GET", "/clients/search", params=params)
    assert (answer.status_code, answer.json()["type"]) == (422, "invalid-input")
    assert answer.json()["errors"][0]["field"] == "words"
