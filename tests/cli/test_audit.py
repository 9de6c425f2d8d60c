"""audit: what it prints, and how it ends."""

from __future__ import annotations

import json

import psycopg

from tests.fixtures.commands import Commands


def test_the_migrated_schema_is_sealed(run: Commands) -> None:
    assert run("migrate").returncode == 0
    done = run("audit")
    assert done.returncode == 0, done.stdout
    assert "What is trusted" in done.stdout
    assert "seal.open " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Sealed. ")
    report = json.loads(run("audit", "--format", "json").stdout)
    assert [finding for finding in report["findings"] if finding["level"] == "error"] == []
    assert len(report["lints"]) >= 70


def test_a_fault_ends_it_with_one_and_is_named(run: Commands) -> None:
    with psycopg.connect(run.installation.superuser, autocommit=True) as superuser:
        superuser.execute("alter policy tenant_floor on public.clients with check (true)")
        try:
            done = run("audit")
            found = json.loads(run("audit", "--format", "json").stdout)["findings"]
        finally:
            superuser.execute(
                "alter policy tenant_floor on public.clients"
                " with check (org_id = (select seal.org(1)))"
            )
    assert done.returncode == 1
    assert "public.clients" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Not sealed. ")
    assert [f["lint"] for f in found if f["object"] == "public.clients"] == ["0006_floor_missing"]


def test_its_own_logins_are_enough_to_look_at_one_schema(run: Commands) -> None:
    report = json.loads(run("audit", "--format", "json", "--schema", "public").stdout)
    assert report["findings"] == []
    assert report["tables"] == 35


def test_a_schema_that_is_not_there_is_one_sentence(run: Commands) -> None:
    done = run("audit", "--schema", "absent")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "has no schema absent" in done.stderr
    assert "Traceback" not in done.stderr
