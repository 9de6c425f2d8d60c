"""A tenant's column that may be null is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_row_that_may_belong_to_nobody_is_found(planted: Planted) -> None:
    found = planted("create table public.notes (org_id uuid)")
    assert found == ["public.notes.org_id may be null"]


def test_a_promise_that_was_never_checked_is_found(planted: Planted) -> None:
    found = planted(
        "create table public.notes (org_id uuid)",
        "do $$ begin if current_setting('server_version_num')::int >= 180000 then"
        " alter table public.notes add constraint somebody not null org_id not valid;"
        " end if; end $$",
    )
    assert found == ["public.notes.org_id may be null"]


def test_so_it_is_in_any_other_database(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid)",
        "create table other.pages (tenant_id uuid not null)",
        "grant select on all tables in schema other to sb_auth",
        tenant_column="tenant_id",
    )
    assert found == ["other.notes.tenant_id may be null"]


def test_our_own_tables_are_no_fault(planted: Planted) -> None:
    assert planted() == []
