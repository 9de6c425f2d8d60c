"""The roles can do what their table says, and nothing beside it."""

from __future__ import annotations

from typing import LiteralString

import pytest

from sealedbid.platform.postgres import Queries
from tests.db.faults import behind, faults
from tests.fixtures.server import Installation

RULES = Queries("tests.db", "roles")

# by subject: the rule, how to break it, and what is then found
CASES: dict[str, tuple[str, LiteralString, str]] = {
    "the roles are those of the design": (
        "attributes",
        "create role sb_support bypassrls",
        "sb_support is no role of ours",
    ),
    "no role bypasses row-level security": (
        "attributes",
        "alter role sb_gate bypassrls",
        "sb_gate bypasses row-level security",
    ),
    "no login is a member of more": (
        "memberships",
        "grant sb_gate to sb_api",
        "sb_api is a member of sb_gate",
    ),
    "nobody else is a member of ours": (
        "memberships",
        "create role visitor; grant sb_tenant to visitor",
        "visitor is a member of sb_tenant",
    ),
    "requests and jobs are tenants": (
        "not_in_tenant",
        "alter role sb_api noinherit; revoke sb_tenant from sb_api granted by sealedbid",
        "sb_api is no tenant",
    ),
    "no login owns anything": (
        "owning",
        "alter table public.clients owner to sb_api",
        "sb_api owns something in shared",
    ),
    "no role comes with settings": (
        "settings",
        "alter role sb_api set row_security = off",
        "sb_api comes with settings",
    ),
}


@pytest.mark.parametrize("subject", CASES)
def test_every_role_follows_the_rules(installation: Installation, subject: str) -> None:
    assert faults(installation, RULES[CASES[subject][0]]) == []


@pytest.mark.parametrize("subject", CASES)
def test_a_planted_fault_of_a_role_is_found(installation: Installation, subject: str) -> None:
    rule, plant, found = CASES[subject]
    assert found in faults(installation, RULES[rule], plant)


def test_logins_look_into_the_schemas_of_their_trade(installation: Installation) -> None:
    with behind(installation) as connection:
        rows = connection.execute(
            "select l.rolname, s.name from our_logins l, our_schemas s"
            " where s.name <> 'public' and has_schema_privilege(l.oid, s.oid, 'usage')"
        ).fetchall()
    assert set(rows) == {
        *(("sb_api", schema) for schema in ("seal", "core", "system", "intelligence")),
        *(("sb_worker", schema) for schema in ("seal", "queue", "system", "intelligence")),
        ("sb_auth", "seal_auth"),
        ("sb_dispatch", "queue"),
    }
