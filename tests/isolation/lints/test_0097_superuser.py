"""A role that is above the policies is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_further_superuser_and_one_past_the_policies_are_found(planted: Planted) -> None:
    found = planted("create role reporting superuser", "create role backup bypassrls")
    assert found == ["backup bypasses row-level security", "reporting is a superuser"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
