"""A trigger that runs a foreign function is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_function_of_another_place_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.copy() returns trigger language plpgsql as 'begin return new; end'",
        "create trigger copy before insert on public.clients for each row"
        " execute function public.copy()",
    )
    assert found == ["copy on public.clients runs public.copy()"]


def test_our_own_triggers_are_no_fault(planted: Planted) -> None:
    assert planted() == []
