"""A partition that is more open than its parent is found."""

from __future__ import annotations

from typing import LiteralString

from tests.isolation.lints.conftest import Planted

PARENT: LiteralString = (
    "create table public.events (org_id uuid not null, year int not null)"
    " partition by range (year);"
    "alter table public.events enable row level security, force row level security;"
    "create table public.events_2026 partition of public.events for values from (2026) to (2027)"
)


def test_a_leaf_without_row_level_security_is_found(planted: Planted) -> None:
    assert planted(PARENT) == [
        "public.events_2026 is a part of public.events and has row-level security off"
    ]


def test_a_leaf_with_privileges_is_found(planted: Planted) -> None:
    found = planted(
        PARENT,
        "alter table public.events_2026 enable row level security, force row level security",
        "grant select on public.events_2026 to sb_tenant",
    )
    assert found == [
        "public.events_2026 is a part of public.events and gives privileges of its own"
    ]


def test_a_closed_leaf_is_no_fault(planted: Planted) -> None:
    found = planted(PARENT, "alter table public.events_2026 enable row level security")
    assert found == []
