"""A key without the organization is found."""

from __future__ import annotations

from typing import LiteralString

import pytest

from tests.isolation.lints.conftest import Planted

FAULTS: dict[str, tuple[LiteralString, str]] = {
    "a column": (
        "create unique index clients_website_key on public.clients (website, org_id)",
        "clients_website_key of public.clients is unique across tenants",
    ),
    "an expression": (
        "create unique index clients_lower_key on public.clients (lower(website))",
        "clients_lower_key of public.clients is unique across tenants",
    ),
    "an exclusion": (
        # matches no row, whatever other tests left
        "alter table public.jobs add constraint jobs_one"
        " exclude using gist (tstzrange(started_at, finished_at) with &&) where (attempt < 0)",
        "jobs_one of public.jobs excludes across tenants",
    ),
    "an id": (
        "alter table public.clients add constraint clients_id_key unique (id)",
        "clients_id_key of public.clients is unique across tenants",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_key_between_organizations_is_found(planted: Planted, fault: str) -> None:
    statement, found = FAULTS[fault]
    assert planted(statement) == [found]


def test_elsewhere_a_random_id_is_let_pass(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.notes (tenant_id uuid, id uuid primary key, number int unique,"
        " title text, unique (title, tenant_id))",
        tenant_column="tenant_id",
    )
    assert found == ["notes_number_key of other.notes is unique across tenants"]


def test_our_own_keys_are_no_fault(planted: Planted) -> None:
    assert planted() == []
