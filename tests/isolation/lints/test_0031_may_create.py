"""A role that may create objects is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_whoever_makes_tables_is_found(planted: Planted) -> None:
    assert "sb_api may create objects in public" in planted(
        "grant create on schema public to sb_tenant"
    )


def test_whoever_makes_temporary_tables_is_found(planted: Planted) -> None:
    assert "sb_api may create objects in the database" in planted(
        "do $$ begin execute format('grant temporary on database %I to public',"
        " current_database()); end $$"
    )


def test_as_it_is_nobody_does(planted: Planted) -> None:
    assert planted() == []
