"""A privilege of PUBLIC is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_sequence_for_everybody_is_found(planted: Planted) -> None:
    found = planted(
        "create sequence public.numbers", "grant usage on sequence public.numbers to public"
    )
    assert found == ["public.numbers grants PUBLIC USAGE"]


def test_a_column_for_everybody_is_found(planted: Planted) -> None:
    found = planted("grant select (name), update (name) on public.clients to public")
    assert found == ["public.clients.name grants PUBLIC SELECT, UPDATE"]


def test_a_schema_where_everybody_makes_things_is_found(planted: Planted) -> None:
    found = planted("grant create on schema public to public")
    assert found == ["public grants PUBLIC CREATE"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
