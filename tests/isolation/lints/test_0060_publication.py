"""A publication of all tenants' rows is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_publication_of_everything_is_found(planted: Planted) -> None:
    found = planted("create publication everything for all tables")
    assert found == ["everything publishes all tables: policies do not apply"]


def test_a_publication_of_two_tables_is_found(planted: Planted) -> None:
    found = planted("create publication few for table public.clients, public.services")
    assert found == ["few publishes 2 of the tenants' tables: policies do not apply"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
