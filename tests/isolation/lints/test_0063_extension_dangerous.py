"""An extension that reaches further is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_reaches_further_is_found(planted: Planted) -> None:
    found = planted(
        "do $$ begin if exists (select from pg_available_extensions where name = 'dblink') then"
        " create extension dblink; else create extension pgrowlocks; end if; end $$"
    )
    assert len(found) == 1


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
