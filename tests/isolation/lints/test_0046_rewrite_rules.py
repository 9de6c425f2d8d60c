"""A table whose statements are rewritten is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_rule_is_found(planted: Planted) -> None:
    found = planted("create rule nothing as on delete to public.clients do instead nothing")
    assert found == ["public.clients rewrites what is written to it: nothing"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
