"""A privilege to move a row is found."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, LiteralString] = {
    "sb_tenant may update public.clients.org_id": "grant update (org_id) on public.clients"
    " to sb_tenant",
    "sb_gate may update public.clients.org_id": "grant update (org_id) on public.clients"
    " to sb_gate",
    "sb_tenant may update public.clients": "grant update on public.clients to sb_tenant",
    "sb_tenant may update public.clients.id": "grant update (id) on public.clients to sb_tenant",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_row_that_may_move_is_found(planted: Planted, fault: str) -> None:
    assert planted(FAULTS[fault]) == [fault]


def test_as_it_is_rows_stay(planted: Planted) -> None:
    assert planted() == []
