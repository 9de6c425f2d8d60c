"""Whatever acts with another's rights is on the list, and says what it does."""

from __future__ import annotations

from typing import LiteralString

import pytest

from sealedbid.platform.postgres import Queries
from tests.db.faults import faults
from tests.fixtures.server import Installation

RULES = Queries("tests.db", "functions")

# by subject: the rule, how to break it, and what is then found
CASES: dict[str, tuple[str, LiteralString, str]] = {
    "what acts with another's rights is listed": (
        "definers",
        "create function core.peep() returns bigint language sql security definer return 1",
        "core.peep(): is not listed",
    ),
    "what is listed is there": (
        "definers",
        "drop function core.appoint_operator(text)",
        "core.appoint_operator(text): is listed and not there",
    ),
    "what is listed belongs to whom the list says": (
        "definers",
        "alter function seal.revoke(uuid) owner to sb_gate",
        "seal.revoke(uuid): belongs to somebody else",
    ),
    "who may call it is listed": (
        "definers",
        "grant execute on function seal_auth.create_user(text, text, text) to sb_api",
        "seal_auth.create_user(text,text,text): is called by others",
    ),
    "names are resolved in our schemas alone": (
        "unpinned",
        "alter function seal.issue(text, bytea, uuid, int, timestamptz) reset all",
        "seal.issue(text,bytea,uuid,integer,timestamp with time zone) has no pinned search_path",
    ),
    "functions have no rights but ours": (
        "untrusted",
        "alter function seal.revoke(uuid) owner to postgres",
        "seal.revoke(uuid) has rights that are none of ours",
    ),
    "nothing tells more than it is asked": (
        "untrusted",
        "alter function seal.kind() leakproof",
        "seal.kind() is leakproof",
    ),
    "nobody unknown may call anything": (
        "open_to_all",
        "create function core.hello() returns int language sql return 1",
        "public may execute core.hello()",
    ),
    "what a login may call says what it does": (
        "without_comment",
        "comment on function seal.kind() is null",
        "seal.kind() has no comment",
    ),
    "triggers run our functions": (
        "foreign_triggers",
        "alter table public.clients disable trigger touch",
        "touch on public.clients runs seal_private.touch()",
    ),
}


@pytest.mark.parametrize("subject", CASES)
def test_every_function_follows_the_rules(installation: Installation, subject: str) -> None:
    assert faults(installation, RULES[CASES[subject][0]]) == []


@pytest.mark.parametrize("subject", CASES)
def test_a_planted_fault_of_a_function_is_found(installation: Installation, subject: str) -> None:
    rule, plant, found = CASES[subject]
    assert found in faults(installation, RULES[rule], plant)


def test_a_new_function_of_the_installer_is_for_nobody(installation: Installation) -> None:
    with installation.as_owner() as owner, owner.transaction(force_rollback=True):
        owner.execute("create function core.hello() returns int language sql return 1")
        allowed = owner.execute(
            "select rolname from pg_roles where rolname ~ '^sb_' and rolcanlogin"
            " and has_function_privilege(oid, 'core.hello()', 'execute')"
        ).fetchall()
    assert allowed == []
