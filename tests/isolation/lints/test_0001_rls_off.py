"""A table without row-level security is found, here and in any other database."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_new_table_without_it_is_found(planted: Planted) -> None:
    found = planted("create table public.notes (org_id uuid not null)")
    assert found == ["public.notes has row-level security off"]


def test_a_table_that_lost_it_is_found(planted: Planted) -> None:
    found = planted("alter table seal_private.keys disable row level security")
    assert found == ["seal_private.keys has row-level security off"]


def test_elsewhere_a_table_that_others_may_read_is_found(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.private (name text)",
        "create table other.countries (name text)",
        "grant select on other.countries to sb_auth",
        tenant_column="tenant_id",
    )
    assert found == ["other.countries has row-level security off"]


def test_our_own_tables_are_no_fault(planted: Planted) -> None:
    assert planted() == []
