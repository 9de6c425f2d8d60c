"""A leakproof function is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_leakproof_function_is_found(planted: Planted) -> None:
    assert planted("alter function seal.kind() leakproof") == ["seal.kind() is leakproof"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
