"""Nasty requests, to every route: refused in a few words, none of which is theirs."""

from __future__ import annotations

import gzip
import json
import uuid
import zlib
from collections.abc import Iterator

import pytest

from tests.api.abuse import sockets
from tests.api.abuse.process import Process
from tests.api.serving import Api
from tests.api.test_bodies import BODIES, CANARY
from tests.api.walking import Walked, walk
from tests.fixtures.people import World

pytestmark = pytest.mark.full

SMALL = 2000
PAGE = 4000
"""Bytes that a page may have, with its style."""
"""Bytes of an answer to something nasty, with its head."""
WALKED = {each.name: each for each in walk()}
POSTING = [name for name, each in WALKED.items() if each.body() is not None]
BOMB = gzip.compress(b"[" * 20_000_000)
SAID = CANARY.encode()
BODIES_OF_EVERY_ROUTE = {kind: body for kind, (body, _) in BODIES.items() if kind != "2 MB"} | {
    "a huge whole number": b'{"name": %s}' % (b"1" * 300),
    "minus infinity": b'{"name": -Infinity}',
    "an infinite number": b'{"name": 1e400}',
    "a BOM": b"\xef\xbb\xbf" + json.dumps({"name": CANARY}).encode(),
    "two values": b'{"name": "%s"} {"name": "B"}' % SAID,
    "a key twice, deep": b'{"data": {"a": {"%s": 1, "%s": 2}}}' % (SAID, SAID),
    "900 levels of objects": b'{"a":' * 900 + b'"%s"' % SAID + b"}" * 900,
    "20,000 keys": json.dumps({f"{CANARY}{n}": n for n in range(20_000)}).encode(),
}
NOT_KNOWN = ("an unknown field", "a wrong type", "a huge whole number", "20,000 keys")
"""Bodies that sign-in takes: it leaves out the fields that it does not know."""


def path_of(walked: Walked, org: object = uuid.UUID(int=1)) -> str:
    path = walked.route.path.replace("{org}", str(org))
    for slot in walked.slots():
        path = path.replace(f"{{{slot.path[0]}}}", str(uuid.UUID(int=7)))
    return path + ("?grant_type=password" if walked.takes("grant_type") else "")


def is_refused(answered: bytes, served: Process, *statuses: int) -> None:
    """Check the status, 4xx or one of these; the size; and that nothing of the request is told."""
    assert sockets.status(answered) in (statuses or range(400, 500)), answered[:300]
    assert len(answered) < (PAGE if b"text/html" in answered else SMALL), len(answered)
    assert SAID not in answered
    assert CANARY not in served.said()
    assert "Traceback" not in served.said()


@pytest.mark.parametrize("name", POSTING)
def test_a_nasty_body_is_refused_by_every_route(
    real: Api, served: Process, two: World, name: str
) -> None:
    walked, token = WALKED[name], real.token(two.a.owner)
    for kind, body in BODIES_OF_EVERY_ROUTE.items():
        head = sockets.head(
            walked.route.method,
            path_of(walked, two.a.id),
            f"authorization: Bearer {token}",
            "content-type: application/json",
            'if-match: "0"',
            f"content-length: {len(body)}",
        )
        answered = sockets.answer(real.url, head, body)
        is_left_out = kind in NOT_KNOWN and walked.route.path.startswith("/auth/v1/")
        is_refused(answered, served, *(range(200, 500) if is_left_out else ()))


