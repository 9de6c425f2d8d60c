"""A login that can become another role is found, over any number of memberships."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_login_that_can_become_an_owner_is_found(planted: Planted) -> None:
    assert planted("grant sb_owner to sb_api") == ["sb_api can become sb_owner, which owns tables"]


def test_a_way_over_several_roles_is_found(planted: Planted) -> None:
    found = planted(
        "create role service bypassrls",
        "create role step",
        "grant service to step",
        "grant step to sb_worker",
    )
    assert found == ["sb_worker can become service, which bypasses row-level security"]


def test_so_it_is_in_any_other_database(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid)",
        "create role api login",
        "create role anon",
        "create role service bypassrls",
        "grant select on other.notes to anon",
        "grant anon, service to api",
        tenant_column="tenant_id",
    )
    assert found == ["api can become service, which bypasses row-level security"]


def test_our_own_logins_are_no_fault(planted: Planted) -> None:
    assert planted() == []
