"""A policy that does not name organization and rank is found."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, LiteralString] = {
    "another condition beside it": "alter policy tenant_read on public.clients"
    " using (org_id = (select seal.org(1)) or status = 'past')",
    "any organization": "alter policy tenant_read on public.clients using (org_id is not null)",
    "everything": "alter policy tenant_read on public.clients using (true)",
    "a rank that is asked for each row": "alter policy tenant_read on public.clients"
    " using (org_id = seal.org(1))",
    "whatever is written": "alter policy tenant_read on public.clients rename to was_read;"
    "create policy tenant_read on public.clients for insert to sb_tenant with check (true)",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_policy_that_lets_more_in_is_found(planted: Planted, fault: str) -> None:
    assert planted(FAULTS[fault]) == [
        "tenant_read on public.clients is not bounded by organization and rank"
    ]


def test_a_narrower_policy_is_no_fault(planted: Planted) -> None:
    found = planted(
        "alter policy tenant_read on public.clients"
        " using (org_id = (select seal.org(1)) and status = 'past')"
    )
    assert found == []
