"""prove: its output and exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.fixtures.commands import Home
from tests.fixtures.server import temporary_home


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        assert home("migrate").returncode == 0
        yield home


@pytest.mark.full
def test_the_migrated_schema_is_a_matrix_and_a_sentence(home: Home) -> None:
    done = home("prove", "--quick", "--tables", "clients", "--tables", "jobs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("clients ")]
    (server,) = (line for line in done.stdout.splitlines() if " pasted text " in line)
    assert "it ran, and reached no row of the other" in server
    assert done.stdout.splitlines()[-1].startswith("Sealed. ")
    assert "identical): no leak." in done.stdout.splitlines()[-1]


@pytest.mark.full
def test_a_proof_is_reported_as_json_and_as_a_page(home: Home, tmp_path: Path) -> None:
    told = json.loads(home("prove", "--quick", "--tables", "jobs", "--format", "json").stdout)
    assert told["holds"] is True
    assert told["matrix"]["public.jobs"]["read"] == "nothing"
    assert told["server"] == {"pasted text": {"verdict": "nothing", "what": ""}}
    assert told["not_proven"]
    page = tmp_path / "proof.html"
    done = home("prove", "--quick", "--tables", "jobs", "--format", "html", "--out", str(page))
    assert done.returncode == 0, done.stderr
    text = page.read_text()
    assert '<h1 class="holds">Sealed.</h1>' in text
    assert "What was not proven" in text
    assert "<b>pasted text</b>" in text
    assert "http" not in text.replace("http-equiv", "")


@pytest.mark.full
def test_a_leak_ends_it_with_one_and_names_the_statement(home: Home) -> None:
    with psycopg.connect(home.installation.superuser, autocommit=True) as superuser:
        superuser.execute("alter policy tenant_floor on public.clients using (true)")
        superuser.execute("alter policy tenant_read on public.clients using (true)")
        try:
            done = home("prove", "--quick", "--tables", "clients")
        finally:
            for policy in ("tenant_floor", "tenant_read"):
                superuser.execute(
                    f"alter policy {policy} on public.clients using (org_id = (select seal.org(1)))"
                )
    assert done.returncode == 1
    assert "public.clients, read: " in done.stdout
    assert 'from "public"."clients"' in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Not sealed. ")


@pytest.mark.full
def test_a_table_that_is_not_there_is_one_sentence(home: Home) -> None:
    done = home("prove", "--tables", "absent")
    assert done.returncode == 1
    assert "There is no table public.absent." in done.stderr
    assert "Traceback" not in done.stderr
