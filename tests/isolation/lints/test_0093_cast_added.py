"""A cast that was added is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_between_types_of_the_server_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.to_uuid(text) returns uuid language sql immutable"
        " as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$",
        "create cast (text as uuid) with function public.to_uuid(text) as implicit",
    )
    assert found == ["cast from text to uuid is implicit by public.to_uuid(text)"]


def test_an_explicit_one_between_types_of_the_server_is_found(planted: Planted) -> None:
    found = planted("create cast (json as uuid) with inout")
    assert found == ["cast from json to uuid converts types of the server"]


def test_an_explicit_one_of_a_type_of_ones_own_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create type public.colour as enum ('red')",
        "create cast (public.colour as uuid) with inout",
    )
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
