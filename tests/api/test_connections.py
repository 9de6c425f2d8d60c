"""A request that is begun and not ended does not hold its connection."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from sealedbid.api import connections
from tests.api.abuse import sockets
from tests.api.serving import Api


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.3)
    monkeypatch.setattr(connections, "BODY_WITHIN", 0.3)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("begun", [b"GET /heal", b"GET /healthz HTTP/1.1\r\nhost: a\r\nx-slow: "])
def test_a_slow_head_is_not_waited_for(api: Api, begun: bytes) -> None:
    answered = sockets.answer(api.url, begun)
    assert answered.startswith(b"HTTP/1.1 408 ")
    assert b'"type":"head-too-slow"' in answered


@pytest.mark.usefixtures("_impatient")
def test_a_drop_now_and_then_prolongs_nothing(api: Api) -> None:
    def drops() -> Iterator[bytes]:
        yield b"GET /healthz HTTP/1.1\r\n"
        for _ in range(40):
            time.sleep(0.05)
            yield b"x: y\r\n"

    with sockets.connect(api.url) as connection:
        assert sockets.exchange(connection, drops()).startswith(b"HTTP/1.1 408 ")


@pytest.mark.usefixtures("_impatient")
def test_a_connection_on_which_nothing_comes_is_closed(api: Api) -> None:
    assert sockets.answer(api.url) == b""


@pytest.mark.usefixtures("_impatient")
def test_a_body_that_nobody_reads_is_not_waited_for(api: Api) -> None:
    head = b"GET /healthz HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n"
    answered = sockets.answer(api.url, head, b"{")
    assert answered.startswith(b"HTTP/1.1 200 ")


@pytest.mark.usefixtures("_impatient")
def test_between_two_requests_there_is_time(api: Api) -> None:
    whole = b"GET /healthz HTTP/1.1\r\nhost: a\r\n"
    with sockets.connect(api.url) as connection:
        connection.sendall(whole + b"\r\n")
        first = connection.recv(4096)
        time.sleep(0.5)
        answered = sockets.exchange(connection, [whole + b"connection: close\r\n\r\n"])
    assert (first + answered).count(b"HTTP/1.1 200 ") == 2


def test_a_head_without_an_end_is_refused(api: Api) -> None:
    endless = (b"x-%d: %s\r\n" % (number, b"canary7f3a" * 400) for number in range(5000))
    with sockets.connect(api.url) as connection:
        answered = sockets.exchange(connection, [b"GET /healthz HTTP/1.1\r\n", *endless])
    assert b"canary7f3a" not in answered
    assert answered == b"" or answered.startswith(b"HTTP/1.1 431 ")  # or reset, unread


def test_what_is_no_request_is_refused_in_our_shape(api: Api) -> None:
    answered = sockets.answer(api.url, b"canary7f3a\r\n\r\n")
    assert answered.startswith(b"HTTP/1.1 400 ")
    assert b'"type":"malformed-request"' in answered
    assert b"canary7f3a" not in answered
