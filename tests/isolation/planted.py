"""Ten holes that a hurried migration could bring, each properly admitted and noted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from psycopg import Connection, sql

from sealedbid.platform.postgres import Queries

STATEMENTS: Final = Queries("tests.isolation", "planted")


class Hole(NamedTuple):
    """A statement of planted.sql, or a function's body in which one text replaces another."""

    name: str
    found_at: str
    """The name in the report of `prove`."""
    function: str = ""
    was: str = ""
    now: str = ""


HOLES: Final = (
    Hole("believes_an_id", "sb_api: core.client_name(uuid)"),
    Hole("searches_all", "sb_api: core.find_client(text)"),
    Hole("session_for_anybody", "sb_api: core.start_session("),
    Hole("claim_for_bodies", "sb_worker: queue.claim("),
    Hole(
        "stop_for_any_organization",
        "sb_api: queue.stop_jobs(",
        "queue.stop_jobs(text, uuid, text, uuid)",
        "if (v_is_operator or p_org = seal.org(",
        "if (true or p_org = seal.org(",
    ),
    Hole(
        "total_of_two",
        "same ids: public.proposals",
        "seal_private.total_proposal()",
        "where i.org_id = v_item.org_id and i.proposal_id",
        "where i.proposal_id",
    ),
    Hole("rank_may_be_written", "insert: public.jobs"),
    Hole("rank_by_default", "insert: public.jobs"),
    Hole(
        "invitation_from_any_address",
        "sb_api: core.accept_invitation(",
        "core.accept_invitation(bytea, uuid)",
        " and lower(p.email) = lower(v_invitation.email)",
        "",
    ),
    Hole("memberships_elsewhere", "sb_api: core.memberships()"),
)


@contextmanager
def planted(owner: Connection[Any], hole: Hole) -> Iterator[None]:
    """Plant the hole as a migration would, with everything that the audit demands; undo it."""
    if not hole.function:
        before: sql.SQL = sql.SQL(STATEMENTS["undo"])
        after = sql.SQL(STATEMENTS[hole.name])
    else:
        row = owner.execute(
            "select pg_get_functiondef(%s::regprocedure)", [hole.function]
        ).fetchone()
        assert row is not None
        assert hole.was in row[0]
        before, after = sql.SQL(row[0]), sql.SQL(row[0].replace(hole.was, hole.now))
    owner.execute(after)
    owner.execute("select seal_private.note()")
    try:
        yield
    finally:
        owner.execute(before)
        owner.execute("select seal_private.note()")
