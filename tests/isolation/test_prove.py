"""Prove on the real schema, and on one with the usual seal."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from sealedbid.isolation.prove import VECTORS, Proof, UnknownTableError
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres import Queries
from tests.fixtures.proving import Prove, proving_by
from tests.fixtures.server import Installation

pytestmark = pytest.mark.timeout(400)  # whichever test is first waits for the whole proof
_STATEMENTS = Queries("tests.isolation", "unsealed")


@pytest.fixture(scope="module")
def proving(server: EmbeddedServer) -> Prove:
    """Proves an installation of the shared server, as the command does."""
    return proving_by(server.url("postgres", database="postgres"))


@pytest.fixture(scope="module")
def proof(proving: Prove, make_database: Callable[..., Installation]) -> Proof:
    """The proof of the migrated schema, by every vector."""
    return proving(make_database(), quick=False)


@pytest.mark.full
def test_nothing_leaks_from_the_migrated_schema(proof: Proof) -> None:
    assert proof.leaks == []
    assert proof.changed == ()
    assert proof.holds


@pytest.mark.full
def test_what_was_attacked_is_what_runs(proof: Proof) -> None:
    assert proof.differences == ()
    assert proof.audit.findings == ()
    assert proof.beside == ()


@pytest.mark.full
def test_every_table_is_attacked_by_every_vector(proof: Proof) -> None:
    assert len(proof.cells) >= 38
    for table, row in proof.cells.items():
        assert set(row) == {vector.name for vector in VECTORS}, table
        if table.startswith("public.") and table != "public.system_settings":
            tried = {name for name, outcome in row.items() if outcome.tried}
            assert tried >= set(row) - {"reference", "unique key", "moved row"}, table
    assert proof.tried > 10_000


@pytest.mark.full
def test_the_other_organization_has_rows_to_lose(proof: Proof) -> None:
    """A read that returns nothing proves something only if there are rows."""
    empty = {
        table
        for table, row in proof.cells.items()
        if table.startswith("public.") and row["read"].verdict == "does not apply"
    }
    assert empty == {"public.system_settings"}


@pytest.mark.full
def test_a_schema_that_believes_a_setting_prints_its_leaks(
    proving: Prove, fresh_installation: Installation
) -> None:
    with fresh_installation.as_owner() as owner:
        owner.execute(_STATEMENTS["unseal"])
    found = proving(fresh_installation, "clients", "proposals", "invoices")
    leaks = {(table.removeprefix("public."), vector) for table, vector, _ in found.leaks}
    assert not found.holds
    assert {(table, "forged") for table in ("clients", "proposals", "invoices")} <= leaks
    assert {("clients", "unique key"), ("proposals", "reference")} <= leaks
    forged = next(outcome for table, vector, outcome in found.leaks if vector == "forged")
    assert "select" in forged.statement
    assert found.audit.count("error") > 100


@pytest.mark.full
def test_a_table_that_was_added_is_attacked_without_anybody_remembering(
    proving: Prove, fresh_installation: Installation
) -> None:
    with fresh_installation.as_owner() as owner:
        owner.execute(
            "create table public.notes (org_id uuid not null references public.organizations (id),"
            " id uuid not null default seal.new_id(), body text not null, primary key (org_id, id))"
        )
        owner.execute("select seal_private.protect('public.notes')")
        owner.execute("create policy open on public.notes for select to sb_tenant using (true)")
        owner.execute("drop policy tenant_floor on public.notes")
    found = proving(fresh_installation, "notes")
    assert ("public.notes", "read") in {(table, vector) for table, vector, _ in found.leaks}


@pytest.mark.full
def test_a_table_that_is_not_there_is_no_silence(
    proving: Prove, installation: Installation
) -> None:
    with pytest.raises(UnknownTableError, match=r"no table public\.absent"):
        proving(installation, "absent")


@pytest.mark.full
def test_the_copy_is_gone_afterwards(proof: Proof, server: EmbeddedServer) -> None:
    with psycopg.connect(server.url("postgres", database="postgres")) as admin:
        left = admin.execute(
            "select datname from pg_database where datname like 'sealedbid_scratch%'"
        ).fetchall()
    assert proof.seconds > 0
    assert left == []
