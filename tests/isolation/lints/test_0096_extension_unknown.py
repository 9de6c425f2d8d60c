"""An extension that the audit does not know is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_is_not_on_the_list_is_found(planted: Planted) -> None:
    found = planted("create extension pg_freespacemap")
    assert found == [
        "pg_freespacemap is no extension that this audit knows: read what its functions may do"
    ]


def test_those_that_are_known_are_no_fault(planted: Planted) -> None:
    found = planted(
        "create extension pg_trgm", "create extension pg_stat_statements", "create extension dblink"
    )
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
