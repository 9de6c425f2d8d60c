"""A login with a predefined role is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_reads_everything_is_found(planted: Planted) -> None:
    assert planted("grant pg_read_all_data to sb_api") == ["sb_api is a member of pg_read_all_data"]


def test_a_watcher_without_tables_is_no_fault(planted: Planted) -> None:
    assert planted("create role watcher login", "grant pg_monitor to watcher") == []