HEADS = {
    "two lengths": ("content-length: 2", "content-length: 3"),
    "a length that is none": ("content-length: -1",),
    "a length in hexadecimal": ("content-length: 0x10",),
    "a huge length": ("content-length: 99999999999999999999",),
    "20 MB": ("content-length: 20000000",),
    "a length and chunks": ("content-length: 2", "transfer-encoding: chunked"),
    "chunks and a length": ("transfer-encoding: chunked", "content-length: 2"),
    "chunks twice": ("transfer-encoding: chunked", "transfer-encoding: chunked"),
    "another transfer encoding": (f"transfer-encoding: {CANARY}",),
    "gzip": ("content-encoding: gzip", f"content-length: {len(BOMB)}"),
    "GZip": ("content-encoding: GZip", f"content-length: {len(BOMB)}"),
    "gzip behind identity": (
        "content-encoding: identity",
        "content-encoding: gzip",
        f"content-length: {len(BOMB)}",
    ),
    "identity, gzip": ("content-encoding: identity, gzip", f"content-length: {len(BOMB)}"),
    "deflate": ("content-encoding: deflate", "content-length: 2"),
    "br": ("content-encoding: br", "content-length: 2"),
    "zstd": ("content-encoding: zstd", "content-length: 2"),
    "no type": ("content-length: 2",),
    "another type": (f"content-type: text/{CANARY}", "content-length: 2"),
    "a form": ("content-type: application/x-www-form-urlencoded", "content-length: 2"),
    "two types": (
        "content-type: application/json",
        "content-type: text/plain",
        "content-length: 2",
    ),
    "two lengths that are equal": ("content-length: 2", "content-length: 2"),
    "JSON in UTF-16": ("content-type: application/json; charset=utf-16", "content-length: 2"),
    "two credentials": (f"authorization: Bearer {CANARY}", "content-length: 2"),
    "a name with a blank": (f"content-length : {CANARY}", "content-length: 2"),
    "a sign of no header": (f"x-{CANARY}\x00: 1", "content-length: 2"),
    "U+0000 in a value": (f"x-a: {CANARY}\x00", "content-length: 2"),
    "a line that goes on": ("x-a: 1", f" {CANARY}", "content-length: 2"),
    "a key twice": (f"idempotency-key: {CANARY}", "idempotency-key: b", "content-length: 2"),
    "a key of bytes": (f"idempotency-key: \xff{CANARY}", "content-length: 2"),
    "a long key": (f"idempotency-key: {CANARY * 30}", "content-length: 2"),
}


@pytest.mark.parametrize("kind", HEADS)
def test_a_nasty_head_is_refused(real: Api, served: Process, two: World, kind: str) -> None:
    token = real.token(two.a.owner)
    lines = list(HEADS[kind])
    if not any("content-type" in line for line in lines) and kind != "no type":
        lines.append("content-type: application/json")
    body = BOMB if "gzip" in kind.lower() else b"{}"
    head = sockets.head(
        "POST", f"/api/v1/orgs/{two.a.id}/clients", f"authorization: Bearer {token}", *lines
    )
    if kind == "20 MB":
        is_refused(sockets.answer(real.url, head), served, 413)
    elif "gzip" in kind.lower():
        is_refused(sockets.answer(real.url, head, body), served, 415)
    else:
        is_refused(sockets.answer(real.url, head, body), served)


def endless() -> Iterator[bytes]:
    piece = SAID * 1000
    for _ in range(400):
        yield b"%x\r\n%s\r\n" % (len(piece), piece)


@pytest.mark.parametrize("chunk", ["endless", "huge", "malformed"])
@pytest.mark.parametrize("name", POSTING)
def test_chunks_without_an_end_are_refused(
    real: Api, served: Process, two: World, name: str, chunk: str
) -> None:
    walked, token = WALKED[name], real.token(two.a.owner)
    head = sockets.head(
        walked.route.method,
        path_of(walked, two.a.id),
        f"authorization: Bearer {token}",
        "content-type: application/json",
        'if-match: "0"',
        "transfer-encoding: chunked",
    )
    pieces = {
        "endless": endless(),
        "huge": iter((b"ffffffffffffffffff\r\n", SAID)),
        "malformed": iter((b"-1\r\n%s\r\n" % SAID,)),
    }[chunk]
    with sockets.connect(real.url) as connection:
        answered = sockets.exchange(connection, (head, *pieces))
    if answered or chunk != "endless":  # it may be reset: the rest is not read
        is_refused(answered, served)


TEXTS = {
    "U+0000": "%00",
    "half a surrogate pair": "%ED%A0%80",
    "no UTF-8": "%FF%FE",
    "a huge number": "9" * 400,
    "a long text": "A" * 20_000,
    "a statement": "'%3B%20select%201%20--%20",
    "a path": "..%2F..%2F..%2Fetc%2Fpasswd",
    "a template": "%7B%7B7*7%7D%7D%24%7B7*7%7D",
    "line ends": "%0D%0ASet-Cookie:%20a=b",
}


