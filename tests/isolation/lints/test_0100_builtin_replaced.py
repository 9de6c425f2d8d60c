"""A function of the server that was replaced is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_another_body_is_found(planted: Planted) -> None:
    found = planted(
        "create or replace function pg_catalog.uuid_eq(uuid, uuid) returns boolean"
        " language sql immutable strict as 'select true'"
    )
    assert found == ["uuid_eq(uuid,uuid) was replaced after the server was made"]


def test_another_function_of_the_server_in_its_place_is_found(planted: Planted) -> None:
    found = planted(
        "create or replace function pg_catalog.uuid_eq(uuid, uuid) returns boolean"
        " language internal immutable strict as 'uuid_ne'"
    )
    assert found == ["uuid_eq(uuid,uuid) was replaced after the server was made"]


def test_another_body_is_found_where_its_privileges_were_changed_too(planted: Planted) -> None:
    found = planted(
        "create or replace function pg_catalog.uuid_eq(uuid, uuid) returns boolean"
        " language sql immutable strict as 'select true'",
        "grant execute on function pg_catalog.uuid_eq(uuid, uuid) to sb_api",
    )
    assert found == ["uuid_eq(uuid,uuid) was replaced after the server was made"]


def test_a_privilege_that_was_taken_is_no_fault(planted: Planted) -> None:
    assert planted("revoke execute on function pg_catalog.uuid_ne(uuid, uuid) from public") == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
