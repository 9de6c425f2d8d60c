"""A table without org_id is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_table_without_the_column_is_found(planted: Planted) -> None:
    assert planted("create table public.notes (id uuid)") == ["public.notes has no org_id uuid"]


def test_a_column_of_another_type_does_not_count(planted: Planted) -> None:
    found = planted("create table public.notes (org_id text not null)")
    assert found == ["public.notes has no org_id uuid"]


def test_the_deviations_are_no_fault(planted: Planted) -> None:
    assert planted() == []
