"""Nobody has a privilege that their trade does not need."""

from __future__ import annotations

from typing import LiteralString

import pytest

from sealedbid.platform.postgres import Queries
from tests.db.faults import faults
from tests.fixtures.server import Installation

RULES = Queries("tests.db", "grants")

# by subject: the rule, how to break it, and what is then found
CASES: dict[str, tuple[str, LiteralString, str]] = {
    "privileges are on data": (
        "more_than_data",
        "grant truncate on public.clients to sb_tenant",
        "sb_tenant has TRUNCATE on public.clients",
    ),
    "columns give no reference": (
        "more_than_data",
        "grant references (id) on public.clients to sb_tenant",
        "sb_tenant has REFERENCES on public.clients.id",
    ),
    "nobody unknown has anything": (
        "to_anybody",
        "create role anon; grant select on public.clients to anon",
        "anon has SELECT on table public.clients",
    ),
    "not everybody has anything": (
        "to_anybody",
        "create sequence public.numbers; grant usage on sequence public.numbers to public",
        "public has USAGE on sequence public.numbers",
    ),
    "no stranger has anything": (
        "to_strangers",
        "create role visitor; grant execute on function seal.kind() to visitor",
        "visitor has EXECUTE on function seal.kind()",
    ),
    "tables are the tenant's, not the login's": (
        "logins_with_tables",
        "grant select on public.clients to sb_dispatch",
        "sb_dispatch has SELECT on public.clients",
    ),
    "nobody makes anything": (
        "making",
        "grant create on schema public to sb_tenant",
        "sb_api may make something in public",
    ),
    "nobody makes temporary tables": (
        "making",
        "do $$ begin execute format('grant temporary on database %I to public',"
        " current_database()); end $$",
        "sb_api may make something in the database",
    ),
    "nobody looks into what is private": (
        "private",
        "grant usage on schema seal_private to sb_tenant",
        "sb_worker may look into seal_private",
    ),
    "nobody passes a privilege on": (
        "passed_on",
        "grant select on public.clients to sb_gate with grant option",
        "sb_gate may pass SELECT on public.clients on",
    ),
}


@pytest.mark.parametrize("subject", CASES)
def test_every_grant_follows_the_rules(installation: Installation, subject: str) -> None:
    assert faults(installation, RULES[CASES[subject][0]]) == []


@pytest.mark.parametrize("subject", CASES)
def test_a_planted_fault_of_a_grant_is_found(installation: Installation, subject: str) -> None:
    rule, plant, found = CASES[subject]
    assert found in faults(installation, RULES[rule], plant)
