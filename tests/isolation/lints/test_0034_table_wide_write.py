"""A whole table that tenants may write is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_whole_table_is_found(planted: Planted) -> None:
    found = planted("grant insert, update on public.jobs to sb_tenant")
    assert found == [
        "sb_tenant may insert every column of public.jobs",
        "sb_tenant may update every column of public.jobs",
    ]


def test_columns_are_no_fault(planted: Planted) -> None:
    assert planted() == []
