"""A listed deviation that does not exist is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_policy_that_is_gone_is_found(planted: Planted) -> None:
    found = planted("drop policy own_profile on public.profiles")
    assert found == [
        "policy own_profile of public.profiles is listed as a deviation and does not exist"
    ]


def test_as_it_is_none_is_stale(planted: Planted) -> None:
    assert planted() == []
