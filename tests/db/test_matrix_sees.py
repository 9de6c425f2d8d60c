"""The matrix works: its checks turn red when a migration is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import LiteralString

from sealedbid.isolation.catalog import ORG, read_tables
from tests.db.matrix import REFUSED, Matrix


@contextmanager
def planted(matrix: Matrix, plant: LiteralString, mend: LiteralString) -> Iterator[None]:
    """Plant a fault that every session sees, until the block ends."""
    matrix.superuser.execute(plant)
    try:
        yield
    finally:
        matrix.superuser.execute(mend)


def weakened(
    policy: LiteralString, rank: LiteralString, table: LiteralString = "public.clients"
) -> tuple[LiteralString, LiteralString]:
    """Statements that open a policy and the floor, and that restore both."""
    own: LiteralString = "org_id = (select seal.org("
    return (
        "alter policy tenant_floor on " + table + " using (true) with check (true);"
        "alter policy " + policy + " on " + table + " using (true)",
        "alter policy tenant_floor on " + table + ""
        " using (" + own + "1))) with check (" + own + "1)));"
        "alter policy " + policy + " on " + table + " using (" + own + rank + ")))",
    )


def test_a_read_over_the_border_is_seen(matrix: Matrix) -> None:
    table = matrix.tables["public.clients"]
    with planted(matrix, *weakened("tenant_read", "1")), matrix.opened("viewer"):
        assert matrix.select(table, matrix.theirs[table.name]) == 1


def test_a_blind_update_over_the_border_is_seen(matrix: Matrix) -> None:
    table = matrix.tables["public.clients"]
    with planted(matrix, *weakened("tenant_change", "2")), matrix.opened("member"):
        assert matrix.update_blindly(table) == REFUSED  # the check still holds
    plant: LiteralString = "alter policy tenant_change on public.clients with check (true);"
    mend: LiteralString = (
        ";alter policy tenant_change on public.clients with check (org_id = (select seal.org(2)))"
    )
    weak, strong = weakened("tenant_change", "2")
    with planted(matrix, plant + weak, strong + mend), matrix.opened("member"):
        assert matrix.update_blindly(table) == 2
        assert not matrix.untouched(table)


def test_a_blind_delete_over_the_border_is_seen(matrix: Matrix) -> None:
    # clients are referred to: deleting all would end there, not at a policy
    table = matrix.tables["public.content_blocks"]
    weak = weakened("tenant_remove", "3", "public.content_blocks")
    with planted(matrix, *weak), matrix.opened("admin"):
        assert matrix.delete_blindly(table) == 2
        assert not matrix.untouched(table)


def test_a_row_planted_at_theirs_is_seen(matrix: Matrix) -> None:
    table = matrix.tables["public.clients"]
    plant: LiteralString = "alter policy tenant_add on public.clients with check (true);"
    mend: LiteralString = (
        "alter policy tenant_add on public.clients with check (org_id = (select seal.org(2)));"
    )
    weak, strong = weakened("tenant_read", "1")
    with planted(matrix, plant + weak, mend + strong), matrix.opened("member"):
        assert matrix.insert(table, matrix.new(table) | {ORG: matrix.world.b.id}) == 1


def test_a_column_granted_too_much_is_seen(matrix: Matrix) -> None:
    table = matrix.tables["public.jobs"]
    plant: LiteralString = "grant insert (requested_rank) on public.jobs to sb_tenant"
    mend: LiteralString = "revoke insert (requested_rank) on public.jobs from sb_tenant"
    with planted(matrix, plant, mend), matrix.opened("member"):
        assert matrix.insert(table, matrix.new(table), "requested_rank") == 1


def test_a_reference_over_the_border_is_seen(matrix: Matrix) -> None:
    table, parent = matrix.tables["public.client_contacts"], matrix.tables["public.clients"]
    plant: LiteralString = (
        "alter table public.clients add constraint clients_id_key unique (id);"
        "alter table public.client_contacts drop constraint client_contacts_client_fkey;"
        "alter table public.client_contacts add constraint client_contacts_client_fkey"
        " foreign key (client_id) references public.clients (id) on delete cascade"
    )
    mend: LiteralString = (
        "alter table public.client_contacts drop constraint client_contacts_client_fkey;"
        "alter table public.clients drop constraint clients_id_key;"
        "alter table public.client_contacts add constraint client_contacts_client_fkey foreign key"
        " (org_id, client_id) references public.clients (org_id, id) on delete cascade"
    )
    with planted(matrix, plant, mend), matrix.opened("member"):
        theirs = {"client_id": matrix.theirs[parent.name]["id"]}
        absent = {"client_id": matrix.absent(parent)["id"]}
        assert str(matrix.insert(table, matrix.new(table) | absent)).startswith("23503")
        assert matrix.insert(table, matrix.new(table) | theirs) == 1


def test_what_was_planted_is_gone(matrix: Matrix) -> None:
    assert read_tables(matrix.superuser) == matrix.tables
