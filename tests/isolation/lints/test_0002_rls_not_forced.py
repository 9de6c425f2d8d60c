"""An owner whom row-level security does not bind is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_table_that_spares_its_owner_is_found(planted: Planted) -> None:
    found = planted("alter table public.clients no force row level security")
    assert found == ["public.clients does not force row-level security on its owner"]


def test_so_it_is_in_any_other_database(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid)",
        "alter table other.notes enable row level security",
        tenant_column="tenant_id",
    )
    assert found == ["other.notes does not force row-level security on its owner"]


def test_our_own_tables_are_no_fault(planted: Planted) -> None:
    assert planted() == []
