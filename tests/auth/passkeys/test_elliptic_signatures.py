"""ECDSA on P-256 as the database verifies it, beside `cryptography`, and against what is none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import Connection

from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
SUM = (
    "p256_affine(seal_private.p256_sum(%s::numeric, %s::numeric, %s::numeric, %s::numeric),"
    f" {P}::numeric)"
)
Point = tuple[int, int]
scalars = st.one_of(st.integers(1, 40), st.integers(N - 40, N - 1), st.integers(1, N - 1))


@pytest.fixture(scope="module")
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        yield connection


def point(scalar: int) -> Point:
    """A multiple of the base point."""
    made = ec.derive_private_key(scalar, ec.SECP256R1()).public_key().public_numbers()
    return made.x, made.y


def ask(behind: Connection[Any], call: str, *values: Any) -> Any:
    row = behind.execute(f"select seal_private.{call}", values).fetchone()
    assert row is not None
    return row[0]


def verifies(behind: Connection[Any], key: Point, digest: bytes, r: int, s: int) -> bool:
    found: bool = ask(
        behind,
        "p256_verifies(%s::numeric, %s::numeric, %s, %s::numeric, %s::numeric)",
        *map(str, key),
        digest,
        str(r),
        str(s),
    )
    return found


def signed(scalar: int, nonce: int, number: int) -> tuple[int, int]:
    """A signature with this nonce, made by the definition."""
    r = point(nonce)[0] % N
    return r, pow(nonce, -1, N) * (number + r * scalar) % N


@settings(max_examples=40)
@given(scalar=scalars, message=st.binary(max_size=200))
def test_a_signature_of_cryptography_verifies_and_no_other_message(
    behind: Connection[Any], scalar: int, message: bytes
) -> None:
    private = ec.derive_private_key(scalar, ec.SECP256R1())
    made = private.sign(message, ec.ECDSA(hashes.SHA256()))
    r, s = decode_dss_signature(made)
    key, digest = point(scalar), hashlib.sha256(message).digest()
    assert verifies(behind, key, digest, r, s)
    assert verifies(behind, key, digest, r, N - s)  # the other half is a signature too
    assert not verifies(behind, key, hashlib.sha256(message + b".").digest(), r, s)
    whole = key[0].to_bytes(32) + key[1].to_bytes(32)
    assert ask(behind, "passkey_signed(-7, %s, null, %s, %s)", whole, message, made)
    assert not ask(behind, "passkey_signed(-7, %s, null, %s, %s)", whole, message + b".", made)


@settings(max_examples=40)
@given(scalar=scalars, nonce=scalars, number=st.one_of(st.just(0), scalars))
def test_edges_of_keys_nonces_and_hashes_verify(
    behind: Connection[Any], scalar: int, nonce: int, number: int
) -> None:
    """Small and large keys and nonces double and cancel inside the sum; the hash may be 0."""
    r, s = signed(scalar, nonce, number)
    if r and s:
        assert verifies(behind, point(scalar), number.to_bytes(32), r, s)
        assert not verifies(behind, point(scalar), ((number + 1) % N).to_bytes(32), r, s)


@settings(max_examples=30)
@given(u=scalars, v=scalars, scalar=scalars)
def test_a_sum_is_the_sum(behind: Connection[Any], u: int, v: int, scalar: int) -> None:
    found = ask(
        behind,
        SUM,
        str(u),
        str(v),
        *map(str, point(scalar)),
    )
    total = (u + v * scalar) % N
    assert found == (None if total == 0 else [*point(total)])


@pytest.mark.parametrize("scalar", [1, N - 1, 2, N - 2, (N + 1) // 2])
@pytest.mark.parametrize(("u", "v"), [(1, 1), (2, 1), (1, 2), (0, 1), (1, 0), (3, N - 3), (7, 7)])
def test_the_base_point_its_negative_and_neighbours_add_up(
    behind: Connection[Any], scalar: int, u: int, v: int
) -> None:
    found = ask(
        behind,
        SUM,
        str(u),
        str(v),
        *map(str, point(scalar)),
    )
    total = (u + v * scalar) % N
    assert found == (None if total == 0 else [*point(total)])


def test_numbers_out_of_range_are_no_signature(behind: Connection[Any]) -> None:
    key, digest = point(5), hashlib.sha256(b"m").digest()
    r, s = signed(5, 7, int.from_bytes(digest))
    assert verifies(behind, key, digest, r, s)
    for other in (0, N, N + 1, -1, -r, r + N, r - N, P, 1, N - 1, 2**256):
        assert not verifies(behind, key, digest, other, s), other
    for other in (0, N, N + 1, -1, -s, s + N, s - N, P, 1, N - 1, 2**256):
        assert not verifies(behind, key, digest, r, other), other
    for missing in range(5):
        values: list[Any] = [*map(str, key), digest, str(r), str(s)]
        values[missing] = None
        call = "p256_verifies(%s::numeric, %s::numeric, %s, %s::numeric, %s::numeric)"
        assert ask(behind, call, *values) is False
    for short in (b"", digest[:31], digest + b"\0"):
        assert not verifies(behind, key, short, r, s)


def test_a_sum_at_infinity_is_no_signature(behind: Connection[Any]) -> None:
    """The hash is chosen so that both parts cancel: u + v d = 0."""
    for scalar, r in ((1, 3), (5, point(9)[0] % N), (N - 1, 1)):
        number = -r * scalar % N
        for s in (1, 2, N - 1):
            assert not verifies(behind, point(scalar), number.to_bytes(32), r, s)


def test_an_x_above_the_order_wraps_around(behind: Connection[Any]) -> None:
    """A point whose x is in [n, p): r is x - n, and x is not a second r."""
    x = next(x for x in range(N, N + 200) if pow((x**3 - 3 * x + B) % P, (P - 1) // 2, P) == 1)
    y = pow((x**3 - 3 * x + B) % P, (P + 1) // 4, P)
    # with u = 0 and v = 1 the sum is the key itself: the hash is 0 and s is r
    r = x - N
    assert verifies(behind, (x, y), bytes(32), r, r)
    assert not verifies(behind, (x, y), bytes(32), x, x)
    assert not verifies(behind, (x, y), bytes(32), r + 1, r + 1)


def test_points_that_are_not_of_the_curve_are_no_keys(behind: Connection[Any]) -> None:
    x, y = point(11)
    assert ask(behind, "p256_has(%s::numeric, %s::numeric)", str(x), str(y)) is True
    for key in (
        (0, 0),
        (x, 0),
        (0, y),
        (x + 1, y),
        (x, y + 1),
        (y, x),
        (x + P, y),
        (x, y + P),
        (x - P, y),
        (x, y - P),
        (x, -y),
        (P, y),
        (1, 1),
        (2**256, y),
    ):
        assert ask(behind, "p256_has(%s::numeric, %s::numeric)", *map(str, key)) is False, key
        digest = hashlib.sha256(b"m").digest()
        assert not verifies(behind, key, digest, *signed(11, 7, int.from_bytes(digest)))
    assert ask(behind, "p256_has(%s::numeric, %s::numeric)", str(x), str(P - y)) is True


def test_one_bit_anywhere_is_another_signature(behind: Connection[Any]) -> None:
    digest = hashlib.sha256(b"m").digest()
    key, (r, s) = point(77), signed(77, 99, int.from_bytes(digest))
    for bit in (0, 1, 63, 128, 200, 255):
        flip = 1 << bit
        assert not verifies(behind, key, digest, r ^ flip, s)
        assert not verifies(behind, key, digest, r, s ^ flip)
        other = (int.from_bytes(digest) ^ flip).to_bytes(32)
        assert not verifies(behind, key, other, r, s)
        assert not verifies(behind, (key[0] ^ flip, key[1]), digest, r, s)
        assert not verifies(behind, (key[0], key[1] ^ flip), digest, r, s)


@given(r=st.integers(0, 2**256 - 1), s=st.integers(0, 2**256 - 1))
def test_der_is_read_as_it_is_written(behind: Connection[Any], r: int, s: int) -> None:
    whole = encode_dss_signature(r, s)
    row = behind.execute("select r, s from seal_private.der_signature(%s)", (whole,)).fetchone()
    assert row == (r, s)


def test_der_in_any_other_way_is_no_signature(behind: Connection[Any]) -> None:
    r, s = 2**255 + 5, 2**200 + 3
    whole = encode_dss_signature(r, s)
    first, second = whole[2 : 4 + whole[3]], whole[4 + whole[3] :]

    def sequence(content: bytes, tag: int = 0x30) -> bytes:
        return bytes([tag, len(content)]) + content

    def integer(content: bytes, tag: int = 2) -> bytes:
        return bytes([tag, len(content)]) + content

    assert sequence(first + second) == whole
    long = bytes([0x30, 0x81, len(whole) - 2]) + whole[2:]
    for wrong in (
        b"",
        b"\x30",
        b"\x30\x00",
        whole[:-1],
        whole + b"\0",
        long,
        b"\x30\x80" + whole[2:] + b"\0\0",
        sequence(first),
        sequence(second),
        sequence(first + second, 0x31),
        sequence(second + first + b"\0"),
        sequence(first + second + integer(b"\1")),
        sequence(integer(b"") + second),
        sequence(first + integer(b"")),
        sequence(integer(b"\0" + first[2:]) + second),
        sequence(first + integer(b"\0" + second[2:])),
        sequence(integer(first[3:]) + second),
        sequence(integer(first[2:], 3) + second),
        sequence(first + integer(second[2:], 3)),
        sequence(first[:1] + b"\x81" + first[1:] + second),
        sequence(integer(b"\xff") + second),
        sequence(first + integer(b"\x80")),
        bytes(70),
        b"\xff" * 72,
    ):
        row = behind.execute(
            "select r is not null and s is not null from seal_private.der_signature(%s)", (wrong,)
        ).fetchone()
        assert row == (False,), wrong.hex()
    for cut in range(len(whole)):
        row = behind.execute(
            "select r is not null and s is not null from seal_private.der_signature(%s)",
            (whole[:cut],),
        ).fetchone()
        assert row == (False,)
    assert ask(behind, "passkey_signed(-7, %s, null, 'm', %s)", bytes(64), whole) is False


@given(garbage=st.binary(max_size=80))
def test_no_garbage_raises(behind: Connection[Any], garbage: bytes) -> None:
    x, y = point(3)
    whole = x.to_bytes(32) + y.to_bytes(32)
    assert ask(behind, "passkey_signed(-7, %s, null, 'm', %s)", whole, garbage) is False
    assert ask(behind, "passkey_signed(-257, %s, 65537, 'm', %s)", garbage, garbage) is False
