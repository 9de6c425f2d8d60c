"""Policies of a table without row-level security are found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_policies_that_are_switched_off_are_found(planted: Planted) -> None:
    found = planted(
        "create table public.notes (org_id uuid)",
        "create policy mine on public.notes to sb_tenant using (org_id = (select seal.org(1)))",
    )
    assert found == ["public.notes has a policy, and row-level security is off: none applies"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
