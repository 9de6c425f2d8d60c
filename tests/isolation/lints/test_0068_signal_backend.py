"""A login that may end other sessions is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_function_that_came_back_is_found(planted: Planted) -> None:
    found = planted("grant execute on function pg_cancel_backend(int) to sb_auth")
    assert found == ["sb_auth may call pg_cancel_backend(integer) on sessions of other tenants"]


def test_as_it_is_nobody_may(planted: Planted) -> None:
    assert planted() == []
