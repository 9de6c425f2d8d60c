"""A login that may call functions that show statements is found."""

from __future__ import annotations

import pytest

from tests.isolation.lints.conftest import Planted


@pytest.mark.parametrize(
    "function",
    [
        "pg_stat_get_activity(integer)",
        "pg_stat_get_backend_activity(integer)",
        "pg_prepared_statement()",
        "pg_cursor()",
    ],
)
def test_a_function_that_came_back_is_found(planted: Planted, function: str) -> None:
    found = planted(f"grant execute on function {function} to sb_auth")
    assert found == [f"sb_auth may call {function}: the text of statements"]


def test_an_extension_that_brings_one_is_found(planted: Planted) -> None:
    (found,) = planted("create extension pg_stat_statements")
    assert "may call public.pg_stat_statements(boolean)" in found


def test_as_it_is_nobody_may(planted: Planted) -> None:
    assert planted() == []
