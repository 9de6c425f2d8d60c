"""The fingerprint of a schema: what it tells apart, and what it leaves out."""

from __future__ import annotations

from typing import Final, LiteralString

import pytest

from tests.fingerprint.catalog import lines, read
from tests.fingerprint.plain import plain, plain_trigger
from tests.fixtures.server import Installation

BODY: Final[LiteralString] = (
    "create or replace function core.assert_not_above(p_rank int, p_own int) returns void"
    " language plpgsql set search_path = pg_catalog, pg_temp as $$ begin {}"
    " if (p_rank <= p_own) is not true then"
    " raise exception 'the rank is above your own'"
    " using errcode = '23514', constraint = 'org_members_rank_not_above_own';"
    " end if; end $$"
)
CHANGES: Final[dict[str, tuple[LiteralString, ...]]] = {
    "column": ("alter table public.clients alter industry set default 'none'",),
    "constraint": ("alter table public.clients drop constraint clients_name_given",),
    "function": (
        "alter function core.lock_members(uuid) set work_mem = '8MB'",
        "grant execute on function core.lock_members(uuid) to sb_api",
        "create or replace function queue.poison() returns jsonb language sql immutable"
        " set search_path = pg_catalog, pg_temp return jsonb_build_object('reason', 'another')",
    ),
    "index": ("create index another_idx on public.clients (org_id, email)",),
    "policy": ("alter policy tenant_read on public.clients using (true)",),
    "relation": ("alter table public.clients set (fillfactor = 50)",),
    "role": ("alter role sb_api connection limit 7",),
    "role setting": ("alter role sb_api set work_mem = '8MB'",),
    "role membership": ("grant sb_gate to sb_api",),
    "row": ("delete from seal.bounds where column_name = 'notes'",),
    "schema": ("grant usage on schema seal_auth to sb_api",),
    "trigger": ("alter table public.clients disable trigger touch",),
    "database": ("grant temporary on database {} to public",),
}


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        # each reads the whole catalog twice: one is enough for a quick look
        pytest.param(kind, one, marks=[pytest.mark.full] if (kind, place) != ("column", 0) else [])
        for kind, many in CHANGES.items()
        for place, one in enumerate(many)
    ],
)
def test_the_fingerprint_shows_a_change(
    installation: Installation, kind: str, statement: LiteralString
) -> None:
    with installation.as_superuser() as behind:
        before = set(lines(read(behind)))
        with behind.transaction(force_rollback=True):
            behind.execute(statement.replace("{}", installation.database).encode())
            changed = before ^ set(lines(read(behind)))
    assert any(line.split("  ")[1] == kind for line in changed)


@pytest.mark.full
@pytest.mark.parametrize(
    "statement",
    [
        BODY.replace("{}", "-- a comment that says why\n"),
        "comment on table public.clients is 'Others.'",
    ],
)
def test_the_fingerprint_leaves_comments_out(
    installation: Installation, statement: LiteralString
) -> None:
    with installation.as_superuser() as behind, behind.transaction(force_rollback=True):
        before = {line for line in lines(read(behind)) if "  notes  " not in line}
        behind.execute(statement.encode())
        assert before == {line for line in lines(read(behind)) if "  notes  " not in line}


def test_plain_text_keeps_what_is_in_quotes() -> None:
    text = "select 'a -- b',\n  \"c  d\" -- says why\n , $x$ e -- f $x$ /* g */"
    assert plain(text) == "select 'a -- b', \"c  d\" , $x$ e -- f $x$"


def test_columns_of_a_trigger_are_sorted() -> None:
    assert plain_trigger("x BEFORE UPDATE OF b, a ON t") == "x BEFORE UPDATE OF a, b ON t"
