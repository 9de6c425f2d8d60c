"""audit: its output and exit codes."""

from __future__ import annotations

import io
import json

import psycopg
import pytest
from rich.console import Console

from sealedbid.cli.audit_report import print_report
from sealedbid.isolation.audit import Finding, Report, read_lints
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


@pytest.mark.full
def test_its_own_logins_are_enough_to_look_at_one_schema(run: Commands) -> None:
    report = json.loads(run("audit", "--format", "json", "--schema", "public").stdout)
    assert report["findings"] == []
    assert 0 < report["tables"] < json.loads(run("audit", "--format", "json").stdout)["tables"]


def test_a_schema_that_is_not_there_is_one_sentence(run: Commands) -> None:
    done = run("audit", "--schema", "absent")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "has no schema absent" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("is_terminal", [True, False])
@pytest.mark.parametrize("width", [80, 120])
def test_a_finding_is_never_cut(width: int, is_terminal: bool) -> None:
    (lint,) = (lint for lint in read_lints() if lint.number == "0088")
    finding = Finding(lint.label, "error", "Everybody", "has " + "execute on pg_ls_dir(text) " * 9)
    report = Report("sealedbid", (), (lint,), (finding,), (), 1, 0.1)
    shown = io.StringIO()
    console = Console(file=shown, width=width, force_terminal=is_terminal, soft_wrap=True)
    print_report(console, report)
    lines = [line for line in shown.getvalue().splitlines() if line.startswith("    ")]
    assert " ".join(line.strip() for line in lines) == finding.sentence.strip()
    assert (len(lines) > 1) is is_terminal
    assert all(len(line) <= width for line in lines) is is_terminal
