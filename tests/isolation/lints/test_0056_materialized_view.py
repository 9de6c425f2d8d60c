"""A copy that no policy bounds is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_materialized_view_is_found(planted: Planted) -> None:
    found = planted("create materialized view public.copies as select * from public.clients")
    assert found == ["public.copies is a materialized view: policies cannot bind it"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
