"""A policy that lets rows through without a context is found."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, LiteralString] = {
    "rows without a tenant pass": "tenant_id is null or tenant_id = (select other.org())",
    "a missing context passes": "current_setting('a.b', true) is null"
    " or tenant_id = (select other.org())",
    "an empty context passes": "coalesce(current_setting('a.b', true), '') = ''"
    " or tenant_id = (select other.org())",
    "an unknown result passes": "(tenant_id <> (select other.org())) is not true",
    "null equals null": "tenant_id is not distinct from (select other.org())",
    "an empty list passes": "tenant_id not in (select tenant_id from other.notes)",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_policy_that_fails_open_is_found(planted: Planted, fault: str) -> None:
    found = planted(
        "create schema other",
        "create function other.org() returns uuid language sql stable"
        " return current_setting('a.b', true)::uuid",
        "create table other.notes (tenant_id uuid)",
        f"create policy mine on other.notes using ({FAULTS[fault]})",
        tenant_column="tenant_id",
    )
    assert found == [f"mine on other.notes is open without a context: {fault}"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
