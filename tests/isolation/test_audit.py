"""The audit as a whole: silent on the migrated schema, readable by every login it is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from sealedbid.isolation.audit import (
    NotSealedError,
    UnknownSchemaError,
    UnsealedError,
    audit,
    audit_database,
    read_lints,
)
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.logins import Login
from sealedbid.worker.run import run_worker
from tests.db.contexts import Work
from tests.fixtures.people import People
from tests.fixtures.server import Installation

HERE = Path(__file__).parent
PUBLIC_TABLES = "select count(*) from pg_tables where schemaname = 'public'"

_STATEMENTS = Queries("tests.isolation", "audit")


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
def test_the_migrated_schema_has_no_fault_for_whoever_asks(
    installation: Installation, login: Login
) -> None:
    with installation.connect(login) as connection:
        report = audit(connection)
    assert [finding.sentence for finding in report.findings if finding.level == "error"] == []
    assert report.tables > 32
    assert report.lints == tuple(lint for lint in read_lints() if lint.needs is None)


def test_every_lint_has_its_page_and_its_planted_fault() -> None:
    lints = read_lints()
    assert len(lints) >= 70
    assert len({lint.number for lint in lints}) == len(lints)
    for lint in lints:
        for heading in ("What.", "Why it leaks.", "Mend.", "Bad", "Good"):
            assert f"**{heading}**" in lint.page, f"{lint.label}: {heading}"
        assert (HERE / "lints" / f"test_{lint.label}.py").exists(), lint.label


def test_what_is_trusted_is_listed_with_owner_callers_tables_and_reason(
    installation: Installation,
) -> None:
    with installation.connect("sb_api") as connection:
        trusted = {function.name: function for function in audit(connection).trusted}
    opening = trusted["seal.open(text,bytea,uuid)"]
    assert opening.owner == "sb_seal"
    assert opening.callers == ["sb_tenant"]
    assert opening.tables == [
        "public.org_members",
        "public.organizations",
        "public.share_links",
        "seal_private.credentials",
        "seal_private.link_tries",
    ]
    assert opening.lines > 10
    assert all(function.reason for function in trusted.values())


def test_nothing_is_written_and_the_session_is_left_as_it_was(installation: Installation) -> None:
    with installation.connect("sb_api") as connection:
        audit(connection)
        assert connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE
        path = connection.execute("show search_path").fetchone()
        assert path is not None
        assert path[0] != "pg_catalog, pg_temp"


def test_a_schema_that_is_not_there_is_no_silence(installation: Installation) -> None:
    with installation.connect("sb_api") as connection:
        with pytest.raises(UnknownSchemaError, match="no schema absent"):
            audit(connection, schemas=["public", "absent"])
        there = connection.execute(PUBLIC_TABLES).fetchone()
        assert there == (audit(connection, schemas=["public"]).tables,)


async def test_no_worker_serves_a_database_whose_floor_is_gone(
    fresh_installation: Installation,
) -> None:
    world = People(fresh_installation).world()
    work = Work(fresh_installation)
    jobs = {work.enqueue(organization) for organization in (world.a, world.b)}
    with fresh_installation.as_superuser() as superuser:
        superuser.execute("drop policy tenant_floor on public.jobs")
        with pytest.raises(UnsealedError, match=r"public\.jobs has no floor"):
            await run_worker(fresh_installation.settings, until_idle=True)
        waiting = superuser.execute("select id from public.jobs where status = 'queued'").fetchall()
    assert {row[0] for row in waiting} == jobs


def test_another_database_is_checked_by_its_own_tenant_column(
    make_database: Callable[..., Installation],
) -> None:
    """Checks 500 tables, two of them with the usual mistakes, as a role that may read no table."""
    other = make_database(migrated=False)
    with other.as_owner() as owner:
        owner.execute(_STATEMENTS["five_hundred_tables"])
    with pytest.raises(NotSealedError, match="--tenant-column"):
        audit_database(other.owner)
    with other.connect("sb_dispatch") as reader:
        report = audit(reader, tenant_column="tenant_id")
    assert report.tables == 500
    assert all(lint.scope == "any" for lint in report.lints)
    found = {(finding.lint, finding.object) for finding in report.findings}
    assert ("0001_rls_off", "public.notes_7") in found
    assert ("0017_policy_disabled", "public.notes_7") in found
    assert ("0051_foreign_key_crosses", "notes_8_other_fkey of public.notes_8") in found
    assert {name for _, name in found if name.startswith("public.notes_")} == {"public.notes_7"}
