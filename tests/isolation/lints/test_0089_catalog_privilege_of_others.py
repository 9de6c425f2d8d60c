"""A privilege of another role on the server's own objects is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_role_of_somebody_that_reads_files_is_found(planted: Planted) -> None:
    found = planted(
        "create role reporting",
        "grant execute on function pg_catalog.pg_read_file(text) to reporting",
    )
    assert found == ["reporting has execute on pg_read_file(text) of the server"]


def test_the_owner_of_tables_is_another_too(planted: Planted) -> None:
    found = planted("grant select on pg_statistic to sb_owner")
    assert found == ["sb_owner has select on pg_statistic of the server"]


def test_our_logins_are_another_lints(planted: Planted) -> None:
    assert planted("grant select on pg_statistic to sb_api") == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
