"""The floor lies under every tenant table, and every policy names organisation and rank."""

from __future__ import annotations

from typing import LiteralString

import pytest

from sealedbid.platform.postgres import Queries
from tests.db.faults import faults
from tests.fixtures.server import Installation

RULES = Queries("tests.db", "policies")

# by subject: the rule, how to break it, and what is then found
CASES: dict[str, tuple[str, LiteralString, str]] = {
    "the floor is there": (
        "without_floor",
        "drop policy tenant_floor on public.clients",
        "public.clients has no floor",
    ),
    "the floor is canonical": (
        "without_floor",
        "alter policy tenant_floor on public.clients using (org_id is not null)",
        "public.clients has no floor",
    ),
    "the floor checks what is written": (
        "without_floor",
        "alter policy tenant_floor on public.clients with check (true)",
        "public.clients has no floor",
    ),
    "a listed floor still checks what is written": (
        "without_floor",
        "alter policy tenant_floor on public.org_members with check (user_id is not null)",
        "public.org_members has no floor",
    ),
    "policies name organisation and rank": (
        "unbounded",
        "alter policy tenant_read on public.clients"
        " using (org_id = (select seal.org(1)) or status = 'past')",
        "tenant_read on public.clients is not bounded by organisation and rank",
    ),
    "both sides of an update are written": (
        "unchecked",
        "create policy rewrite on public.clients for update to sb_tenant"
        " using (org_id = (select seal.org(1)))",
        "rewrite on public.clients has no check of its own",
    ),
    "who else is let in is listed": (
        "unlisted",
        "create policy peep on public.clients to sb_gate using (true)",
        "peep on public.clients lets {sb_gate} in",
    ),
    "functions of policies keep to a statement": (
        "functions",
        "alter function seal.org(integer) immutable",
        "seal.org(integer) in public.clients: is not stable",
    ),
    "functions of policies are called once a statement": (
        "bare_calls",
        "alter policy tenant_read on public.clients using (org_id = seal.org(1))",
        "tenant_read on public.clients calls a function for each row",
    ),
}


@pytest.mark.parametrize("subject", CASES)
def test_every_policy_follows_the_rules(installation: Installation, subject: str) -> None:
    assert faults(installation, RULES[CASES[subject][0]]) == []


@pytest.mark.parametrize("subject", CASES)
def test_a_planted_fault_of_a_policy_is_found(installation: Installation, subject: str) -> None:
    rule, plant, found = CASES[subject]
    assert found in faults(installation, RULES[rule], plant)
