"""A table of another server is found."""

from __future__ import annotations

from typing import LiteralString

from tests.isolation.lints.conftest import Planted

SERVER: LiteralString = (
    "create foreign data wrapper nothing; create server old foreign data wrapper nothing"
)


def test_a_foreign_table_is_found(planted: Planted) -> None:
    found = planted(SERVER, "create foreign table public.legacy (org_id uuid) server old")
    assert found == ["public.legacy is a foreign table: policies cannot bind it"]


def test_a_way_through_is_found(planted: Planted) -> None:
    found = planted(SERVER, "create user mapping for public server old")
    assert found == ["old is a foreign server that public may reach through"]


def test_a_server_that_nobody_reaches_is_no_fault(planted: Planted) -> None:
    assert planted(SERVER) == []
