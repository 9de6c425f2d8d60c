"""Tenants enqueue, the dispatcher claims, bodies finish: each their own part."""

from __future__ import annotations

from typing import Any, LiteralString

import pytest
from psycopg import Connection

from sealedbid.platform.postgres.logins import Login
from tests.db.contexts import REFUSED, Work, attempt, opened, refused, scalar
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

LOST = "40001"


@pytest.mark.parametrize(
    "job_type", ["system", "billing", "system.purge", "billing.sync", "system.a.b", "billing."]
)
@pytest.mark.parametrize("role", ["member", "owner"])
def test_a_tenant_asks_for_no_reserved_type(
    api: Connection[Any], stocked: World, role: str, job_type: str
) -> None:
    with opened(api, stocked.a, role), refused(REFUSED):
        api.execute(
            "insert into public.jobs (org_id, job_type) values (%s, %s)", (stocked.a.id, job_type)
        )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("requested_by", "gen_random_uuid()"),
        ("requested_by", "null"),
        ("requested_rank", "4"),
        ("lease_token", "gen_random_uuid()"),
        ("deadline_at", "now()"),
        ("status", "'running'"),
        ("attempt", "0"),
        ("result", "'{}'"),
    ],
)
def test_a_tenant_does_not_say_what_functions_say(
    api: Connection[Any], stocked: World, column: str, value: str
) -> None:
    insert = f"insert into public.jobs (org_id, job_type, {column}) values (%s, 'draft', {value})"
    with opened(api, stocked.a, "owner"), refused(REFUSED):
        scalar(api, insert, stocked.a.id)
    with opened(api, stocked.a, "owner"), refused(REFUSED):
        scalar(api, f"update public.jobs set {column} = {value} where org_id = %s", stocked.a.id)


def test_a_tenant_reads_no_lease(
    api: Connection[Any], worker: Connection[Any], work: Work, stocked: World
) -> None:
    lease = work.lease(stocked.a)
    with opened(api, stocked.a, "owner"), refused(REFUSED):
        api.execute("select lease_token from public.jobs")
    with worker.transaction():
        scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)
        with attempt(worker), refused(REFUSED):
            worker.execute("select lease_token from public.jobs")


@pytest.mark.parametrize("loss", ["failed", "another token", "null", "a second time"])
def test_a_body_that_lost_its_lease_has_no_effects(
    installation: Installation,
    worker: Connection[Any],
    work: Work,
    stocked: World,
    loss: str,
) -> None:
    lease = work.lease(stocked.a)
    other = work.lease(stocked.a)
    token = {"another token": other.token, "null": None}.get(loss, lease.token)
    with refused(LOST), worker.transaction():
        scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)
        worker.execute(
            "insert into public.clients (org_id, name) values (%s, %s)", (lease.org_id, "effect")
        )
        if loss == "failed":
            with installation.connect("sb_dispatch") as dispatch:
                dispatch.execute(
                    "select queue.fail(%s, %s, %s, null, null)",
                    (lease.org_id, lease.job_id, lease.token),
                )
        if loss == "a second time":
            worker.execute("select queue.finish(%s, '{}')", (token,))
        worker.execute("select queue.finish(%s, '{}')", (token,))
    with installation.as_superuser() as behind:
        effects = scalar(behind, "select count(*) from public.clients where name = 'effect'")
        status = scalar(behind, "select status from public.jobs where id = %s", lease.job_id)
        untouched = scalar(behind, "select status from public.jobs where id = %s", other.job_id)
    assert effects == 0
    assert status == ("dead" if loss == "failed" else "running")
    assert untouched == "running"


def test_a_body_without_a_context_finishes_nothing(
    worker: Connection[Any], work: Work, stocked: World
) -> None:
    with refused(LOST):
        worker.execute("select queue.finish(%s, '{}')", (work.lease(stocked.b).token,))


def test_a_session_on_the_workers_login_finishes_no_job(
    worker: Connection[Any], work: Work, stocked: World
) -> None:
    lease = work.lease(stocked.a)
    with opened(worker, stocked.a, "owner"), refused(LOST):
        worker.execute("select queue.finish(%s, '{}')", (lease.token,))


NOT_THEIRS: list[tuple[Login, LiteralString]] = [
    ("sb_worker", "select queue.claim(gen_random_uuid(), 1)"),
    ("sb_worker", "select queue.fail(gen_random_uuid(), null, null, null, null)"),
    ("sb_worker", "select seal.issue('link', null, null, 0, now())"),
    ("sb_worker", "select core.create_organization('Mine')"),
    ("sb_api", "select seal.open_job(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())"),
    ("sb_api", "select queue.claim(gen_random_uuid(), 1)"),
    ("sb_api", "select queue.finish(gen_random_uuid(), '{}')"),
    ("sb_api", "select seal_auth.start_session(null, null, null, null, null, null)"),
    ("sb_dispatch", "select queue.finish(gen_random_uuid(), '{}')"),
    ("sb_dispatch", "select seal.open_job(gen_random_uuid(), gen_random_uuid(), null)"),
    ("sb_dispatch", "select seal.open('session', sha256('x'), gen_random_uuid())"),
    ("sb_dispatch", "select seal.open_person(sha256('x'))"),
    ("sb_auth", "select seal.open('session', sha256('x'), gen_random_uuid())"),
    ("sb_auth", "select seal.open_job(gen_random_uuid(), gen_random_uuid(), null)"),
    ("sb_auth", "select queue.claim(gen_random_uuid(), 1)"),
]


@pytest.mark.parametrize(("login", "statement"), NOT_THEIRS)
def test_a_login_does_not_do_anothers_part(
    installation: Installation, login: Login, statement: LiteralString
) -> None:
    with installation.connect(login) as connection, refused(REFUSED):
        connection.execute(statement)
