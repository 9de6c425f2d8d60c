"""A function that everybody may call is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_new_function_is_found(planted: Planted) -> None:
    found = planted("create function core.hello() returns int language sql return 1")
    assert found == ["core.hello() may be called by everybody"]


def test_elsewhere_only_one_with_rights_is_found(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create function other.hello() returns int language sql return 1",
        "create function other.peep() returns int language sql security definer return 1",
        tenant_column="tenant_id",
    )
    assert found == ["other.peep() may be called by everybody, with its owner's rights"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
