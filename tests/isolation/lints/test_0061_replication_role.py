"""A role or slot that reads all changes is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_role_that_replicates_is_found(planted: Planted) -> None:
    found = planted("create role cdc login replication")
    assert found == ["cdc may read every change of every table, and is no superuser"]


def test_as_it_is_nobody_does(planted: Planted) -> None:
    assert planted() == []
