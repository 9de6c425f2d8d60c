"""Tables that only jobs of a kind write; the catalog names the tables and the kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from sealedbid.isolation.catalog import ORG, Table
from tests.db.contexts import Lease, scalar
from tests.db.documents import at_work
from tests.db.matrix import RANKS, REFUSED, TENANT, Matrix
from tests.fixtures.people import Organization
from tests.fixtures.server import Installation

_KIND = re.compile(r"seal\.kind\(\) AS kind\) = '(\w+)'")
TYPES = {"job": "draft", "billing": "billing.sync", "system": "system.purge"}

RUNNING = """
with worker as (
    insert into queue.workers (host, pid, ttl) values ('a test', 0, '1 hour') returning id
)
insert into public.jobs (org_id, job_type, status, requested_by, requested_rank, attempt,
                         lease_token, deadline_at, worker_id)
select %s, %s, 'running', %s, 4, 1, gen_random_uuid(), now() + interval '10 minutes', worker.id
  from worker
returning id, lease_token
"""


def kinds(table: Table, verb: str) -> set[str]:
    """Kinds of context that permissive policies compare for the verb."""
    return {
        kind
        for policy in table.policies
        if policy.permissive and TENANT in policy.roles and policy.verb in (verb, "ALL")
        for kind in _KIND.findall(f"{policy.using} {policy.check}")
    }


def of_a_kind(matrix: Matrix) -> dict[str, str]:
    """Each table with a kind in its policies, and the kind."""
    found = {}
    for table in matrix.tables.values():
        asked = kinds(table, "INSERT") | kinds(table, "UPDATE") | kinds(table, "DELETE")
        if asked:
            (found[table.name],) = asked
    return found


@pytest.fixture
def job_of(
    matrix: Matrix, matrix_installation: Installation
) -> Iterator[Callable[[Organization, str], Lease]]:
    """Starts a job of a kind, which tenants could not enqueue if the kind is reserved."""
    made: list[UUID] = []

    def running(organization: Organization, kind: str) -> Lease:
        row = matrix.superuser.execute(
            RUNNING, (organization.id, TYPES[kind], organization.owner.id)
        ).fetchone()
        assert row is not None
        made.append(row[0])
        return Lease(organization.id, *row)

    yield running
    matrix.superuser.execute("delete from public.jobs where id = any(%s)", [made])


@pytest.fixture
def body(matrix: Matrix, matrix_installation: Installation) -> Iterator[Matrix]:
    """The matrix, on a connection of sb_worker."""
    with matrix_installation.connect("sb_worker") as worker:
        yield replace(matrix, api=worker)


def writes(matrix: Matrix, table: Table) -> tuple[Any, Any]:
    """Outcomes of inserting a row and of updating the existing row, in the open context."""
    return (
        matrix.insert(table, matrix.new(table) | at_first(table)),
        matrix.update(table, matrix.mine[table.name]),
    )


def at_first(table: Table) -> dict[str, Any]:
    """Values that tell a new row from the existing one: a step is done once in a run."""
    return {"step": "remember"} if table.relation == "agent_steps" else {}


def refused_writes(table: Table) -> tuple[Any, Any]:
    """A row is never inserted without the kind; an update is refused or finds no row."""
    return (REFUSED, 0 if table.may(TENANT, "UPDATE") else REFUSED)


def test_tables_of_each_kind_are_found(matrix: Matrix) -> None:
    assert of_a_kind(matrix) == {
        "public.agent_runs": "job",
        "public.agent_steps": "job",
        "public.brief_facts": "job",
        "public.invoices": "billing",
        "public.proposal_sentences": "job",
        "public.subscriptions": "billing",
    }


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
@pytest.mark.parametrize("rank", RANKS)
def test_no_rank_of_a_session_writes_rows_of_a_kind(
    matrix: Matrix, body: Matrix, rank: str, login: str
) -> None:
    there = body if login == "sb_worker" else matrix
    for name in of_a_kind(matrix):
        table = there.tables[name]
        with there.opened(rank):
            assert writes(there, table) == refused_writes(table), name
            assert there.delete(table, there.mine[name]) in (0, REFUSED), name


@pytest.mark.parametrize("kind", TYPES)
def test_a_job_of_the_other_organization_does_not_touch_the_rows(
    body: Matrix, job_of: Callable[[Organization, str], Lease], kind: str
) -> None:
    lease = job_of(body.world.a, kind)
    for name in of_a_kind(body):
        table = body.tables[name]
        with at_work(body.api, lease):
            assert body.select(table, body.theirs[name]) == 0, name
            assert body.update(table, body.theirs[name]) in (0, REFUSED), name
            assert body.delete(table, body.theirs[name]) in (0, REFUSED), name
            theirs = body.new(table) | at_first(table) | {ORG: body.world.b.id}
            assert body.insert(table, theirs) == REFUSED, name
            assert body.update_blindly(table) in (0, 1, REFUSED), name
            assert body.untouched(table), name


@pytest.mark.parametrize("kind", TYPES)
def test_a_job_writes_the_tables_of_its_kind_and_of_no_other(
    body: Matrix, job_of: Callable[[Organization, str], Lease], kind: str
) -> None:
    lease = job_of(body.world.a, kind)
    for name, asked in of_a_kind(body).items():
        table = body.tables[name]
        with at_work(body.api, lease):
            assert scalar(body.api, "select seal.kind()") == kind
            written = (1, 1 if table.may(TENANT, "UPDATE") else REFUSED)
            assert writes(body, table) == (written if asked == kind else refused_writes(table))
            removed = REFUSED if not table.may(TENANT, "DELETE") else int(asked == kind)
            assert body.delete(table, body.mine[name]) == removed


def test_a_job_does_not_say_of_what_kind_it_is(
    body: Matrix, job_of: Callable[[Organization, str], Lease]
) -> None:
    lease = job_of(body.world.a, "job")
    connection: Connection[Any] = body.api
    with at_work(connection, lease):
        text = scalar(connection, "select current_setting('seal.context')")
        forged = "billing" + str(text).removeprefix("job")
        connection.execute("select set_config('seal.context', %s, true)", (forged,))
        for name in of_a_kind(body):
            assert body.insert(body.tables[name], body.new(body.tables[name])) == "28000"
