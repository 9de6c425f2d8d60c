"""Nasty bodies: refused with a small answer that quotes nothing of them."""

from __future__ import annotations

import gzip
import json
import socket
import time
from urllib.parse import urlsplit

import pytest

from sealedbid.api import bodies
from sealedbid.api.bodies import parse_json
from tests.api.serving import Api
from tests.fixtures.people import World

CANARY = "canary7f3a"
BODIES = {
    "no JSON": (b"{" + CANARY.encode(), 400),
    "no UTF-8": (b'{"name": "' + CANARY.encode() + b'\xff"}', 400),
    "UTF-16": (json.dumps({"name": CANARY}).encode("utf-16"), 400),
    "NaN": (b'{"name": "%s", "status": NaN}' % CANARY.encode(), 400),
    "infinity": (b'{"name": "%s", "status": 1e999}' % CANARY.encode(), 400),
    "a long number": (b'{"name": %s}' % (b"7" * 5000), 400),
    "a key twice": (b'{"name": "A", "name": "%s"}' % CANARY.encode(), 400),
    "U+0000": (b'{"name": "%s\\u0000"}' % CANARY.encode(), 400),
    "half a surrogate pair": (b'{"name": "%s\\ud800"}' % CANARY.encode(), 400),
    "half a pair in a key": (b'{"%s\\ud800": 1}' % CANARY.encode(), 400),
    "65 levels": (b'{"name": ' + b"[" * 65 + b"]" * 65 + b"}", 400),
    "900 levels": (b'{"name": ' + b"[" * 900 + b"]" * 900 + b"}", 400),
    "100,000 levels": (b"[" * 100_000, 400),
    "a list": (b'["%s"]' % CANARY.encode(), 422),
    "a text": (b'"%s"' % CANARY.encode(), 422),
    "null": (b"null", 422),
    "nothing": (b"", 422),
    "an unknown field": (b'{"name": "A", "%s": 1}' % CANARY.encode(), 422),
    "a wrong type": (b'{"name": {"%s": 1}}' % CANARY.encode(), 422),
    "2 MB": (b'{"name": "' + CANARY.encode() * 200_000 + b'"}', 413),
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_nasty_body_is_refused_without_a_word_of_it(api: Api, world: World, kind: str) -> None:
    body, status = BODIES[kind]
    headers = {"content-type": "application/json"}
    answer = api.member(world.a)("POST", "/clients", content=body, headers=headers)
    assert answer.status_code == status
    assert len(answer.content) < 2000
    assert CANARY not in answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_twenty_megabytes_are_refused_before_they_are_read(api: Api, world: World) -> None:
    url = urlsplit(api.url)
    token = api.token(world.a.member)
    head = (
        f"POST /api/v1/orgs/{world.a.id}/clients HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        "Content-Length: 20000000\r\n\r\n"
    )
    with socket.create_connection((url.hostname, url.port), timeout=20) as connection:
        connection.sendall(head.encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 413")


def test_a_body_without_a_length_is_bounded(api: Api, world: World) -> None:
    pieces = (b"[" + b"1," * 50_000 for _ in range(40))
    headers = {"content-type": "application/json"}
    answer = api.member(world.a)("POST", "/clients", content=pieces, headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "application/json", "content-encoding": "gzip"},
        {},
    ],
    ids=repr,
)
def test_only_plain_json_is_taken(api: Api, world: World, headers: dict[str, str]) -> None:
    body = json.dumps({"name": "A"}).encode()
    if "content-encoding" in headers:
        body = gzip.compress(b"[" * 10_000_000)
    answer = api.member(world.a)("POST", "/clients", content=body, headers=headers)
    assert answer.status_code == 415


def test_a_slow_body_is_not_waited_for(
    api: Api, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "SLOWEST", 0.2)
    url = urlsplit(api.url)
    token = api.token(world.a.member)
    head = (
        f"POST /api/v1/orgs/{world.a.id}/clients HTTP/1.1\r\nHost: a\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        "Content-Length: 100\r\n\r\n{"
    )
    with socket.create_connection((url.hostname, url.port), timeout=20) as connection:
        connection.sendall(head.encode())
        time.sleep(0.5)
        assert connection.recv(4096).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize("id", ["{01890000-0000-7000-8000-000000000000}", "x", "0189" * 8, "%00"])
def test_an_id_has_one_form(api: Api, world: World, id: str) -> None:
    """Another one is the name of nothing, and no second name of a row."""
    answer = api.member(world.a)("GET", f"/clients/{id}")
    assert (answer.status_code, answer.json()["type"]) == (404, "not-found")


def test_json_is_read_as_it_is() -> None:
    text = '{"a": [1, 2.5, "\\u00e9\\ud83d\\ude00", "\\\\u0000"], "b": {"c": null}}'
    assert parse_json(text.encode()) == {"a": [1, 2.5, "é😀", "\\u0000"], "b": {"c": None}}
