"""A policy that calls a function for each row is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_bare_call_is_found(planted: Planted) -> None:
    found = planted("alter policy tenant_read on public.clients using (org_id = seal.org(1))")
    assert found == ["tenant_read on public.clients calls a function for each row"]


def test_a_bare_setting_is_found_in_any_other_database(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid)",
        "create policy bare on other.notes"
        " using (tenant_id = nullif(current_setting('other.tenant', true), '')::uuid)",
        "create policy wrapped on other.notes"
        " using (tenant_id = (select current_setting('other.tenant', true)::uuid))",
        tenant_column="tenant_id",
    )
    assert found == ["bare on other.notes calls a function for each row"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
