"""A privilege of a role that is not ours is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_stranger_who_may_call_is_found(planted: Planted) -> None:
    found = planted("create role visitor", "grant execute on function seal.kind() to visitor")
    assert found == ["visitor has EXECUTE on function seal.kind()"]


def test_a_stranger_who_may_read_is_found(planted: Planted) -> None:
    found = planted("create role anon", "grant select, insert on public.clients to anon")
    assert found == ["anon has INSERT, SELECT on table public.clients"]


def test_as_it_is_no_stranger_has_any(planted: Planted) -> None:
    assert planted() == []
