"""A function without a pinned path is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_lost_its_path_is_found(planted: Planted) -> None:
    found = planted("alter function seal.issue(text, bytea, uuid, int, timestamptz) reset all")
    assert found == [
        "seal.issue(text,bytea,uuid,integer,timestamp with time zone) has no pinned search_path"
    ]


def test_a_wider_path_is_found(planted: Planted) -> None:
    found = planted("alter function seal_private.touch() set search_path = pg_catalog, public")
    assert found == ["seal_private.touch() has no pinned search_path"]


def test_as_it_is_all_are_pinned(planted: Planted) -> None:
    assert planted() == []
