"""Every tenant table has a floor, on both sides, for every command."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, LiteralString] = {
    "it is gone": "drop policy tenant_floor on public.clients",
    "it is not ours": "alter policy tenant_floor on public.clients using (org_id is not null)",
    "it checks nothing": "alter policy tenant_floor on public.clients with check (true)",
    "it is for others": "alter policy tenant_floor on public.clients to sb_api",
    "it is lower than needed": "alter policy tenant_floor on public.clients"
    " using (org_id = (select seal.org(0))) with check (org_id = (select seal.org(0)))",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_tenant_table_without_its_floor_is_found(planted: Planted, fault: str) -> None:
    assert planted(FAULTS[fault]) == ["public.clients has no floor"]


def test_a_listed_floor_still_checks_what_is_written(planted: Planted) -> None:
    found = planted(
        "alter policy tenant_floor on public.org_members with check (user_id is not null)"
    )
    assert found == ["public.org_members has no floor"]


def test_a_new_table_that_is_protected_is_no_fault(planted: Planted) -> None:
    assert planted() == []
