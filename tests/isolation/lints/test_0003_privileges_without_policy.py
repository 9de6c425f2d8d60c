"""Privileges without a policy are found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_privilege_without_a_policy_is_found(planted: Planted) -> None:
    found = planted(
        "create table public.notes (org_id uuid not null)",
        "select seal_private.close('public.notes')",
        "grant select on public.notes to sb_tenant",
    )
    assert found == ["public.notes grants privileges to sb_tenant, and has no policy"]


def test_a_closed_table_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create table public.notes (org_id uuid not null)",
        "select seal_private.close('public.notes')",
    )
    assert found == []
