"""A function in a language that reaches outside is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_an_internal_function_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.away() returns int language internal as 'pg_backend_pid'"
    )
    assert found == ["public.away() is written in internal"]


def test_as_it_is_all_are_sql(planted: Planted) -> None:
    assert planted() == []
