"""An operator in pg_catalog that is not the server's is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_an_equality_that_always_holds_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.always(uuid, text) returns boolean language sql immutable"
        " return true",
        "create operator pg_catalog.= (leftarg = uuid, rightarg = text, function = public.always)",
    )
    assert found == ["=(uuid,text) is in pg_catalog and is not the server's"]


def test_a_default_way_to_sort_a_type_of_the_server_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.zero(json) returns int language sql immutable return 0",
        "create operator class public.all_alike default for type json using hash"
        " as function 1 public.zero(json)",
    )
    assert found == [
        "operator class all_alike of json sorts or hashes a type of the server,"
        " and is not the server's"
    ]


def test_one_of_ones_own_schema_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create function public.always(uuid, text) returns boolean language sql immutable"
        " return true",
        "create operator public.=== (leftarg = uuid, rightarg = text, function = public.always)",
    )
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
