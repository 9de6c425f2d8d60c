"""A policy that lets any tenant's rows pass is found in every database."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, tuple[LiteralString, str]] = {
    "everything is read": ("for select using (true)", "be read"),
    "everything is removed": ("for delete using (tenant_id is not null)", "be removed"),
    "anything is added": ("for insert with check (body <> '')", "be added"),
    "others' rows are taken": (
        "for update using (true) with check (tenant_id = current_setting('a.b')::uuid)",
        "be changed",
    ),
    "rows are given away": (
        "for update using (tenant_id = current_setting('a.b')::uuid) with check (true)",
        "be changed",
    ),
    "an arm is open": (
        "using (tenant_id = current_setting('a.b')::uuid or (shared and body <> ''))",
        "be read and written: (shared AND (body <> ''::text)) does not compare tenant_id",
    ),
}

TABLE: LiteralString = (
    "create table public.notes (tenant_id uuid not null, body text, shared boolean);"
    "alter table public.notes enable row level security;"
    "grant select, insert, update, delete on public.notes to sb_auth;"
)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_policy_that_lets_any_tenant_through_is_found(planted: Planted, fault: str) -> None:
    policy, what = FAULTS[fault]
    found = planted(
        TABLE, "create policy open on public.notes " + policy, tenant_column="tenant_id"
    )
    assert found == [f"open on public.notes lets rows of any tenant {what}"]


def test_a_floor_holds_the_table(planted: Planted) -> None:
    found = planted(
        TABLE,
        "create policy open on public.notes using (true)",
        "create policy floor on public.notes as restrictive for all"
        " using (tenant_id = current_setting('a.b')::uuid)"
        " with check (tenant_id = current_setting('a.b')::uuid)",
        tenant_column="tenant_id",
    )
    assert found == []


def test_a_floor_for_reading_alone_holds_nothing(planted: Planted) -> None:
    found = planted(
        TABLE,
        "create policy open on public.notes using (true)",
        "create policy floor on public.notes as restrictive for select"
        " using (tenant_id = current_setting('a.b')::uuid)",
        tenant_column="tenant_id",
    )
    assert found == ["open on public.notes lets rows of any tenant be read and written"]


def test_memberships_and_narrower_conditions_are_no_fault(planted: Planted) -> None:
    found = planted(
        TABLE,
        "create policy mine on public.notes using ("
        "tenant_id in (select o.tenant_id from public.notes o where o.body = 'x' or o.shared)"
        " and (shared or body <> ' OR '))",
        tenant_column="tenant_id",
    )
    assert found == []


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
