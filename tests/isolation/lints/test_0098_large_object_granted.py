"""A large object that tenants reach is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_everybody_may_read_is_found(planted: Planted) -> None:
    found = planted(
        "select pg_catalog.lo_create(4711)",
        "grant select on large object 4711 to public",
        "grant update on large object 4711 to sb_api",
    )
    assert found == ["large object 4711 gives select, update to everybody, sb_api"]


def test_one_of_a_superuser_alone_is_no_fault(planted: Planted) -> None:
    assert planted("select pg_catalog.lo_create(4711)") == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
