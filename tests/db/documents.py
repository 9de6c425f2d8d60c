"""Rows of the open organization's documents, for tests of the database's rules about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection, sql
from psycopg.types.json import Jsonb

from tests.db.contexts import OPEN, Lease, issue, scalar
from tests.fixtures.people import Organization


@contextmanager
def within(
    connection: Connection[Any], organization: Organization, role: str = "member"
) -> Iterator[Connection[Any]]:
    """A transaction as a person of the organization; it commits."""
    with connection.transaction():
        scalar(connection, OPEN, "session", organization.person(role).proof, organization.id)
        yield connection


@contextmanager
def as_guest(
    connection: Connection[Any], organization: Organization, proof: bytes
) -> Iterator[Connection[Any]]:
    """A transaction of a link's holder; it is rolled back."""
    with connection.transaction(force_rollback=True):
        assert scalar(connection, OPEN, "link", proof, organization.id) == 0
        yield connection


@contextmanager
def at_work(worker: Connection[Any], lease: Lease) -> Iterator[Connection[Any]]:
    """A transaction of a job's body; it is rolled back."""
    with worker.transaction(force_rollback=True):
        scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)
        yield worker


def add(connection: Connection[Any], table: str, **values: Any) -> UUID:
    """Insert a row of the open organization into a table of public; returns its id."""
    statement = sql.SQL("insert into {} ({}) values ({}) returning id").format(
        sql.Identifier("public", table),
        sql.SQL(", ").join(map(sql.Identifier, ["org_id", *values])),
        sql.SQL(", ").join([sql.SQL("seal.org(0)"), *[sql.Placeholder()] * len(values)]),
    )
    made: UUID = scalar(
        connection,
        statement,
        *(Jsonb(value) if isinstance(value, dict) else value for value in values.values()),
    )
    return made


def change(connection: Connection[Any], table: str, row: UUID, **values: Any) -> int:
    """Write columns of one row; returns the number of rows."""
    statement = sql.SQL("update {} set {} where id = %s").format(
        sql.Identifier("public", table),
        sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(name)) for name in values),
    )
    given = [Jsonb(value) if isinstance(value, dict) else value for value in values.values()]
    return connection.execute(statement, [*given, row]).rowcount


def read(connection: Connection[Any], table: str, row: UUID, *names: str) -> Any:
    """One column of one row, or a tuple of several."""
    statement = sql.SQL("select {} from {} where id = %s").format(
        sql.SQL(", ").join(map(sql.Identifier, names)), sql.Identifier("public", table)
    )
    found = connection.execute(statement, [row]).fetchone()
    assert found is not None
    return found[0] if len(names) == 1 else found


def add_proposal(connection: Connection[Any], **values: Any) -> UUID:
    """Add a draft for a new client."""
    client = add(connection, "clients", name=f"client {uuid4()}")
    return add(
        connection,
        "proposals",
        **{"client_id": client, "title": "An offer", "currency": "EUR"} | values,
    )


def add_item(connection: Connection[Any], proposal: UUID, position: int = 1, **values: Any) -> UUID:
    return add(
        connection,
        "proposal_line_items",
        **{
            "proposal_id": proposal,
            "label": "Work",
            "unit_price_minor": 100,
            "position": position,
        }
        | values,
    )


def add_version(
    connection: Connection[Any], proposal: UUID, number: int = 1, **values: Any
) -> UUID:
    return add(
        connection,
        "proposal_versions",
        **{
            "proposal_id": proposal,
            "number": number,
            "title": "An offer",
            "content": {"sections": []},
            "currency": "EUR",
            "total_minor": 0,
        }
        | values,
    )


def add_link(
    connection: Connection[Any], lasts: str = "1 hour", **shown: Any
) -> tuple[UUID, bytes]:
    """Add a link to the ``shown`` document; returns its row's id and its proof."""
    row = add(connection, "share_links", expires_at="2100-01-01", **shown)
    return row, issue(connection, "link", subject=row, rank=0, lasts=lasts)


def move(connection: Connection[Any], table: str, row: UUID, *states: str) -> None:
    """Take a document through states, one after the other."""
    for state in states:
        assert change(connection, table, row, status=state) == 1
