"""A definer function with the caller's search_path is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_without_a_path_is_found(planted: Planted) -> None:
    found = planted("alter function seal.revoke(uuid) reset all")
    assert found == [
        "seal.revoke(uuid) is SECURITY DEFINER and takes its search_path from the caller"
    ]


def test_one_that_looks_where_others_make_things_is_found(planted: Planted) -> None:
    found = planted(
        "create schema evil",
        "grant create on schema evil to sb_api",
        "alter function seal.revoke(uuid) set search_path = evil, pg_catalog",
    )
    assert found == ["seal.revoke(uuid) is SECURITY DEFINER and looks names up in evil, pg_catalog"]


def test_a_body_that_is_resolved_already_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create function public.one() returns int language sql security definer return 1"
    )
    assert found == []
