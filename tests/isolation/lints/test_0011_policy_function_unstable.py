"""A policy's function that is not STABLE is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_an_immutable_one_is_found(planted: Planted) -> None:
    (found,) = planted("alter function seal.org(integer) immutable")
    assert found.startswith("seal.org(integer) is immutable, and policies call it (")


def test_a_volatile_one_is_found(planted: Planted) -> None:
    found = planted("alter function seal.subject(text) volatile")
    assert found == [
        "seal.subject(text) is volatile, and policies call it (public.contracts first)"
    ]


def test_so_it_is_in_any_other_database(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid)",
        "create function other.tenant() returns uuid language sql immutable"
        " return current_setting('other.tenant')::uuid",
        "create policy mine on other.notes using (tenant_id = other.tenant())",
        tenant_column="tenant_id",
    )
    assert found == ["other.tenant() is immutable, and policies call it (other.notes first)"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
