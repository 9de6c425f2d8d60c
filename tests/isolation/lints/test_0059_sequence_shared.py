"""A sequence that tenants share is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_sequence_is_found(planted: Planted) -> None:
    found = planted(
        "create sequence public.numbers", "grant usage on sequence public.numbers to sb_tenant"
    )
    assert found == ["public.numbers gives USAGE to sb_tenant: it counts what all tenants do"]


def test_elsewhere_reading_and_setting_it_are_found(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create sequence other.a",
        "create sequence other.b",
        "grant all on sequence other.a to sb_auth",
        "grant usage on sequence other.b to sb_auth",
        tenant_column="tenant_id",
    )
    assert found == ["other.a gives SELECT, UPDATE to sb_auth: it counts what all tenants do"]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
