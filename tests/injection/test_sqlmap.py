"""sqlmap finds the holes of the wrong routes, and no row of another organization behind them."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from sealedbid.isolation.prove.ground import Ground
from tests.injection import sqlmap
from tests.injection.conftest import application
from tests.injection.routes import READING
from tests.injection.test_injection import Attacked

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

HARMLESS = {"reading": "nothing", "order": "name", "limit": "50", "job_body": "nothing"}
EVERYTHING = ("--dump", "-D", "public", "--exclude-sysdbs")
CLIENTS = ("--dump", "-D", "public", "-T", "clients")


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    if sqlmap.SQLMAP.exists():
        return
    reason = "sqlmap is not installed: `make test-full` puts it into .venv-attacks, with a network"
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)


async def attack(attacked: Attacked, route: str, out: Path, *wanted: str) -> str:
    installation, ground = attacked
    with application(installation, ground) as app:
        harmless = await asyncio.to_thread(app.ask, route, HARMLESS[route])
        assert ground.b.marker not in harmless
        url, method = app.address(route, HARMLESS[route]), "GET" if route == READING else "POST"
        return await asyncio.to_thread(sqlmap.attack, url, app.tokens["a"], method, out, *wanted)


def forging(ground: Ground) -> str:
    """A query of an attacker who knows the setting that a policy trusts."""
    return (
        f"select set_config('app.org_id', '{ground.b.org_id}', false)"
        " || (select string_agg(t::text, ' ') from public.clients t)"
    )


@pytest.mark.parametrize("route", HARMLESS)
async def test_through_the_hole_comes_what_is_ones_own(
    sealed: Attacked, route: str, tmp_path: Path
) -> None:
    """The tool gets in, and sees the database as the member whose request it uses."""
    _, ground = sealed
    told = await attack(sealed, route, tmp_path, *EVERYTHING, "--sql-query", forging(ground))
    assert "injection point" in told
    assert ground.a.marker in told
    assert ground.b.marker not in told


@pytest.mark.parametrize("route", ["reading", "job_body"])
async def test_where_only_the_statement_guards_it_takes_everything(
    unguarded: Attacked, route: str, tmp_path: Path
) -> None:
    _, ground = unguarded
    told = await attack(unguarded, route, tmp_path, *CLIENTS)
    assert ground.b.marker in told


@pytest.mark.parametrize("route", HARMLESS)
async def test_where_a_setting_is_believed_it_takes_what_it_names(
    unsealed: Attacked, route: str, tmp_path: Path
) -> None:
    _, ground = unsealed
    told = await attack(unsealed, route, tmp_path, "--sql-query", forging(ground))
    assert ground.b.marker in told
