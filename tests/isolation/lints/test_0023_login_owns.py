"""A login that owns something is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_login_with_a_table_is_found(planted: Planted) -> None:
    found = planted("alter table public.clients owner to sb_api")
    assert found == ["sb_api owns something in shared"]


def test_a_tenant_with_a_function_is_found(planted: Planted) -> None:
    found = planted("alter function seal.kind() owner to sb_tenant")
    assert found == ["sb_tenant owns something in shared"]


def test_as_it_is_nobody_owns_anything(planted: Planted) -> None:
    assert planted() == []
