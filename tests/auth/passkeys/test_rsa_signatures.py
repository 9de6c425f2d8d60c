"""RSA with PKCS#1 v1.5 as the database verifies it: the block is compared whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import Connection

from tests.auth.passkeys.authenticator import Key
from tests.fixtures.server import Installation

NAME = bytes.fromhex("3031300d060960864801650304020105000420")
DIGEST = hashlib.sha256(b"m").digest()


@pytest.fixture(scope="module")
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        yield connection


@cache
def key_of(bits: int, exponent: int = 65537) -> Key:
    return Key.rsa(bits, exponent)


def verifies(
    behind: Connection[Any], modulus: Any, exponent: Any, digest: Any, signature: Any
) -> bool:
    row = behind.execute(
        "select seal_private.rsa_verifies(%s, %s, %s, %s)", (modulus, exponent, digest, signature)
    ).fetchone()
    assert row is not None
    found: bool = row[0]
    return found


def signed_block(key: Key, block: bytes) -> bytes:
    """The signature whose block is this one, whatever it says."""
    assert key.algorithm == -257
    modulus, _ = key.public
    private: Any = key.private
    n, d = int.from_bytes(modulus), private.private_numbers().d
    return pow(int.from_bytes(block), d, n).to_bytes(len(modulus))


@pytest.mark.parametrize(("bits", "exponent"), [(2048, 65537), (3072, 65537), (2048, 3)])
def test_a_signature_of_cryptography_verifies(
    behind: Connection[Any], bits: int, exponent: int
) -> None:
    key = key_of(bits, exponent)
    assert verifies(behind, *key.public, DIGEST, key.sign(b"m"))
    assert not verifies(behind, *key.public, hashlib.sha256(b"n").digest(), key.sign(b"m"))
    assert not verifies(behind, *key_of(2048).public, DIGEST, Key.rsa(2048).sign(b"m"))


@settings(max_examples=20)
@given(message=st.binary(max_size=100), place=st.integers(0, 255), bit=st.integers(0, 7))
def test_one_bit_is_another_signature(
    behind: Connection[Any], message: bytes, place: int, bit: int
) -> None:
    key, digest = key_of(2048), hashlib.sha256(message).digest()
    signature = bytearray(key.sign(message))
    assert verifies(behind, *key.public, digest, bytes(signature))
    signature[place] ^= 1 << bit
    assert not verifies(behind, *key.public, digest, bytes(signature))


@pytest.mark.parametrize("exponent", [65537, 3])
def test_blocks_that_are_nearly_right_are_no_signatures(
    behind: Connection[Any], exponent: int
) -> None:
    """Among them the forgery of 2006: a short padding, and anything behind the hash."""
    key = key_of(2048, exponent)
    size = len(key.public[0])
    tail = NAME + DIGEST

    def block(head: bytes, filling: bytes, end: bytes) -> bytes:
        return head + filling * (size - len(head) - len(end)) + end

    assert verifies(
        behind, *key.public, DIGEST, signed_block(key, block(b"\0\1", b"\xff", b"\0" + tail))
    )
    without_null = bytes.fromhex("302f300b0609608648016503040201") + b"\x04\x20" + DIGEST
    wrong = [
        block(b"\0\1" + b"\xff" * 8 + b"\0" + tail, b"\0", b""),
        block(b"\0\1" + b"\xff" * 8 + b"\0" + tail, b"\x5a", b""),
        block(b"\0\2", b"\xff", b"\0" + tail),
        block(b"\0\0", b"\xff", b"\0" + tail),
        block(b"\0\1", b"\xfe", b"\0" + tail),
        block(b"\0\1", b"\xff", b"\1" + tail),
        block(b"\0\1", b"\xff", b"\0" + without_null),
        block(b"\0\1", b"\xff", b"\0" + DIGEST),
        block(b"\0\1", b"\xff", b"\0" + NAME + DIGEST[::-1]),
        block(b"\0\1", b"\xff", b"\0" + tail + b"\0"),
    ]
    for each in wrong:
        assert not verifies(behind, *key.public, DIGEST, signed_block(key, each)), each.hex()


def test_what_is_out_of_range_is_no_signature(behind: Connection[Any]) -> None:
    key = key_of(2048)
    modulus, exponent = key.public
    signature = key.sign(b"m")
    larger = (int.from_bytes(signature) + int.from_bytes(modulus)).to_bytes(257)
    for wrong in (
        b"",
        b"\0" + signature,
        signature[1:],
        larger,
        larger[1:],
        bytes(256),
        modulus,
        bytes(255) + b"\1",
        None,
    ):
        assert verifies(behind, modulus, exponent, DIGEST, wrong) is False
    for other in (0, 1, 2, 4, 5, 17, 65536, -3, None):
        assert verifies(behind, modulus, other, DIGEST, signature) is False
    for short in (b"", DIGEST[:31], DIGEST + b"\0", None):
        assert verifies(behind, modulus, exponent, short, signature) is False


def test_moduli_that_are_too_small_too_large_or_even_are_no_keys(behind: Connection[Any]) -> None:
    def is_key(modulus: Any, exponent: int = 65537) -> bool:
        row = behind.execute(
            "select seal_private.is_passkey(-257, %s, %s)", (modulus, exponent)
        ).fetchone()
        assert row is not None
        found: bool = row[0]
        return found

    modulus = key_of(2048).public[0]
    assert is_key(modulus)
    assert is_key(b"\x80" + bytes(510) + b"\1")
    for wrong in (
        b"",
        modulus[1:],
        b"\0" + modulus,
        b"\x7f" + modulus[1:],
        modulus[:-1] + b"\2",
        b"\x80" + bytes(511) + b"\1",
        b"\xff" * 255,
        None,
    ):
        assert not is_key(wrong)
    assert not is_key(modulus, 65535)


def test_an_algorithm_that_is_not_known_verifies_nothing(behind: Connection[Any]) -> None:
    key = key_of(2048)
    for algorithm in (-8, -37, -257 + 1, 0, 7, None):
        row = behind.execute(
            "select seal_private.passkey_signed(%s, %s, %s, 'm', %s),"
            " seal_private.is_passkey(%s, %s, %s)",
            (algorithm, *key.public, key.sign(b"m"), algorithm, *key.public),
        ).fetchone()
        assert row == (False, False)
