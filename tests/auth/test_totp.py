"""Codes of authenticator apps as the database computes them: RFC 3174, 6238, window and replay."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg import Connection

from tests.auth.authenticator import code_at
from tests.fixtures.server import Installation

RFC = b"12345678901234567890"


@pytest.fixture(scope="module")
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        yield connection


def value(behind: Connection[Any], statement: str, *values: Any) -> Any:
    row = behind.execute(statement, values).fetchone()
    assert row is not None
    return row[0]


def test_sha1_is_sha1_at_every_length_of_a_block(behind: Connection[Any]) -> None:
    for length in (0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 200):
        message = bytes(number * 7 % 256 for number in range(length))
        found = value(behind, "select seal_private.sha1(%s)", message)
        assert found == hashlib.sha1(message).digest(), length


@given(message=st.binary(max_size=150))
def test_sha1_is_sha1(behind: Connection[Any], message: bytes) -> None:
    assert value(behind, "select seal_private.sha1(%s)", message) == hashlib.sha1(message).digest()


@pytest.mark.parametrize(
    ("second", "digits"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_codes_of_the_standard(behind: Connection[Any], second: int, digits: str) -> None:
    found = value(behind, "select seal_private.totp(%s, %s)", RFC, second // 30)
    assert found == digits[-6:] == code_at(RFC, second // 30)


@given(secret=st.binary(min_size=20, max_size=20), step=st.integers(0, 2**33))
def test_the_codes_are_those_of_an_app(behind: Connection[Any], secret: bytes, step: int) -> None:
    assert value(behind, "select seal_private.totp(%s, %s)", secret, step) == code_at(secret, step)


@given(
    step=st.integers(10, 2**28),
    second=st.integers(0, 29),
    shown=st.integers(-3, 3),
    last=st.one_of(st.none(), st.integers(-3, 3)),
)
def test_a_code_passes_one_step_around_its_own_and_never_after_a_later_one(
    behind: Connection[Any], step: int, second: int, shown: int, last: int | None
) -> None:
    at = datetime.fromtimestamp(step * 30 + second, UTC)
    code = code_at(RFC, step + shown)
    passed = None if last is None else step + last
    found = value(behind, "select seal_private.totp_step(%s, %s, %s, %s)", RFC, code, at, passed)
    likely = [
        near
        for near in range(step - 1, step + 2)
        if code_at(RFC, near) == code and (passed is None or near > passed)
    ]
    assert found == (max(likely) if likely else None)
    if shown in (-1, 0, 1) and (last is None or shown > last):
        assert found is not None


@given(one=st.binary(min_size=1, max_size=64))
def test_a_pad_opens_what_it_closed(behind: Connection[Any], one: bytes) -> None:
    pad = hashlib.sha512(one).digest()[: len(one)]
    sealed = value(behind, "select seal_private.xor(%s, %s)", one, pad)
    assert sealed == bytes(a ^ b for a, b in zip(one, pad, strict=True))
    assert value(behind, "select seal_private.xor(%s, %s)", sealed, pad) == one
    assert value(behind, "select seal_private.xor(%s, %s)", one, pad + b"x") is None


def test_nothing_is_the_code_of_no_code(behind: Connection[Any]) -> None:
    for code in (None, "", "12345", "1234567", " 94287"):
        found = value(
            behind, "select seal_private.totp_step(%s, %s, to_timestamp(59), null)", RFC, code
        )
        assert found is None
