"""A function of a policy that differs from the seal's own is found."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, tuple[LiteralString, str]] = {
    "it runs in workers": (
        "alter function seal.org(integer) parallel safe",
        "seal.org(integer) is not parallel restricted, and policies call it",
    ),
    "a login owns it": (
        "alter function seal.kind() owner to sb_api",
        "seal.kind() belongs to a login, and policies call it",
    ),
    "nobody has read it": (
        "create function public.mine() returns uuid language sql stable parallel restricted"
        " return null::uuid;"
        "create policy mine on public.clients to sb_tenant using (org_id = public.mine())",
        "public.mine() is not listed, and policies call it",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_loosened_function_is_found(planted: Planted, fault: str) -> None:
    statement, found = FAULTS[fault]
    assert planted(statement) == [found]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
