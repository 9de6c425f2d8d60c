"""audit: what it prints, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psycopg
import pytest

from tests.fixtures.commands import Home
from tests.fixtures.server import temporary_home


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        yield home


def test_the_migrated_schema_is_sealed(home: Home) -> None:
    assert home("migrate").returncode == 0
    done = home("audit")
    assert done.returncode == 0, done.stdout
    assert "What is trusted" in done.stdout
    assert "seal.open " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Sealed. ")
    report = json.loads(home("audit", "--format", "json").stdout)
    assert [finding for finding in report["findings"] if finding["level"] == "error"] == []
    assert len(report["lints"]) >= 70


def test_a_fault_ends_it_with_one_and_is_named(home: Home) -> None:
    with psycopg.connect(home.installation.superuser, autocommit=True) as superuser:
        superuser.execute("alter policy tenant_floor on public.clients with check (true)")
        try:
            done = home("audit")
            found = json.loads(home("audit", "--format", "json").stdout)["findings"]
        finally:
            superuser.execute(
                "alter policy tenant_floor on public.clients"
                " with check (org_id = (select seal.org(1)))"
            )
    assert done.returncode == 1
    assert "public.clients" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Not sealed. ")
    assert [f["lint"] for f in found if f["object"] == "public.clients"] == ["0006_floor_missing"]


def test_its_own_logins_are_enough_to_look_at_one_schema(home: Home) -> None:
    report = json.loads(home("audit", "--format", "json", "--schema", "public").stdout)
    assert report["findings"] == []
    assert report["tables"] == 35


def test_a_schema_that_is_not_there_is_one_sentence(home: Home) -> None:
    done = home("audit", "--schema", "absent")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "has no schema absent" in done.stderr
    assert "Traceback" not in done.stderr
