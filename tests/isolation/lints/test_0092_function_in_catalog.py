"""A function in pg_catalog that is not the server's is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_somebody_put_there_is_found(planted: Planted) -> None:
    found = planted(
        "set local allow_system_table_mods = on",
        "create function pg_catalog.lower(uuid) returns text language sql immutable return 'x'",
    )
    assert found == ["lower(uuid) is in pg_catalog and is not the server's"]


def test_one_of_an_extension_is_no_fault(planted: Planted) -> None:
    found = planted(
        "set local allow_system_table_mods = on",
        "create function pg_catalog.lower(uuid) returns text language sql immutable return 'x'",
        "alter extension vector add function pg_catalog.lower(uuid)",
    )
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
