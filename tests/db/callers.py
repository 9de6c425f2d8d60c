"""Calls every function that a login may execute, with arguments by type."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection, Error, sql
from psycopg.types.json import Jsonb

from tests.fixtures.people import World

TRIES = 12
# Answers that are the same for everybody: a new id, the rank of nobody, the catalog, a text as a
# vector, the time; and a salt for any proof, made up if there is no such link.
WITHOUT_A_CONTEXT: dict[str, type] = {
    "seal.new_id": UUID,
    "seal.rank": int,
    "seal.notable": str,
    "intelligence.to_vector": str,
    "core.all_beginnings": str,
    "core.to_words": str,
    "queue.now": datetime,
    "seal.link_salt": bytes,
}

CALLABLE = """
select n.nspname, p.proname, array(select t::regtype::text from unnest(p.proargtypes) t)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname not in ('pg_catalog', 'information_schema')
   and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass
                                             and d.objid = p.oid and d.deptype = 'e')
   and (has_function_privilege(%(login)s, p.oid, 'execute')
        or has_function_privilege('sb_tenant', p.oid, 'execute'))
 order by 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Function:
    """A function that the login may execute."""

    schema: str
    name: str
    arguments: list[str]

    def call(self, connection: Connection[Any], values: list[Any]) -> list[Any]:
        """Call it; returns its rows, or none if it raises."""
        arguments = sql.SQL(", ").join(sql.SQL("%s::" + kind) for kind in self.arguments)
        statement = sql.SQL("select * from {}({})").format(
            sql.Identifier(self.schema, self.name), arguments
        )
        try:
            with connection.transaction():
                return connection.execute(statement, values).fetchall()
        except Error:
            return []


class Values:
    """Arguments by type, among them every id of B."""

    def __init__(self, world: World, jobs: list[UUID], seed: str) -> None:
        b = world.b
        self.random = random.Random(seed)
        people = [b.owner, b.admin, b.member, b.viewer]
        self.ids = [b.id, *jobs, *(p.id for p in people), *(p.session_id for p in people)]
        self.marks = [b.name, *map(str, self.ids), *(person.email for person in people)]
        self.words = [
            *("session", "key", "link", "job", "system", "billing", "owner", "viewer", "x.y"),
            *(person.email for person in people),
            *("", "en", "EUR", "UTC", b.name, "'; select 1", "☃" * 99),
        ]

    def of(self, kind: str, turn: int) -> Any:
        pick = self.random
        if kind != "uuid" and pick.random() < 0.08:
            return None
        days = timedelta(days=pick.choice([-1, 0, 1, 20, 9999]))
        made: dict[str, Any] = {
            "uuid": self.ids[turn % len(self.ids)],
            "text": pick.choice(self.words),
            "bytea": pick.choice([b"", pick.randbytes(32), pick.choice(self.ids).bytes * 2]),
            "integer": pick.choice([-1, 0, 1, 2, 3, 4, 5, 1 << 30]),
            "smallint": pick.choice([-1, 0, 4]),
            "bigint": pick.choice([-1, 0, 1 << 60]),
            "boolean": pick.random() < 0.5,
            "interval": days,
            "timestamp with time zone": datetime.now(UTC) + days,
            "jsonb": Jsonb(pick.choice([{}, [], {"org_id": str(self.ids[0])}])),
            "inet": "192.0.2.7",
            "vector": f"[{', '.join(['0.1'] * pick.choice([3, 1536, 1536]))}]",
            "text[]": pick.choice([[], ["faq", "internal"], self.words]),
        }
        if kind not in made:
            raise NotImplementedError(f"say here what a {kind} looks like")
        return made[kind]


@dataclass(frozen=True, slots=True)
class Callers:
    """The functions, and arguments for them."""

    functions: list[Function]
    values: Values

    def calls(self) -> Iterator[tuple[Function, list[Any]]]:
        for function in self.functions:
            tries = max(TRIES, len(self.values.ids)) if function.arguments else 1
            for turn in range(tries):  # every id has its turn
                yield function, [self.values.of(kind, turn) for kind in function.arguments]


def nothing(function: Function, rows: list[Any]) -> bool:
    """True if the rows tell nothing."""
    expected = WITHOUT_A_CONTEXT.get(f"{function.schema}.{function.name}")
    values = [value for row in rows for value in row]
    if expected is not None:
        return all(value is None or isinstance(value, expected) for value in values)
    return all(value in (None, "") for value in values)  # void is an empty text
