"""A function without a comment is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_silent_function_is_found(planted: Planted) -> None:
    found = planted("comment on function seal.kind() is null")
    assert found == ["seal.kind() has no comment"]


def test_as_it_is_all_say_it(planted: Planted) -> None:
    assert planted() == []