@pytest.mark.parametrize("name", [name for name, each in WALKED.items() if each.parameters()])
def test_a_nasty_parameter_is_never_an_error_of_ours(
    real: Api, served: Process, two: World, name: str
) -> None:
    walked = WALKED[name]
    client = real.client(real.token(two.a.owner), **{"if-match": '"0"'})
    for place, parameter in walked.parameters():
        for text in TEXTS.values():
            sent = text + CANARY
            path = walked.route.path
            if place == "path":
                path = path.replace(f"{{{parameter}}}", sent)
            path = path_of(walked, two.a.id) if place == "query" else filled(path, two)
            if place == "query":
                path += ("&" if "?" in path else "?") + f"{parameter}={sent}"
            answer = client.request(walked.route.method, path, json=walked.body())
            assert answer.status_code < 500, (path, answer.text)
            assert CANARY not in served.said()
            if "html" not in answer.headers.get("content-type", ""):
                assert CANARY not in answer.text, path
                assert len(answer.content) < SMALL or answer.is_success
            assert "set-cookie" not in answer.headers


def filled(path: str, two: World) -> str:
    """The path with usual values in its other places."""
    path = path.replace("{org}", str(two.a.id))
    for part in path.split("/"):
        if part.startswith("{"):
            path = path.replace(part, str(uuid.UUID(int=7)))
    return path


def test_odd_headers_are_never_an_error_of_ours(real: Api, served: Process, two: World) -> None:
    token = real.token(two.a.owner)
    names = (
        *("accept", "accept-language", "accept-encoding", "cookie", "user-agent", "origin"),
        *("referer", "sec-fetch-site", "x-forwarded-for", "forwarded", "x-request-id"),
        *("if-match", "if-none-match", "range", "expect", "upgrade", "x-http-method-override"),
    )
    values = ("", "\xff\xfe", "a" * 8000, "';--", "{}", ",,,", "\t", '"', "websocket", "*", "=")
    org = f"/api/v1/orgs/{two.a.id}"
    requests = (
        ("GET", f"{org}/clients", ""),
        ("POST", f"{org}/clients", "{}"),
        ("DELETE", f"{org}/clients/{uuid.UUID(int=7)}", ""),
        ("POST", "/auth/v1/token?grant_type=password", '{"email": "a", "password": "b"}'),
        ("GET", "/auth/v1/user", ""),
        ("GET", "/healthz", ""),
    )
    for method, path, body in requests:
        for name in names:
            for value in values:
                head = sockets.head(
                    method,
                    path,
                    f"authorization: Bearer {token}",
                    "content-type: application/json",
                    f"content-length: {len(body)}",
                    f"{name}: {value}{CANARY}",
                )
                answered = sockets.answer(real.url, head, body.encode())
                assert sockets.status(answered) < 500, (method, path, name, value)
                assert SAID not in answered, (method, path, name, value)
    assert CANARY not in served.said()
    assert "Traceback" not in served.said()


@pytest.mark.parametrize(
    "line",
    [
        b"GET /%s\x00 HTTP/1.1" % SAID,
        b"GET /%s\xff HTTP/1.1" % SAID,
        b"GET /%s HTTP/9.9" % SAID,
        b"GET /%s" % (SAID * 10_000),
        b"%s /healthz HTTP/1.1" % SAID.upper(),
        b"CONNECT %s:1 HTTP/1.1" % SAID,
        b"GET http://%s/healthz HTTP/1.1" % SAID,
        b"GET //%s HTTP/1.1" % SAID,
        b"GET /api/v1/../../%s HTTP/1.1" % SAID,
        b"OPTIONS * HTTP/1.1",
        b"PRI * HTTP/2.0",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        zlib.compress(b"GET / HTTP/1.1"),
    ],
    ids=lambda line: repr(line[:24]),
)
def test_an_odd_first_line_is_refused(real: Api, served: Process, line: bytes) -> None:
    answered = sockets.answer(real.url, line + b"\r\nhost: a\r\nconnection: close\r\n\r\n")
    if sockets.status(answered) != 200:  # an absolute URL is one of ours
        is_refused(answered, served)


def test_a_form_with_many_fields_is_refused(real: Api, served: Process) -> None:
    body = b"&".join(b"%s%d=1" % (SAID, number) for number in range(40))
    head = sockets.head(
        "POST",
        "/auth/v1/verify/page",
        "sec-fetch-site: same-origin",
        f"content-length: {len(body)}",
    )
    is_refused(sockets.answer(real.url, head, body), served, 400)
