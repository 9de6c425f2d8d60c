"""Prove on the running database itself finds open tables, and leaves everything as it was."""

from __future__ import annotations

import pytest

from sealedbid.isolation.factory import fill
from sealedbid.isolation.prove import Proof, prove_in_place
from sealedbid.platform.postgres.logins import LOGINS
from tests.db.contexts import Counter
from tests.fixtures.people import People
from tests.fixtures.server import Installation


@pytest.fixture
def inhabited(fresh_installation: Installation) -> Installation:
    """Two organizations, with rows in every table."""
    world = People(fresh_installation).world()
    with fresh_installation.as_owner() as owner:
        for organization, marker in ((world.a, "canarya"), (world.b, "canaryb")):
            fill(owner, organization.id, marker=marker)
    return fresh_installation


def prove(installation: Installation, *tables: str) -> Proof:
    conninfos = {login: installation.conninfo(login) for login in LOGINS}
    return prove_in_place(
        conninfos | {"owner": installation.owner}, installation.settings, tables=tables
    )


@pytest.mark.full
def test_nothing_leaks_and_nothing_is_changed(inhabited: Installation) -> None:
    with inhabited.as_superuser() as behind:
        count = Counter(behind, ("public",))
        before = count()
        proof = prove(inhabited)
        assert count() == before
    assert proof.holds
    assert proof.tried > 500
    verdicts = {row["read"].verdict for row in proof.cells.values()}
    assert verdicts == {"not run in place"}


@pytest.mark.full
def test_a_table_without_its_seal_is_found(inhabited: Installation) -> None:
    with inhabited.as_superuser() as behind:
        behind.execute("drop policy tenant_floor on public.clients")
        behind.execute("alter policy tenant_read on public.clients using (true)")
    proof = prove(inhabited, "clients", "services")
    assert {(table, vector) for table, vector, _ in proof.leaks} == {
        ("public.clients", "no context"),
        ("public.clients", "forged"),
    }


@pytest.mark.full
def test_a_write_that_would_go_through_is_found_and_undone(inhabited: Installation) -> None:
    with inhabited.as_superuser() as behind:
        behind.execute("drop policy tenant_floor on public.content_blocks")
        behind.execute("alter policy tenant_remove on public.content_blocks using (true)")
        before = behind.execute("select count(*) from public.content_blocks").fetchone()
        proof = prove(inhabited, "content_blocks")
        after = behind.execute("select count(*) from public.content_blocks").fetchone()
    assert not proof.holds
    assert proof.changed == ("public.content_blocks",)
    assert before == after


@pytest.mark.full
def test_a_lock_that_somebody_holds_is_not_waited_for(inhabited: Installation) -> None:
    with inhabited.as_superuser() as behind, behind.transaction(force_rollback=True):
        behind.execute("lock table public.clients in share mode")
        proof = prove(inhabited, "clients")
        assert proof.leaks == []  # and it got here: the lock is held until the block ends
