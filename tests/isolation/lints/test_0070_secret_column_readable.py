"""A secret that can be read is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_column_is_found(planted: Planted) -> None:
    found = planted("grant select (lease_token) on public.jobs to sb_tenant")
    assert found == ["public.jobs.lease_token can be read by sb_tenant"]


def test_a_whole_table_is_found(planted: Planted) -> None:
    found = planted("grant select on public.share_links to sb_tenant")
    assert found == ["public.share_links.password_proof can be read by sb_tenant"]


def test_as_it_is_none_can_be(planted: Planted) -> None:
    assert planted() == []
