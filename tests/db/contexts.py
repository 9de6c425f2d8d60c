"""Helpers for tests of the context itself, on raw connections past the gateway."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection, Error, sql

from sealedbid.isolation.catalog import read_tables
from sealedbid.platform.postgres import Queries
from tests.fixtures.people import Organization, Person, new_proof
from tests.fixtures.server import Installation

FORGED = "28000"
REFUSED = "42501"

OPEN = "select seal.open(%s, %s, %s)"

_ROWS = Queries("tests.db", "rows")


@contextmanager
def refused(*sqlstates: str) -> Iterator[None]:
    """Expect the block to raise an error with one of these SQLSTATEs."""
    with pytest.raises(psycopg.Error) as caught:
        yield
    assert caught.value.sqlstate in sqlstates, caught.value


def scalar(connection: Connection[Any], statement: Any, *params: Any) -> Any:
    """The first column of the only row."""
    row = connection.execute(statement, params).fetchone()
    assert row is not None
    return row[0]


def put_context(connection: Connection[Any], text: str, *, local: bool = True) -> None:
    """Write the setting, as any login can."""
    connection.execute("select set_config('seal.context', %s, %s)", (text, local))


def context_of(connection: Connection[Any]) -> str:
    return str(scalar(connection, "select current_setting('seal.context', true)"))


@contextmanager
def opened(
    connection: Connection[Any], organization: Organization, role: str = "member"
) -> Iterator[Connection[Any]]:
    """A transaction as a person of the organization; it is rolled back."""
    with connection.transaction(force_rollback=True):
        scalar(connection, OPEN, "session", organization.person(role).proof, organization.id)
        yield connection


@contextmanager
def attempt(connection: Connection[Any]) -> Iterator[None]:
    """A savepoint, so that the transaction goes on after a refusal."""
    with connection.transaction(force_rollback=True):
        yield


def clients_seen(connection: Connection[Any]) -> list[str]:
    """Every client that the present context shows."""
    return [row[0] for row in connection.execute("select name from public.clients")]


def columns(connection: Connection[Any], table: str, verb: str) -> list[str]:
    """The columns on which the login has the privilege."""
    return list(
        scalar(
            connection,
            "select coalesce(array_agg(attname::text order by attnum), '{}') from pg_attribute"
            " where attrelid = %s::regclass and attnum > 0 and not attisdropped"
            " and has_column_privilege(attrelid, attnum, %s)",
            table,
            verb,
        )
    )


def read_all(connection: Connection[Any], table: str) -> int | str:
    """Number of visible rows; REFUSED if no column may be read."""
    readable = ", ".join(columns(connection, table, "select"))
    outcome = touched(connection, f"select {readable} from {table}")
    assert readable or outcome == REFUSED, table
    return outcome


def touched(connection: Connection[Any], statement: str, *params: Any) -> int | str:
    """Number of rows that the statement touched, or the SQLSTATE of its refusal."""
    try:
        with attempt(connection):
            return connection.execute(sql.SQL(statement), params).rowcount
    except Error as error:
        return str(error.sqlstate)


@dataclass(frozen=True, slots=True)
class Lease:
    """A running job, and the token that opens it."""

    org_id: UUID
    job_id: UUID
    token: UUID


# Claims all ready jobs as a new worker, for this long.
CLAIM = (
    "select org_id, job_id, lease_token from"
    " queue.claim(queue.register('a test', 0, interval '1 hour'), 1000, p_deadline => %s::interval)"
)


class Work:
    """Enqueues jobs as a person, and claims them as the dispatcher."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation

    def lease(
        self, organization: Organization, by: str | Person = "member", lasts: str = "1 minute"
    ) -> Lease:
        job = self.enqueue(organization, by)
        return Lease(organization.id, job, self.claim(job, lasts))

    def enqueue(self, organization: Organization, by: str | Person = "member") -> UUID:
        person = organization.person(by) if isinstance(by, str) else by
        with self.installation.connect("sb_api") as api, api.transaction():
            scalar(api, OPEN, "session", person.proof, organization.id)
            job: UUID = scalar(
                api,
                "insert into public.jobs (org_id, job_type) values (%s, 'draft') returning id",
                organization.id,
            )
        return job

    def claim(self, job: UUID, lasts: str = "1 minute") -> UUID:
        """Claim until this job comes; other jobs of the shared database are released."""
        with self.installation.connect("sb_dispatch") as dispatch:
            claimed = dispatch.execute(CLAIM, [lasts]).fetchall()
            for org, other, token in claimed:
                if other != job:
                    dispatch.execute(
                        "select queue.fail(%s, %s, %s, null, interval '1 day')", (org, other, token)
                    )
        token = next(token for _, other, token in claimed if other == job)
        assert isinstance(token, UUID)
        return token


class Counter:
    """Counts the rows of every table, past row-level security."""

    def __init__(self, behind: Connection[Any], schemas: tuple[str, ...]) -> None:
        self.behind = behind
        self.tables = sorted(read_tables(behind, schemas))

    def __call__(self) -> dict[str, int]:
        """Return the number of rows, by table."""
        each = sql.SQL(" union all ").join(
            sql.SQL("select {}, count(*) from " + table).format(sql.Literal(table))
            for table in self.tables
        )
        return dict(self.behind.execute(each).fetchall())


def issue(
    connection: Connection[Any],
    kind: str,
    *,
    subject: UUID | None = None,
    rank: int = 4,
    lasts: str = "1 hour",
) -> bytes:
    """Issue a key or link of the open organization; returns its proof."""
    proof = new_proof()
    connection.execute(
        "select seal.issue(%s, %s, %s, %s, clock_timestamp() + %s::interval)",
        (
            kind,
            proof,
            subject or (add_link_row(connection) if kind == "link" else uuid4()),
            rank,
            lasts,
        ),
    )
    return proof


def add_link_row(connection: Connection[Any]) -> UUID:
    """Add the row of a link for ``issue``; it shows a version of a proposal."""
    row: UUID = scalar(connection, _ROWS["link"])
    return row


def add_key_row(
    connection: Connection[Any], organization: Organization, lasts: str = "2 years"
) -> UUID:
    """Add the row of a key for ``issue``."""
    row: UUID = scalar(
        connection,
        "insert into public.api_keys (org_id, name, prefix, expires_at)"
        " values (%s, %s, 'sb', now() + %s::interval) returning id",
        organization.id,
        f"key {uuid4()}",
        lasts,
    )
    return row


def make_key(api: Connection[Any], organization: Organization, rank: int = 4) -> tuple[UUID, bytes]:
    """Issue a key as the organization's admin; returns its row's id and its proof."""
    with api.transaction():
        scalar(api, OPEN, "session", organization.admin.proof, organization.id)
        row = add_key_row(api, organization)
        return row, issue(api, "key", subject=row, rank=rank)
