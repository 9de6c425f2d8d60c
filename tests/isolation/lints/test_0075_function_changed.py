"""A function that is not as the migrations made it is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_another_body_is_found(planted: Planted) -> None:
    found = planted(
        "create or replace function seal.kind() returns text language plpgsql stable"
        " parallel restricted security definer set search_path = pg_catalog, pg_temp"
        " as 'begin return null; end'"
    )
    assert found == ["seal.kind() is not as the migrations made it"]


def test_another_attribute_is_found(planted: Planted) -> None:
    found = planted("alter function seal_private.binding() immutable")
    assert found == ["seal_private.binding() is not as the migrations made it"]


def test_one_that_no_migration_made_is_found(planted: Planted) -> None:
    found = planted(
        "create function core.hello() returns int language sql return 1",
        "alter function core.hello() owner to sb_owner",
    )
    assert found == ["core.hello() was made by no migration"]


def test_one_that_is_gone_is_found(planted: Planted) -> None:
    found = planted("drop function core.appoint_operator(text)")
    assert found == ["core.appoint_operator(text) was made by a migration and is gone"]


def test_as_it_is_all_are_as_they_were_made(planted: Planted) -> None:
    assert planted() == []
