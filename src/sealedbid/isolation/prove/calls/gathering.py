"""Reads the values of ``b``'s rows as arguments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb

from sealedbid.isolation.catalog import Table
from sealedbid.isolation.factory import Row
from sealedbid.isolation.prove.calls.values import Values
from sealedbid.isolation.prove.ground import Ground, new_proof

_WORDS: Final = ("%", "a", "session", "key", "link", "owner", "admin", "viewer")
_LONGEST: Final = 500
_LEASE: Final = "lease_token"


class _Found(NamedTuple):
    kind: str
    name: str
    value: Any
    is_swept: bool = True
    """True if it is tried for every argument of its type, whatever its name."""


def gather(ground: Ground, theirs: Mapping[str, Sequence[Row]], *, quick: bool) -> Values:
    """Values by type and by name, the most telling first; ``quick`` takes one row of a table."""
    by_type: dict[str, dict[str, Any]] = defaultdict(dict)
    by_name: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    found = [*_known(ground)]
    for name, rows in theirs.items():
        for row in rows[: 1 if quick else 4]:
            found += _of_row(ground, ground.tables[name], row)
    for kind, name, value, is_swept in [*found, *_words(), *_ours(ground)]:
        by_name[kind, name].setdefault(repr(value), value)
        if is_swept:
            by_type[kind].setdefault(repr(value), value)
    plain = _plain(datetime.now(UTC)) | {kind: list(of.values()) for kind, of in by_type.items()}
    if quick:
        plain["text"] = [*plain["text"][:16], *_WORDS]
    leases = {row[_LEASE] for rows in theirs.values() for row in rows if row.get(_LEASE)}
    return Values(
        plain,
        {key: list(values.values()) for key, values in by_name.items()},
        [(ground.tables[name].relation, row) for name, rows in theirs.items() for row in rows[:4]],
        (ground.b.org_id, ground.a.org_id),
        frozenset({*_openings(ground), ground.b.lease.token, *leases}),
    )


def _openings(ground: Ground) -> list[bytes]:
    return [*ground.b.proofs.values(), ground.b.key, ground.b.link]


def _known(ground: Ground) -> Iterator[_Found]:
    """The most valuable values: the people's ids, proofs and leases."""
    b = ground.b
    for rank in reversed(list(b.people)):
        yield _Found("uuid", "user_id", b.people[rank])
    yield _Found("uuid", "org_id", b.org_id)
    yield _Found("uuid", "job", b.lease.job_id)
    yield _Found("uuid", "lease", b.lease.token)
    yield _Found("text", "marker", b.marker)
    for proof in (b.invitation, *_openings(ground)):
        yield _Found("bytea", "proof", proof)


def _of_row(ground: Ground, table: Table, row: Row) -> Iterator[_Found]:
    for column in table.columns:
        value = row[column.name]
        if isinstance(value, UUID):
            yield _Found("uuid", column.name, value)
            if column.name == "id":
                yield _Found("uuid", table.relation.removesuffix("s"), value, is_swept=False)
        elif isinstance(value, str) and column.type == "text" and 0 < len(value) < _LONGEST:
            yield _Found("text", column.name, value, is_swept=ground.b.marker in value)
        elif isinstance(value, bytes):
            yield _Found("bytea", column.name, value)


def _words() -> Iterator[_Found]:
    for word in _WORDS:
        yield _Found("text", "any", word)
    for role in ("owner", "admin", "viewer"):
        yield _Found("text", "role", role)


def _ours(ground: Ground) -> Iterator[_Found]:
    """Values of ``a``, so that a call that mixes both can succeed."""
    yield _Found("bytea", "proof", ground.a.proofs["owner"])
    yield _Found("bytea", "proof", new_proof())
    yield _Found("uuid", "any", ground.a.org_id)
    yield _Found("uuid", "any", uuid4())
    for person in ground.a.people.values():
        yield _Found("uuid", "user_id", person)


def _plain(now: datetime) -> dict[str, list[Any]]:
    """Values of types that identify nobody."""
    return {
        "integer": [0, 1, 4, 1000],
        "bigint": [0, 1, 1000],
        "smallint": [0, 1, 4],
        "real": [0.0, 1.0],
        "double precision": [0.0, 1.0],
        "numeric": [0, 1],
        "boolean": [True, False],
        "jsonb": [Jsonb({}), Jsonb({"canary": 1}), Jsonb([])],
        "inet": ["192.0.2.1"],
        "interval": ["1 hour", "0"],
        "date": [now.date()],
        "timestamp with time zone": [now + timedelta(hours=6), now - timedelta(days=1), "infinity"],
        "vector": [f"[{','.join(['0.1'] * 1536)}]"],
        "name": ["public"],
        "regclass": ["public.organizations"],
    }
