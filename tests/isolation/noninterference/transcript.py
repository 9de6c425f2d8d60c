"""The statements of ``a`` and the answers: the same in both worlds except for new ids and times."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeAlias
from uuid import uuid5

import psycopg
from psycopg import Connection, sql
from psycopg.types.json import Jsonb

from sealedbid.isolation.prove.attempt import Attempt
from sealedbid.isolation.prove.ground import Ground
from sealedbid.isolation.prove.statements import Statements, written
from tests.fixtures.server import Installation
from tests.isolation.noninterference.worlds import STATEMENTS, Worlds

Told: TypeAlias = list[str]

CALLS: Final = 6
"""Number of calls of each function, with different arguments."""
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def vocabulary(worlds: Worlds) -> list[Attempt]:
    """Every statement that ``a`` can build from the catalog: rows of all tables, all functions."""
    ground, said = worlds.ground, []
    for table in ground.tables.values():
        if not ground.is_tenants(table):
            continue
        statements = Statements(ground, table, own=1)
        for make in ("reads", "changes", "blind", "moves", "plants", "upserts"):
            said += list(getattr(statements, make)())
        said += [attempt for pair in statements.references() for attempt in pair]
        said += [attempt for _, attempt in statements.collisions()]
    with worlds.both.as_superuser() as behind:
        functions = behind.execute(STATEMENTS["callable"]).fetchall()
    for schema, name, types in functions:
        said += [_call(ground, schema, name, types, turn) for turn in range(CALLS)]
    return said


def tell(world: Installation, ground: Ground, said: Sequence[Attempt], *, each: bool) -> Told:
    """Run the statements as the owner of ``a`` and return the answers; everything is rolled back.

    With ``each``, every statement finds the rows as they were at first.
    """
    normal = _Normal(ground)
    with world.connect("sb_api") as api, api.transaction(force_rollback=True):
        proof = ground.a.proofs["owner"]
        api.execute("select seal.open('session', %s, %s)", (proof, ground.a.org_id))
        return [normal(_answer(api, attempt, undo=each)) for attempt in said]


def _answer(api: Connection[Any], attempt: Attempt, *, undo: bool) -> str:
    try:
        with api.transaction(force_rollback=undo):
            cursor = api.execute(attempt.statement, attempt.params)
            rows = sorted(map(repr, cursor.fetchall())) if cursor.description else []
            return f"{cursor.rowcount} {rows}"
    except psycopg.Error as error:
        diag = error.diag
        parts = (diag.sqlstate, diag.message_primary, diag.message_detail, diag.message_hint)
        return f"{parts} {diag.constraint_name}"


class _Normal:
    """Replaces new ids by their order, and current times by one word."""

    def __init__(self, ground: Ground) -> None:
        sides = (ground.a, ground.b)
        self.known = {str(v) for side in sides for row in side.rows.values() for v in row.values()}
        self.known |= {str(person) for side in sides for person in side.persons}
        self.known |= {str(side.org_id) for side in sides}
        self.made: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        text = re.sub(r"datetime\.datetime\([^()]*(?:\([^()]*\)[^()]*)*\)", self._time, text)
        return _UUID.sub(self._id, text)

    def _time(self, match: re.Match[str]) -> str:
        year, month, day = map(int, re.findall(r"\d+", match[0])[:3])
        near = abs(datetime(year, month, day, tzinfo=UTC) - datetime.now(UTC)) < timedelta(days=2)
        return "now" if near else match[0]

    def _id(self, match: re.Match[str]) -> str:
        if match[0] in self.known:
            return match[0]
        return self.made.setdefault(match[0], f"id {len(self.made)}")


def _call(ground: Ground, schema: str, name: str, types: Sequence[str], turn: int) -> Attempt:
    pick = random.Random(f"{schema}.{name} {turn}")
    a, b = ground.a, ground.b
    theirs = [row["id"] for row in b.rows.values() if "id" in row]
    ids = [b.org_id, *b.persons, *theirs, a.org_id, *a.persons, uuid5(a.org_id, name)]
    of_type: dict[str, list[Any]] = {
        "uuid": ids,
        "text": [
            b.marker,
            f"owner.{b.marker}@example.org",
            "link",
            "key",
            "session",
            "x",
            "viewer",
        ],
        "bytea": [a.link, b"x" * 32],
        "integer": [0, 1, 2, 4, 99],
        "bigint": [0, 1, 1 << 40],
        "jsonb": [Jsonb({}), Jsonb({"name": b.marker})],
        "text[]": [[], [b.marker]],
        "interval": [timedelta(0), timedelta(days=9)],
        "timestamp with time zone": [
            datetime(2031, 1, 1, tzinfo=UTC),
            datetime(2020, 1, 1, tzinfo=UTC),
        ],
        "boolean": [True, False],
    }
    params = {f"p{n}": pick.choice(of_type.get(kind, [None])) for n, kind in enumerate(types)}
    arguments = sql.SQL(", ").join(
        sql.SQL("{}::" + kind).format(sql.Placeholder(f"p{n}")) for n, kind in enumerate(types)
    )
    statement = sql.SQL("select * from {}({})").format(sql.Identifier(schema, name), arguments)
    return Attempt(written(statement), params)


def different(worlds: Worlds, said: Sequence[Attempt], *, each: bool = False) -> list[str]:
    """The statements whose answers tell the two worlds apart."""
    told = [tell(world, worlds.ground, said, each=each) for world in (worlds.both, worlds.alone)]
    return [
        f"{attempt.statement.as_string()[:300]}\n  with: {one[:300]}\n  without: {other[:300]}"
        for attempt, one, other in zip(said, *told, strict=True)
        if one != other
    ]
