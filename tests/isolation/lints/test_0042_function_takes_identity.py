"""A definer function that trusts an id is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_tenant_that_is_told_is_found(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create function other.notes_of(p_tenant_id uuid) returns int"
        " language sql security definer return 1",
        tenant_column="tenant_id",
    )
    assert "other.notes_of(uuid) is SECURITY DEFINER and takes p_tenant_id as an argument" in found


def test_a_user_who_is_told_is_found(planted: Planted) -> None:
    found = planted(
        "create function core.become(user_id uuid) returns int"
        " language sql security definer return 1"
    )
    assert found == ["core.become(uuid) is SECURITY DEFINER and takes user_id as an argument"]


def test_the_listed_ones_are_no_fault(planted: Planted) -> None:
    assert planted() == []
