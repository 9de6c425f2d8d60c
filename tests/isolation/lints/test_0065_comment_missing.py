"""A table without a comment is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_silent_table_is_found(planted: Planted) -> None:
    found = planted("comment on table public.clients is null")
    assert found == ["public.clients has no comment"]


def test_as_it_is_all_say_it(planted: Planted) -> None:
    assert planted() == []
