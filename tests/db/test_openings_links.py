"""A link's holder is a guest: no person, no rank, and only the link's document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from tests.db.contexts import (
    OPEN,
    REFUSED,
    add_link_row,
    attempt,
    columns,
    issue,
    opened,
    read_all,
    refused,
    scalar,
    touched,
)
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]


@pytest.fixture
def link(api: Connection[Any], stocked: World) -> UUID:
    """A row of A for the guest's link, and another beside it."""
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.member.proof, stocked.a.id)
        add_link_row(api)
        return add_link_row(api)


@pytest.fixture
def guest(api: Connection[Any], stocked: World, link: UUID) -> Iterator[Connection[Any]]:
    """A guest's transaction in A; the link is a member's."""
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.member.proof, stocked.a.id)
        proof = issue(api, "link", subject=link)
    with api.transaction(force_rollback=True):
        assert scalar(api, OPEN, "link", proof, stocked.a.id) == 0
        yield api


def test_a_guest_is_nobody(guest: Connection[Any], link: UUID) -> None:
    assert scalar(guest, "select seal.user_id()") is None
    assert scalar(guest, "select seal.person()") is None
    assert scalar(guest, "select seal.rank()") == 0
    assert scalar(guest, "select seal.kind()") == "link"
    assert scalar(guest, "select seal.subject('link')") == link


def test_a_guest_is_in_the_organization_for_guests_alone(
    guest: Connection[Any], stocked: World
) -> None:
    assert scalar(guest, "select seal.org(0)") == stocked.a.id
    for rank in range(1, 5):
        assert scalar(guest, "select seal.org(%s)", rank) is None
    assert scalar(guest, "select seal.org()") is None


def test_a_guest_sees_their_link_and_the_version_it_shows_and_nothing_else_of_any_table(
    guest: Connection[Any], link: UUID, public_tables: list[str]
) -> None:
    seen = {table: read_all(guest, table) for table in public_tables}
    assert {table: rows for table, rows in seen.items() if rows not in (0, REFUSED)} == {
        "public.share_links": 1,
        "public.proposal_versions": 1,
    }
    unreadable = {table for table in public_tables if not columns(guest, table, "select")}
    assert {table for table, rows in seen.items() if rows == REFUSED} == unreadable
    row = guest.execute("select id, proposal_id, version from public.share_links").fetchone()
    assert row is not None
    assert row[0] == link
    shown = guest.execute("select proposal_id, number from public.proposal_versions").fetchone()
    assert shown == row[1:]


def test_a_guest_writes_nothing_to_any_table(
    guest: Connection[Any], stocked: World, public_tables: list[str]
) -> None:
    for table in public_tables:
        if "org_id" in columns(guest, table, "insert"):
            insert = f"insert into {table} (org_id) values (%s)"
            assert touched(guest, insert, stocked.a.id) == REFUSED, table
        else:
            assert touched(guest, f"insert into {table} default values") == REFUSED, table
        for column in columns(guest, table, "update"):
            assert touched(guest, f"update {table} set {column} = default") == 0, table
        assert touched(guest, f"delete from {table}") in (0, REFUSED), table


@pytest.mark.parametrize("kind", ["key", "link"])
def test_a_guest_issues_nothing(guest: Connection[Any], link: UUID, kind: str) -> None:
    with attempt(guest), refused(REFUSED):
        issue(guest, kind, subject=link, rank=0)


def test_a_guest_revokes_nothing(guest: Connection[Any], link: UUID, stocked: World) -> None:
    with attempt(guest):
        guest.execute("select seal.revoke(%s)", (link,))
        guest.execute("select seal.revoke(%s)", (stocked.a.owner.session_id,))
    with refused("25001"):  # still open, and still valid for an opening
        scalar(guest, OPEN, "session", stocked.a.owner.proof, stocked.a.id)


def test_a_link_of_a_high_rank_is_still_a_guests(api: Connection[Any], stocked: World) -> None:
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.owner.proof, stocked.a.id)
        proof = issue(api, "link", rank=4)
    with api.transaction():
        assert scalar(api, OPEN, "link", proof, stocked.a.id) == 0


def test_a_revoked_link_is_refused(api: Connection[Any], stocked: World, link: UUID) -> None:
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.member.proof, stocked.a.id)
        proof = issue(api, "link", subject=link)
    with api.transaction():
        scalar(api, OPEN, "session", stocked.b.owner.proof, stocked.b.id)
        api.execute("select seal.revoke(%s)", (link,))  # another's, so nothing happens
    with api.transaction():
        assert scalar(api, OPEN, "link", proof, stocked.a.id) == 0
    with opened(api, stocked.a):
        pass
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.member.proof, stocked.a.id)
        api.execute("select seal.revoke(%s)", (link,))
    with refused("28000"):
        scalar(api, OPEN, "link", proof, stocked.a.id)
