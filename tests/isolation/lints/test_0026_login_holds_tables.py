"""A login with a privilege of its own is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_table_given_to_a_login_is_found(planted: Planted) -> None:
    found = planted("grant select on public.clients to sb_dispatch")
    assert found == ["sb_dispatch has SELECT on public.clients"]


def test_a_column_given_to_a_login_is_found(planted: Planted) -> None:
    found = planted("grant update (name) on public.clients to sb_api")
    assert found == ["sb_api has UPDATE on public.clients.name"]


def test_as_it_is_none_has_any(planted: Planted) -> None:
    assert planted() == []
