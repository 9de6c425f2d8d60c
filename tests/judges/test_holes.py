"""The holes are holes: A reaches B through each, and not through its sound twin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext, suppress
from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import Connection, sql
from psycopg.errors import (
    Error,
    ExclusionViolation,
    ForeignKeyViolation,
    InsufficientPrivilege,
    InvalidTextRepresentation,
    UniqueViolation,
)
from psycopg.pq import TransactionStatus

from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres import Queries
from tests.judges.planted import planted_database

A = "0a000000-0000-4000-8000-000000000000"
B = "0b000000-0000-4000-8000-000000000000"
PARENT = "0c000000-0000-4000-8000-000000000000"

SEEN: LiteralString = "select count(*) from {} where org_id = {b}"
ADDED: LiteralString = "insert into {} (org_id, label) values ({a}, 'of B')"

# by hole and twin: the statement of A, and the number of rows of B that it then reads
READ: dict[tuple[str, str], LiteralString] = {
    ("open_partition", "partitioned"): SEEN,
    ("definer_view", "sound_definer_view"): SEEN,
    ("materialized", "sound"): SEEN,
    ("switched_off", "sound"): SEEN,
    ("another_policy", "sound"): SEEN,
    ("definer_function", "sound_definer_function"): "select {}()",
}
# ... the statement of A, and the rows of B that are gone or moved
WRITTEN: dict[tuple[str, str], LiteralString] = {
    ("delete_gate", "sound"): "delete from {}",
    ("update_gate", "sound"): "update {} set label = 'of A'",
    ("truncating", "sound"): "truncate {}",
}
# ... the statement of A, and the answers of the hole and its twin: a difference tells about B
ANSWERED: dict[tuple[str, str], tuple[LiteralString, type[Error] | None, type[Error] | None]] = {
    ("insert_gate", "sound"): (
        "insert into {} (org_id, label) values ({b}, 'by A')",
        None,
        InsufficientPrivilege,
    ),
    ("global_key", "sound"): (ADDED, UniqueViolation, None),
    ("exclusion", "sound"): (ADDED, ExclusionViolation, None),
    ("cascading", "sound_cascading"): (
        "insert into {} (org_id, label, parent) values ({a}, 'by A', {parent})",
        None,
        ForeignKeyViolation,
    ),
    ("throwing", "sound"): ("select from {}", InvalidTextRepresentation, None),
    ("memberships", "sound_memberships"): (
        "insert into {} values ({b}, {a})",
        None,
        InsufficientPrivilege,
    ),
}


@pytest.fixture(scope="module")
def planted_server() -> Iterator[EmbeddedServer]:
    """A server with one row of B in every table, and none of A."""
    with planted_database() as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as behind:
            behind.execute(Queries("tests.judges", "judges")["rows_of_b"])
        yield server


@pytest.fixture
def behind(planted_server: EmbeddedServer) -> Iterator[Connection[Any]]:
    """A superuser's transaction that is rolled back."""
    with (
        psycopg.connect(planted_server.url("postgres"), autocommit=True) as connection,
        connection.transaction(force_rollback=True),
    ):
        yield connection


def send(behind: Connection[Any], statement: LiteralString, relation: str) -> Any:
    """Send a statement as A, whose role is anon, and return the answer."""
    behind.execute("select set_config('app.org_id', %s, true)", (A,))
    behind.execute("select set_config('app.user_id', %s, true)", (A,))
    behind.execute("set local role anon")
    try:
        cursor = behind.execute(asked(statement, relation))
        return cursor.fetchone() if cursor.description else None
    finally:
        if not behind.broken and behind.info.transaction_status == TransactionStatus.INTRANS:
            behind.execute("reset role")


def asked(statement: LiteralString, relation: str) -> sql.Composed:
    return sql.SQL(statement).format(
        sql.Identifier("public", relation), a=sql.Literal(A), b=sql.Literal(B), parent=PARENT
    )


def of_b(behind: Connection[Any], relation: str) -> list[tuple[str]]:
    return behind.execute(
        sql.SQL("select label from {} where org_id = %s").format(sql.Identifier(relation)), (B,)
    ).fetchall()


@pytest.mark.parametrize(("hole", "twin"), READ)
def test_rows_of_b_are_read(behind: Connection[Any], hole: str, twin: str) -> None:
    for relation, count in ((twin, 0), (hole, 1)):
        assert send(behind, READ[hole, twin], relation) == (count,)


@pytest.mark.parametrize(("hole", "twin"), WRITTEN)
def test_rows_of_b_are_written_unseen(behind: Connection[Any], hole: str, twin: str) -> None:
    before = of_b(behind, hole)
    with suppress(InsufficientPrivilege), behind.transaction():
        send(behind, WRITTEN[hole, twin], twin)
    assert of_b(behind, twin) == before
    send(behind, WRITTEN[hole, twin], hole)
    assert of_b(behind, hole) != before


@pytest.mark.parametrize(("hole", "twin"), ANSWERED)
def test_an_answer_tells_of_b(behind: Connection[Any], hole: str, twin: str) -> None:
    statement, at_hole, at_twin = ANSWERED[hole, twin]
    for relation, error in ((hole, at_hole), (twin, at_twin)):
        with pytest.raises(error) if error else nullcontext(), behind.transaction():
            send(behind, statement, relation)


def test_a_setting_is_whatever_a_statement_says(behind: Connection[Any]) -> None:
    for relation, count in (("sound_setting", 0), ("setting", 1)):
        forged = (
            "with forged as materialized (select set_config('app.org_id', {b}, true))"
            " select (select count(*) from {} where org_id = {b}) from forged"
        )
        send(behind, "select 1", relation)
        assert send(behind, forged, relation) == (count,)


def test_what_is_immutable_stays_with_who_asked_first(behind: Connection[Any]) -> None:
    behind.execute("insert into immutable (org_id, label) values (%s, 'of A')", (A,))
    behind.execute("insert into sound_immutable (org_id, label) values (%s, 'of A')", (A,))
    behind.execute("set local plan_cache_mode = force_generic_plan")
    for relation, label in (("sound_immutable", "of B"), ("immutable", "of A")):
        behind.execute(f"prepare {relation} as select label from public.{relation}")
        assert send(behind, f"execute {relation}", relation) == ("of A",)
        behind.execute("select set_config('app.org_id', %s, true)", (B,))
        behind.execute("set local role anon")
        assert behind.execute(f"execute {relation}").fetchall() == [(label,)]
        behind.execute("reset role")


def test_whoever_joins_reads(behind: Connection[Any]) -> None:
    seen = "select count(*) from {} where org_id = {b}"
    assert send(behind, seen, "of_members") == (0,)
    send(behind, "insert into {} values ({b}, {a})", "memberships")
    assert send(behind, seen, "of_members") == (1,)


def test_an_owner_that_is_not_forced_reads_everything(behind: Connection[Any]) -> None:
    behind.execute("set local role sealedbid")
    for relation, count in (("sound", 0), ("not_forced", 1)):
        assert behind.execute(asked(SEEN, relation)).fetchone() == (count,)


def test_the_next_table_is_open(behind: Connection[Any]) -> None:
    behind.execute("set local role sealedbid")
    behind.execute("create table public.next (org_id uuid)")
    assert send(behind, SEEN, "next") == (0,)
