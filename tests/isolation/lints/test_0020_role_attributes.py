"""A role with further attributes is found."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, LiteralString] = {
    "sb_support is no role of ours": "create role sb_support",
    "sb_gate bypasses row-level security": "alter role sb_gate bypassrls",
    "sb_api is a superuser": "alter role sb_api superuser",
    "sb_tenant logs in": "alter role sb_tenant login",
    "sb_worker does not log in": "alter role sb_worker nologin",
    "sb_dispatch makes roles": "alter role sb_dispatch createrole",
    "sb_auth replicates": "alter role sb_auth replication",
    "sb_owner makes databases": "alter role sb_owner createdb",
    "sb_api does not inherit": "alter role sb_api noinherit",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_role_that_is_more_or_less_is_found(planted: Planted, fault: str) -> None:
    assert planted(FAULTS[fault]) == [fault]


def test_the_roles_of_the_design_are_no_fault(planted: Planted) -> None:
    assert planted() == []
