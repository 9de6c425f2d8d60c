"""A table that inherits is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_child_is_found(planted: Planted) -> None:
    found = planted("create table public.more () inherits (public.clients)")
    assert found == ["public.more inherits from public.clients, whose policies show its rows"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
