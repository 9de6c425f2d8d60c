"""Invoices and subscriptions, which billing jobs sync, and Stripe's events, which nobody reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection, sql

from tests.db.contexts import REFUSED, Lease, attempt, opened, refused, scalar, touched
from tests.db.documents import add, at_work, change, read
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

INVOICE: dict[str, Any] = {
    "stripe_invoice_id": "in_1",
    "status": "open",
    "amount": 4900,
    "currency": "EUR",
}
SYNC = """
insert into public.invoices (org_id, stripe_invoice_id, status, amount, currency)
values (seal.org(), 'in_1', 'paid', 4900, 'EUR')
on conflict on constraint invoices_stripe_invoice_key do update set status = excluded.status
"""


@pytest.fixture
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        yield connection


@pytest.fixture
def billing(behind: Connection[Any]) -> Callable[[Organization], Lease]:
    """Run jobs as the function that receives an event will enqueue them: without a person."""

    def running(organization: Organization, rank: int = 3) -> Lease:
        row: tuple[UUID, UUID] | None = behind.execute(
            "with worker as (insert into queue.workers (host, pid, ttl) values ('a test', 0, '1 h')"
            " returning id) insert into public.jobs (org_id, job_type, status, requested_by,"
            " requested_rank, attempt, lease_token, deadline_at, worker_id) select %s,"
            " 'billing.sync', 'running', null, %s, 1, gen_random_uuid(),"
            " now() + interval '1 minute', worker.id from worker returning id, lease_token",
            (organization.id, rank),
        ).fetchone()
        assert row is not None
        return Lease(organization.id, *row)

    return running


def test_an_invoice_is_one_organizations(
    worker: Connection[Any], own_world: World, billing: Callable[[Organization], Lease]
) -> None:
    with worker.transaction():
        theirs = billing(own_world.b)
        scalar(
            worker, "select seal.open_job(%s, %s, %s)", theirs.job_id, theirs.token, theirs.org_id
        )
        add(worker, "invoices", **INVOICE)
    with at_work(worker, billing(own_world.a)):
        assert touched(worker, "select from public.invoices") == 0
        assert touched(worker, "update public.invoices set status = 'void'") == 0
        assert worker.execute(SYNC).rowcount == 1  # the same Stripe id is no conflict
        insert = "insert into public.invoices (org_id, stripe_invoice_id, status, amount, currency)"
        values = f"{insert} values (%s, 'in_2', 'paid', 1, 'EUR')"
        assert touched(worker, values, own_world.b.id) == REFUSED
    with opened(worker, own_world.b, "admin"):
        assert scalar(worker, "select status from public.invoices") == "open"


def test_a_billing_job_syncs_what_is_there_and_what_is_not(
    worker: Connection[Any], own_world: World, billing: Callable[[Organization], Lease]
) -> None:
    with at_work(worker, billing(own_world.a)):
        invoice = add(worker, "invoices", **INVOICE)
        assert worker.execute(SYNC).rowcount == 1
        assert read(worker, "invoices", invoice, "status") == "paid"
        with attempt(worker), refused(REFUSED):
            change(worker, "invoices", invoice, stripe_invoice_id="in_2")
        assert touched(worker, "delete from public.invoices") == REFUSED


@pytest.mark.parametrize("table", ["invoices", "subscriptions"])
@pytest.mark.parametrize("role", ["viewer", "member", "admin", "owner"])
def test_administrators_read_and_nobody_writes(
    api: Connection[Any], behind: Connection[Any], own_world: World, role: str, table: str
) -> None:
    row = {
        "invoices": INVOICE,
        "subscriptions": {"stripe_subscription_id": "sub_1", "plan": "team", "status": "active"},
    }[table]
    insert = sql.SQL("insert into {} ({}) values ({})").format(
        sql.Identifier("public", table),
        sql.SQL(", ").join(map(sql.Identifier, ["org_id", *row])),
        sql.SQL(", ").join(sql.Placeholder() * (len(row) + 1)),
    )
    for organization in (own_world.a, own_world.b):
        behind.execute(insert, [organization.id, *row.values()])
    with opened(api, own_world.a, role):
        seen = 1 if role in ("admin", "owner") else 0
        assert touched(api, f"select from public.{table}") == seen
        assert touched(api, f"update public.{table} set status = 'paid'") == 0
        assert touched(api, f"delete from public.{table}") == REFUSED
        with attempt(api), refused(REFUSED):
            add(api, table, **row)


@pytest.mark.parametrize("role", ["viewer", "admin", "owner"])
def test_stripes_events_are_nobodys(api: Connection[Any], own_world: World, role: str) -> None:
    with opened(api, own_world.a, role):
        for statement in (
            "select from public.stripe_events",
            "select id from public.stripe_events",
            "insert into public.stripe_events (id, type, created) values ('evt_1', 'x', now())",
            "update public.stripe_events set error = null",
            "delete from public.stripe_events",
        ):
            assert touched(api, statement) == REFUSED
