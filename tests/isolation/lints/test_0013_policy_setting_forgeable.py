"""A policy that trusts a setting is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_setting_is_found_once_with_those_who_believe_it(planted: Planted) -> None:
    found = planted(
        "create policy peep on public.clients to sb_tenant"
        " using (org_id = (select nullif(current_setting('app.org', true), '')::uuid))",
        "create policy poke on public.services to sb_tenant"
        " using (org_id = (select nullif(current_setting('app.org', true), '')::uuid))",
    )
    assert found == [
        "app.org can be set by any SQL, and 2 policies trust it (public.clients first)"
    ]


def test_a_setting_behind_a_function_is_found(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid)",
        "create function other.tenant() returns uuid language sql stable"
        " return (current_setting('request.jwt.claims', true)::json ->> 'org')::uuid",
        "create policy mine on other.notes using (tenant_id = (select other.tenant()))",
        tenant_column="tenant_id",
    )
    assert (
        "request.jwt.claims can be set by any SQL, and one policy trusts it (other.notes first)"
    ) in found


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
