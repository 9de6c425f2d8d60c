"""No function that a tenant's login may execute trusts an id, or works without a context.

The catalog lists the functions; one that is added tomorrow is called too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import pytest
from psycopg import Connection, sql

from sealedbid.platform.postgres.logins import Login
from tests.db.callers import CALLABLE, Callers, Function, Values, nothing
from tests.db.contexts import OPEN, Counter, Work, make_key, scalar
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

TENANT_LOGINS: list[Login] = ["sb_api", "sb_worker"]


@pytest.fixture
def callers(installation: Installation, own_world: World, work: Work, login: Login) -> Callers:
    jobs = [work.lease(own_world.b).job_id, work.enqueue(own_world.b)]
    with installation.as_superuser() as behind:
        rows = behind.execute(CALLABLE, {"login": login}).fetchall()
    functions = [Function(*row) for row in rows]
    assert len(functions) > 8
    return Callers(functions, Values(own_world, jobs, login))


@pytest.mark.parametrize("login", TENANT_LOGINS)
def test_no_function_does_anything_without_a_context(
    installation: Installation,
    callers: Callers,
    login: Login,
    count_rows: Callable[[], dict[str, int]],
) -> None:
    before = count_rows()
    with installation.connect(login) as connection:
        for function, values in callers.calls():
            if function.name == "take_permits":
                continue  # limits hold before there is a context: it knows of hashes alone
            rows = function.call(connection, values)
            assert nothing(function, rows), (function, values, rows)
    assert count_rows() == before


@contextmanager
def in_a(connection: Connection[Any], world: World, kind: str, proof: Any) -> Iterator[None]:
    """A transaction in one of A's contexts; it commits."""
    with connection.transaction():
        if kind == "person":
            scalar(connection, "select seal.open_person(%s)", proof)
        elif kind == "job":
            scalar(connection, "select seal.open_job(%s, %s, %s)", *proof, world.a.id)
        else:
            scalar(connection, OPEN, kind, proof, world.a.id)
        yield


def belongings(counter: Counter, world: World) -> str:
    """Every row of B, of its people and of their sessions."""
    b = world.b
    ids = [str(x.id) for x in (b, b.owner, b.admin, b.member, b.viewer)]
    found = {}
    for table in counter.tables:
        statement = (
            f"select to_jsonb(t)::text from {table} t where exists ("
            " select from jsonb_each_text(to_jsonb(t)) f"
            " where f.key in ('org_id', 'id', 'user_id') and f.value = any(%s))"
        )
        rows = counter.behind.execute(sql.SQL(statement), (ids,)).fetchall()
        found[table] = sorted(row[0] for row in rows)
    assert found["public.org_members"]
    assert found["public.jobs"]
    return json.dumps(found)


@pytest.mark.parametrize(
    ("login", "kind"),
    [
        ("sb_api", "session"),
        ("sb_worker", "job"),
        *(
            pytest.param(login, kind, marks=pytest.mark.full)
            for login, kind in product(TENANT_LOGINS, ["session", "person", "key"])
            if (login, kind) != ("sb_api", "session")
        ),
    ],
)
def test_no_function_takes_an_id_for_an_identity(
    installation: Installation,
    callers: Callers,
    own_world: World,
    work: Work,
    login: Login,
    kind: str,
    count_rows: Counter,
) -> None:
    with installation.connect("sb_api") as api:
        _, key = make_key(api, own_world.a)
    lease = work.lease(own_world.a, "owner")
    session = own_world.a.owner.proof
    proof = {"key": key, "job": (lease.job_id, lease.token)}.get(kind, session)
    before = belongings(count_rows, own_world)
    with installation.connect(login) as connection:
        for function, values in callers.calls():
            with in_a(connection, own_world, kind, proof):
                rows = function.call(connection, values)
            found = [mark for mark in callers.values.marks if mark in repr(rows)]
            assert not found, (function, values, rows)
    assert belongings(count_rows, own_world) == before
