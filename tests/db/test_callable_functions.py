"""Every function that requests and jobs may call returns nothing without a context.

Found in the catalog, called with made-up arguments by type: also one that is added tomorrow.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from psycopg import Connection, Error, sql

from tests.db.matrix import Matrix
from tests.fixtures.server import Installation

FUNCTIONS = """
select p.pronamespace::regnamespace::text, p.proname::text,
       array(select format_type(t, null) from unnest(p.proargtypes) t)
  from pg_proc p
 where p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
   and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
   and has_schema_privilege(%(login)s, p.pronamespace, 'usage')
   and has_function_privilege(%(login)s, p.oid, 'execute')
 order by 1, 2
"""
TABLES = """
select c.oid::regclass::text from pg_class c
 where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'auth', 'seal_private')
"""

pytestmark = pytest.mark.full


def fingerprint(superuser: Connection[Any]) -> dict[str, Any]:
    """A hash over the rows of each table, as a superuser."""
    return {
        table: superuser.execute(
            f"select count(*), md5(string_agg(t::text, ' ' order by t::text)) from {table} t"
        ).fetchone()
        for (table,) in superuser.execute(TABLES).fetchall()
    }


@dataclass(frozen=True, slots=True)
class Function:
    schema: str
    name: str
    types: list[str]

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}({', '.join(self.types)})"

    def call(self) -> sql.Composed:
        arguments = [sql.SQL("%s::{}").format(sql.SQL(kind)) for kind in self.types]
        return sql.SQL("select * from {}({})").format(
            sql.Identifier(self.schema, self.name), sql.SQL(", ").join(arguments)
        )


def made_up(kind: str) -> Any:
    """An argument of a type; now and then one that such functions might like."""
    samples: dict[str, Callable[[], Any]] = {
        "uuid": lambda: random.choice([uuid.uuid4(), uuid.UUID(int=0), None]),
        "bytea": lambda: random.choice([random.randbytes(32), b"", None]),
        "text": lambda: random.choice(
            ["session", "key", "link", "owner", "a@example.org", "x", ""]
        ),
        "integer": lambda: random.choice([0, 1, 4, -1, 100]),
        "bigint": lambda: random.choice([0, 1, -1, 2**40]),
        "boolean": lambda: random.choice([True, False, None]),
        "jsonb": lambda: random.choice(["{}", "[]", '"x"', "null"]),
        "inet": lambda: "192.0.2.1",
        "vector": lambda: f"[{', '.join(['0.1'] * random.choice([3, 1536, 1536]))}]",
        "text[]": lambda: random.choice([["faq", "internal"], [], None]),
        "interval": lambda: random.choice(["1 hour", "-1 hour"]),
        "timestamp with time zone": lambda: random.choice(["infinity", "2030-01-01", "2000-01-01"]),
    }
    return samples[kind]()


def functions_of(connection: Connection[Any], login: str) -> list[Function]:
    return [Function(*row) for row in connection.execute(FUNCTIONS, {"login": login})]


# Functions that need no organization, by intent.
HARMLESS = {
    *("seal.new_id()", "seal.notable()", "intelligence.to_vector(text)", "queue.now()"),
    *("core.to_words(text)", "core.all_beginnings(text)"),
    "seal.take_permits(bytea, integer, integer, integer)",  # it knows of hashes alone
}
# It answers every proof with a salt, made up if there is no such link.
SALT = "seal.link_salt(bytea, uuid)"


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
def test_without_a_context_every_function_raises_or_gives_nothing(
    matrix: Matrix, matrix_installation: Installation, login: Any
) -> None:
    before = fingerprint(matrix.superuser)
    called = 0
    with matrix_installation.connect(login) as connection:
        for function in functions_of(matrix.superuser, login):
            if str(function) in HARMLESS | {SALT}:
                continue
            for _ in range(20):
                arguments = [made_up(kind) for kind in function.types]
                try:
                    with connection.transaction():
                        rows = connection.execute(function.call(), arguments).fetchall()
                except Error:
                    continue
                called += 1
                assert all(value in (None, "", 0) for row in rows for value in row), function
    assert called > 0
    assert fingerprint(matrix.superuser) == before


def ids_of(matrix: Matrix) -> list[uuid.UUID]:
    """Every id of the other organization's rows and people."""
    return sorted(
        {
            value
            for row in matrix.theirs.values()
            for value in row.values()
            if isinstance(value, uuid.UUID)
        }
        | {getattr(matrix.world.b, role).id for role in ("owner", "admin", "member", "viewer")}
        - {matrix.world.a.id}
    )


def call_with_ids_of_b(matrix: Matrix, connection: Connection[Any], *, opened: bool) -> None:
    """Assert that no call tells about B, becomes a person of B, or locks or changes a row of B."""
    before = fingerprint(matrix.superuser)
    for function in functions_of(matrix.superuser, "sb_api"):
        if "uuid" not in function.types or str(function) == SALT:
            continue
        for their_id in ids_of(matrix):
            arguments = [their_id if kind == "uuid" else made_up(kind) for kind in function.types]
            with connection.transaction(force_rollback=True):
                if opened:
                    connection.execute(
                        "select seal.open('session', %s, %s)",
                        (matrix.world.a.owner.proof, matrix.world.a.id),
                    )
                try:
                    with connection.transaction():
                        rows = connection.execute(function.call(), arguments).fetchall()
                except Error:
                    rows = []
                assert all(value in (None, "", 0) for row in rows for value in row), function
                org = connection.execute("select seal.org(0)").fetchone()
                assert org == ((matrix.world.a.id if opened else None),), function
                assert matrix.all_untouched(), function
    assert fingerprint(matrix.superuser) == before


@pytest.mark.parametrize("opened", [True, False], ids=["as owner of A", "as nobody"])
def test_no_function_takes_an_id_for_an_identity(
    matrix: Matrix, matrix_installation: Installation, opened: bool
) -> None:
    with matrix_installation.connect("sb_api") as connection:
        call_with_ids_of_b(matrix, connection, opened=opened)


@pytest.mark.parametrize(
    "body",
    [
        "select name from public.clients where id = p_id",
        "select o.name from public.organizations o where o.id = p_id for update",
        "select seal_private.bind('session', p_id, p_id, 4, p_id, now() + interval '1 hour')::text",
    ],
    ids=["tells", "holds", "becomes"],
)
def test_a_function_that_believes_an_id_would_be_seen(
    matrix: Matrix, matrix_installation: Installation, body: str
) -> None:
    matrix.superuser.execute(
        f"create function core.believe(p_id uuid) returns text language sql security definer"
        f" as $$ {body} $$;"
        " grant execute on function core.believe(uuid) to sb_api"
    )
    try:
        with (
            matrix_installation.connect("sb_api") as connection,
            pytest.raises(AssertionError, match="believe"),
        ):
            call_with_ids_of_b(matrix, connection, opened=False)
    finally:
        matrix.superuser.execute("drop function core.believe(uuid)")
