"""A default privilege on future objects is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_gift_in_a_schema_is_found(planted: Planted) -> None:
    found = planted(
        "create role maker",
        "create role anon",
        "alter default privileges for role maker in schema public"
        " grant select, insert on tables to anon",
    )
    assert found == ["maker gives INSERT, SELECT to anon on every new table in public"]


def test_a_gift_anywhere_is_found(planted: Planted) -> None:
    found = planted(
        "create role maker",
        "alter default privileges for role maker grant usage on sequences to public",
    )
    assert found == ["maker gives USAGE to public on every new sequence"]


def test_taking_from_everybody_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create role maker",
        "alter default privileges for role maker revoke execute on functions from public",
    )
    assert found == []
