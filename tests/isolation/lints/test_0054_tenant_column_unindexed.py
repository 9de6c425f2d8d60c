"""A table that is read whole for each tenant is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_table_without_such_an_index_is_found(planted: Planted) -> None:
    found = planted("create table public.notes (id uuid primary key, org_id uuid not null)")
    assert found == ["public.notes has no index that begins with org_id"]


def test_our_own_tables_are_no_fault(planted: Planted) -> None:
    assert planted() == []
