"""A membership outside the design is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_login_that_is_more_is_found(planted: Planted) -> None:
    assert planted("grant sb_gate to sb_api") == ["sb_api is a member of sb_gate"]


def test_somebody_else_who_is_a_tenant_is_found(planted: Planted) -> None:
    found = planted("create role visitor", "grant sb_tenant to visitor")
    assert found == ["visitor is a member of sb_tenant"]


def test_a_tenant_who_may_pass_it_on_is_found(planted: Planted) -> None:
    found = planted("grant sb_tenant to sb_api with admin option")
    assert found == ["sb_api is a member of sb_tenant"]


def test_the_memberships_of_the_design_are_no_fault(planted: Planted) -> None:
    assert planted() == []
