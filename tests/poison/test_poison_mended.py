"""The battery's findings: each value by itself, in the quick tier."""

from __future__ import annotations

import logging

import psycopg
import pytest

from tests.fixtures.commands import OnDatabase
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.poison.databases import Databases
from tests.poison.health import Health
from tests.poison.stock import Stock

SET = "select queue.set_schedule(%s, %s, 'test.echo', %s, 'UTC', now() - interval '1 hour')"


def test_what_is_no_address_is_refused_before_it_is_compared_with_every_members(
    installation: Installation, world: World
) -> None:
    with (
        installation.connect("sb_api") as api,
        pytest.raises(psycopg.errors.CheckViolation) as caught,
        api.transaction(),
    ):
        api.execute("select seal.open('session', %s, %s)", (world.a.admin.proof, world.a.id))
        api.execute(
            "select core.invite(repeat(chr(1), 2000), 'viewer', sha256('a'), now())",
        )
    assert caught.value.diag.constraint_name == "invitations_email_is_an_address"
    assert caught.value.diag.source_function == "exec_stmt_raise"  # by the table it is too late


@pytest.mark.full
def test_a_zone_that_only_the_server_knows_ends_no_command_with_a_traceback(
    databases: Databases, stocked_database: tuple[str, Stock]
) -> None:
    template, stock = stocked_database
    with databases.cloned(template) as installation:
        _set_schedule(installation, stock, "* * * * *")
        with installation.as_superuser() as behind:
            behind.execute("update public.job_schedules set timezone = 'Nowhere/Here'")
        run = OnDatabase(installation)
        done = run("schedules", "next", "poison", "--org", str(stock.world.a.id))
    assert done.returncode == 1
    assert "there is no time zone “Nowhere/Here”" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.full
def test_what_an_organization_wrote_for_a_cron_stands_in_no_workers_log(
    databases: Databases, stocked_database: tuple[str, Stock], caplog: pytest.LogCaptureFixture
) -> None:
    template, stock = stocked_database
    with databases.cloned(template) as installation, caplog.at_level(logging.INFO):
        _set_schedule(installation, stock, "canary of A")
        Health(installation, stock, databases).check("a worker, a job and a schedule of B")
    assert "there is no next time" in caplog.text
    assert "canary of A" not in caplog.text


def _set_schedule(installation: Installation, stock: Stock, cron: str) -> None:
    a = stock.world.a
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (a.admin.proof, a.id))
        api.execute(SET, (a.id, "poison", cron))
