"""A client's link to a version of a proposal shows that version, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from tests.content.shared_link import Shared, share
from tests.db.contexts import (
    REFUSED,
    attempt,
    opened,
    read_all,
    refused,
    touched,
)
from tests.db.documents import (
    as_guest,
    change,
)
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def shared(api: Connection[Any], own_world: World) -> Shared:
    return share(api, own_world)


def test_a_guest_sees_one_version_and_their_link_and_no_other_row(
    api: Connection[Any], own_world: World, shared: Shared, public_tables: list[str]
) -> None:
    with as_guest(api, own_world.a, shared.proof):
        seen = api.execute("select id from public.proposal_versions").fetchall()
        assert seen == [(shared.version,)]
        assert api.execute("select id from public.share_links").fetchall() == [(shared.link,)]
        for table in set(public_tables) - {"public.proposal_versions", "public.share_links"}:
            # proposals, line items, citations, clients: every table
            assert read_all(api, table) in (0, REFUSED), table


def test_a_guest_changes_neither_their_link_nor_what_it_shows(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    with as_guest(api, own_world.a, shared.proof):
        assert touched(api, "update public.share_links set allow_download = true") == 0
        assert touched(api, "update public.share_links set version = 2") == REFUSED
        assert touched(api, "delete from public.share_links") == 0
        assert touched(api, "delete from public.proposal_versions") == REFUSED
        assert touched(api, "update public.proposal_versions set title = 'x'") == REFUSED


def test_what_a_link_shows_is_not_changed_later(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    later: dict[str, Any] = {"version": 2, "expires_at": "2200-01-01", "contract_id": None}
    with opened(api, own_world.a, "owner"):
        for column, value in later.items():
            with attempt(api), refused(REFUSED):
                change(api, "share_links", shared.link, **{column: value})


@pytest.mark.parametrize("role", ["viewer", "member", "admin", "owner"])
def test_a_links_password_is_written_by_members_and_read_by_nobody(
    api: Connection[Any], own_world: World, shared: Shared, role: str
) -> None:
    write = (
        "update public.share_links set password_salt = decode(repeat('00', 16), 'hex'),"
        " password_proof = decode(repeat('00', 32), 'hex')"
    )
    reads = (
        "select password_salt from public.share_links",
        "select password_proof from public.share_links",
        "select * from public.share_links",
        "select from public.share_links where password_proof = decode(repeat('00', 32), 'hex')",
    )
    with opened(api, own_world.a, role):
        for read in reads:
            assert touched(api, read) == REFUSED
        assert touched(api, write) == (0 if role == "viewer" else 2)
        assert touched(api, f"{write} returning password_proof") == REFUSED
        assert touched(api, f"{write} returning password_salt") == REFUSED
    with as_guest(api, own_world.a, shared.proof):
        for read in reads:
            assert touched(api, read) == REFUSED
