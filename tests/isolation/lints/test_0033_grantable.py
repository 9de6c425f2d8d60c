"""A privilege with a grant option is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_table_is_found(planted: Planted) -> None:
    found = planted("grant select on public.clients to sb_gate with grant option")
    assert found == ["sb_gate may pass SELECT on public.clients on"]


def test_a_column_and_a_function_are_found(planted: Planted) -> None:
    found = planted(
        "grant select (name) on public.clients to sb_gate with grant option",
        "grant execute on function seal.kind() to sb_gate with grant option",
    )
    assert found == [
        "sb_gate may pass EXECUTE on seal.kind() on",
        "sb_gate may pass SELECT on public.clients.name on",
    ]


def test_as_it_is_none_may_be(planted: Planted) -> None:
    assert planted() == []
