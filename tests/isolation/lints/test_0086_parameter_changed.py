"""A right on a setting that no migration gave is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_of_the_owner_of_functions_is_found(planted: Planted) -> None:
    found = planted("grant set on parameter session_replication_role to sb_gate")
    assert found == ["sb_gate set session_replication_role was given by no migration"]


def test_one_of_everybody_is_found(planted: Planted) -> None:
    found = planted("grant alter system on parameter archive_command to public")
    assert found == ["public alter system archive_command was given by no migration"]


def test_one_of_a_role_that_is_not_ours_is_no_fault(planted: Planted) -> None:
    assert planted("grant set on parameter log_statement to pg_monitor") == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
