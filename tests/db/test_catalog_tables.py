"""Every table is closed, belongs to an organisation, and says what it is."""

from __future__ import annotations

from typing import LiteralString

import pytest

from sealedbid.platform.postgres import Queries
from tests.db.faults import faults
from tests.fixtures.server import Installation

RULES = Queries("tests.db", "tables")

# by subject: the rule, how to break it, and what is then found
CASES: dict[str, tuple[str, LiteralString, str]] = {
    "row-level security is forced": (
        "not_forced",
        "alter table public.clients no force row level security",
        "public.clients: row-level security is not forced",
    ),
    "row-level security is on": (
        "not_forced",
        "create table public.notes (org_id uuid not null)",
        "public.notes: row-level security is off",
    ),
    "rows belong to an organisation": (
        "without_org",
        "create table public.notes (org_id text)",
        "public.notes: no org_id uuid not null",
    ),
    "rows stay in their organisation": (
        "org_can_move",
        "grant update (org_id) on public.clients to sb_tenant",
        "sb_tenant may update public.clients.org_id",
    ),
    "nothing shows rows past the policies": (
        "open_relations",
        "create view public.all_clients as select * from public.clients",
        "public.all_clients is a view with its owner's eyes",
    ),
    "tables say what they are": (
        "without_comment",
        "comment on table public.clients is null",
        "public.clients has no comment",
    ),
    "deviations name what is there": (
        "deviations_from_nothing",
        "drop policy own_profile on public.profiles",
        "policy own_profile of public.profiles",
    ),
}


@pytest.mark.parametrize("subject", CASES)
def test_every_table_follows_the_rules(installation: Installation, subject: str) -> None:
    assert faults(installation, RULES[CASES[subject][0]]) == []


@pytest.mark.parametrize("subject", CASES)
def test_a_planted_fault_of_a_table_is_found(installation: Installation, subject: str) -> None:
    rule, plant, found = CASES[subject]
    assert found in faults(installation, RULES[rule], plant)
