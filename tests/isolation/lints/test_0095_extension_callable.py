"""An extension that reaches outside and may be called is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_whose_functions_everybody_may_call_is_found(planted: Planted) -> None:
    (found,) = planted("create extension dblink")
    assert found.startswith("dblink lets sb_api, sb_auth, sb_dispatch, sb_worker call ")


def test_one_that_is_kept_from_our_logins_is_no_fault(planted: Planted) -> None:
    found = planted("create schema kept", "create extension dblink schema kept")
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
