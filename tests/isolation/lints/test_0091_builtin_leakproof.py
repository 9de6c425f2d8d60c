"""A function of the server that was marked leakproof is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_prints_its_argument_is_found(planted: Planted) -> None:
    found = planted("alter function pg_catalog.int4div(int, int) leakproof")
    assert found == ["int4div(integer,integer) was marked leakproof after the server was made"]


def test_one_of_which_a_right_was_taken_is_no_fault(planted: Planted) -> None:
    assert planted("revoke execute on function pg_catalog.int4div(int, int) from public") == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
