"""A value of one organization that would be poison for all is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import Connection, Error

from tests.db.contexts import scalar
from tests.db.documents import within
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation

HUGE = 190_000_000
"""Bytes that compress to nothing; printing them as a document takes more than a gigabyte."""


def nested(levels: int) -> str:
    return '{"a": ' + "[" * (levels - 1) + "]" * (levels - 1) + "}"


@pytest.fixture
def api(installation: Installation) -> Any:
    with installation.connect("sb_api") as connection:
        yield connection


def refusal(
    api: Connection[Any],
    organization: Organization,
    role: str,
    statement: LiteralString,
    *params: Any,
) -> tuple[str | None, ...]:
    """Class (as SQLSTATE), table, column and constraint of the expected error."""
    with pytest.raises(Error) as caught, within(api, organization, role):
        api.execute(statement, params)
    diag = caught.value.diag
    return caught.value.sqlstate, diag.table_name, diag.column_name, diag.constraint_name


def bounded(table: str, column: str) -> tuple[str, ...]:
    return "23514", table, column, f"{table}_{column}_bounded"


@pytest.mark.full
def test_an_event_has_a_size(api: Connection[Any], world: World) -> None:
    said = refusal(
        api,
        world.a,
        "viewer",
        "select system.record_event('file.read', null, null,"
        " jsonb_build_object('a', repeat('x', %s)))",
        HUGE,
    )
    assert said == bounded("audit_log", "detail")


@pytest.mark.parametrize(
    "at", ["-infinity", "infinity", "0044-03-15 BC", "1899-12-31 23:59:59Z", "2200-01-01Z"]
)
def test_a_schedule_is_due_at_a_time_that_clients_can_read(
    api: Connection[Any], world: World, at: str
) -> None:
    said = refusal(
        api,
        world.a,
        "admin",
        "select queue.set_schedule(%s, 'n', 'test.job', '0 0 * * *', 'UTC', %s::timestamptz)",
        *(world.a.id, at),
    )
    assert said == bounded("job_schedules", "next_run_at")


def test_a_document_has_a_size_as_it_is_printed(api: Connection[Any], world: World) -> None:
    said = refusal(
        api,
        world.a,
        "member",
        "insert into public.templates (org_id, name, type, content)"
        " values (%s, 'n', 'email', jsonb_build_object('a', repeat(chr(1), %s)))",
        *(world.a.id, 2_000_000),
    )
    assert said == bounded("templates", "content")


@pytest.mark.full
def test_what_compresses_to_nothing_is_as_large_as_it_is(
    api: Connection[Any], world: World
) -> None:
    """A value that comes out of another row comes compressed."""
    said = refusal(
        api,
        world.a,
        "member",
        "with made as materialized (select jsonb_build_object('a', repeat('x', %s)) as content)"
        " insert into public.templates (org_id, name, type, content)"
        " select %s, 'n', 'email', content from made",
        *(HUGE, world.a.id),
    )
    assert said == bounded("templates", "content")


@pytest.mark.parametrize("levels", [102, 3_000])
def test_a_document_nests_as_deep_as_clients_can_read(
    api: Connection[Any], world: World, levels: int
) -> None:
    said = refusal(
        api,
        world.a,
        "member",
        "insert into public.templates (org_id, name, type, content)"
        " values (%s, 'deep', 'email', %s::text::jsonb)",
        *(world.a.id, nested(levels)),
    )
    assert said == bounded("templates", "content")


def test_a_document_of_a_hundred_levels_is_written(api: Connection[Any], world: World) -> None:
    with within(api, world.a):
        api.execute(
            "insert into public.templates (org_id, name, type, content)"
            " values (%s, 'hundred', 'email', %s::text::jsonb)",
            (world.a.id, nested(100)),
        )


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1e131071"])
def test_a_number_in_a_document_is_one_that_clients_can_read(
    api: Connection[Any], world: World, number: str
) -> None:
    said = refusal(
        api,
        world.a,
        "member",
        "insert into public.jobs (org_id, job_type, payload) values (%s, 'test.job', %s::jsonb)",
        *(world.a.id, f'{{"a": [{{"b": {number}}}]}}'),
    )
    assert said == bounded("jobs", "payload")


@pytest.mark.parametrize("run_at", ["-infinity", "infinity", "4713-01-01 BC", "294276-01-01"])
def test_a_job_is_due_at_a_time_that_can_be_counted_with(
    api: Connection[Any], world: World, run_at: str
) -> None:
    said = refusal(
        api,
        world.a,
        "member",
        "insert into public.jobs (org_id, job_type, run_at)"
        " values (%s, 'test.job', %s::timestamptz)",
        *(world.a.id, run_at),
    )
    assert said == bounded("jobs", "run_at")


@pytest.mark.parametrize("amount", [2**63 - 1, -(2**63)])
def test_a_price_is_one_that_can_be_summed(api: Connection[Any], world: World, amount: int) -> None:
    said = refusal(
        api,
        world.a,
        "admin",
        "insert into public.services (org_id, name, unit, unit_price_minor, currency)"
        " values (%s, 'n', 'day', %s, 'EUR')",
        *(world.a.id, amount),
    )
    assert said == bounded("services", "unit_price_minor")


def test_a_list_is_short(api: Connection[Any], world: World) -> None:
    said = refusal(
        api,
        world.a,
        "member",
        "insert into public.content_blocks (org_id, kind, title, body, tags)"
        " values (%s, 'faq', 't', 'b', array_fill('x'::text, array[1001]))",
        world.a.id,
    )
    assert said == bounded("content_blocks", "tags")


def test_bounds_hold_at_a_change_as_well(api: Connection[Any], world: World) -> None:
    with within(api, world.a):
        id = scalar(
            api,
            "insert into public.clients (org_id, name) values (%s, 'n') returning id",
            world.a.id,
        )
    said = refusal(
        api,
        world.a,
        "member",
        "update public.clients set notes = repeat('x', 100001) where org_id = %s and id = %s",
        *(world.a.id, id),
    )
    assert said == bounded("clients", "notes")


def test_a_bound_says_what_fits(api: Connection[Any], world: World) -> None:
    with pytest.raises(psycopg.errors.CheckViolation) as caught, within(api, world.a):
        api.execute(
            "insert into public.clients (org_id, name, notes)"
            " values (%s, 'n', repeat('x', 100001))",
            (world.a.id,),
        )
    assert caught.value.diag.message_primary == "notes: at most 100000 bytes"


def test_the_other_organization_writes_on_meanwhile(api: Connection[Any], world: World) -> None:
    with within(api, world.b):
        api.execute(
            "insert into public.jobs (org_id, job_type, payload, run_at)"
            " values (%s, 'test.job', '{\"a\": 1.7e308}', now() + %s)",
            (world.b.id, timedelta(days=365)),
        )
