"""A context written by hand opens nothing: it raises, and never shows rows."""

from __future__ import annotations

import hashlib
from typing import Any, LiteralString

import pytest
from psycopg import Connection

from tests.db.contexts import (
    FORGED,
    attempt,
    clients_seen,
    context_of,
    opened,
    put_context,
    refused,
)
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

PARTS = ["kind", "user", "org", "rank", "subject", "expires", "key version"]
READERS: list[LiteralString] = [
    "select seal.org()",
    "select seal.kind()",
    "select seal.user_id()",
    "select seal.person()",
    "select seal.rank()",
    "select seal.subject('session')",
    "select name from public.clients",
    "update public.clients set notes = ''",
    "delete from public.clients",
    "insert into public.clients (org_id, name) values (gen_random_uuid(), 'planted')",
]


def other_part(world: World, part: str) -> str:
    """The value that an attacker in A's context would prefer."""
    return {
        "kind": "system",
        "user": str(world.b.owner.id),
        "org": str(world.b.id),
        "rank": "4",
        "subject": str(world.b.id),
        "expires": "99999999999",
        "key version": "2",
    }[part]


@pytest.mark.parametrize("part", PARTS)
def test_a_context_with_one_part_changed_is_forged(
    api: Connection[Any], stocked: World, part: str
) -> None:
    with opened(api, stocked.a) as connection:
        parts = context_of(connection).split(".")
        parts[PARTS.index(part)] = other_part(stocked, part)
        put_context(connection, ".".join(parts))
        for statement in READERS:
            with attempt(connection), refused(FORGED):
                connection.execute(statement)


@pytest.mark.parametrize("statement", READERS)
def test_nothing_works_with_a_forged_context(
    api: Connection[Any], stocked: World, statement: LiteralString
) -> None:
    put_context(
        api, f"session..{stocked.b.id}.4.{stocked.b.id}.99999999999.1." + "0" * 64, local=False
    )
    with refused(FORGED):
        api.execute(statement)


GARBAGE = {
    "one letter": "x",
    "a space": " ",
    "a dot": ".",
    "dots": "." * 80,
    "64 zeros": "0" * 64,
    "65 zeros": "0" * 65,
    "a dot and 64 zeros": "." + "0" * 64,
    "no numbers": "session.me.here.high.thing.never.1." + "0" * 64,
    "a number that is too large": f"session.....{10**30}.1." + "0" * 64,
    "a version that is no number": ".......nothing." + "0" * 64,
    "a version that is negative": "......-1." + "0" * 64,
    "the hash of nothing": "......." + hashlib.sha256(b"").hexdigest(),
    "other letters": "ß∂ƒ😀" * 30,
    "a quote": "'; select 1; --",
    "a line's end": "\n" * 70,
    "a megabyte": "session." * 131072,
    "null": "null",
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
@pytest.mark.parametrize("local", [True, False])
def test_garbage_for_a_context_is_forged(
    api: Connection[Any], stocked: World, garbage: str, local: bool
) -> None:
    with api.transaction(force_rollback=True):
        put_context(api, garbage, local=local)
        for statement in READERS:
            with attempt(api), refused(FORGED):
                api.execute(statement)


@pytest.mark.parametrize(
    "damage",
    ["cut one off", "cut one before", "cut half", "its body", "its hash", "capitals", "twice"],
)
def test_a_damaged_context_is_forged(api: Connection[Any], stocked: World, damage: str) -> None:
    with opened(api, stocked.a) as connection:
        good = context_of(connection)
        body, _, mac = good.rpartition(".")
        damaged = {
            "cut one off": good[:-1],
            "cut one before": good[1:],
            "cut half": good[: len(good) // 2],
            "its body": body,
            "its hash": mac,
            "capitals": f"{body}.{mac.upper()}",
            "twice": good + good,
        }[damage]
        put_context(connection, damaged)
        for statement in READERS:
            with attempt(connection), refused(FORGED):
                connection.execute(statement)
        put_context(connection, good)
        assert clients_seen(connection) == [stocked.a.name]
