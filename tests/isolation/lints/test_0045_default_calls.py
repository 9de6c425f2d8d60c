"""A default that calls a foreign function is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_function_of_another_place_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.next() returns text language sql return 'x'",
        "alter table public.clients alter column website set default public.next()",
    )
    assert found == ["public.clients.website calls public.next()"]


def test_our_own_defaults_are_no_fault(planted: Planted) -> None:
    assert planted() == []
