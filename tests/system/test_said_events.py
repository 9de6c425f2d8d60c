"""Events that tenants record are listed and marked as said; nobody imitates those of functions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from psycopg import Connection

from tests.content.shared_link import Shared, share
from tests.db.contexts import REFUSED, attempt, make_key, opened, refused, scalar
from tests.db.documents import as_guest, within
from tests.fixtures.people import World
from tests.fixtures.server import Installation

SAY = "select system.record_event(%s, %s, %s)"
SAID = {
    "file.read": 1,
    "request.refused": 1,
    "proposal.exported": 2,
    "audit_log.exported": 3,
    "knowledge.forgotten": 3,
    "proposal.answered": 2,
    "proposal.sentence_resolved": 2,
    "proposal.approved": 2,
    "proposal.sent": 2,
}
OF_GUESTS = ["link.viewed", "link.downloaded"]
RANKS = {"viewer": 1, "member": 2, "admin": 3, "owner": 4}


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def api(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_api") as connection:
        yield connection


@pytest.fixture
def shared(api: Connection[Any], own_world: World) -> Shared:
    return share(api, own_world)


@pytest.mark.parametrize("role", RANKS)
def test_each_rank_says_what_the_list_gives_it(
    api: Connection[Any], own_world: World, role: str
) -> None:
    with opened(api, own_world.a, role):
        listed = api.execute("select action, least_rank from system.event_actions").fetchall()
        assert dict(listed) == SAID | dict.fromkeys(OF_GUESTS, 0)
        for action, least in SAID.items():
            with attempt(api):
                if RANKS[role] >= least:
                    api.execute(SAY, (action, "files", "1"))
                    continue
                with refused(REFUSED):
                    api.execute(SAY, (action, "files", "1"))
        for action in OF_GUESTS:
            with attempt(api), refused(REFUSED):
                api.execute(SAY, (action, "share_links", str(uuid4())))


def test_nobody_imitates_what_a_function_writes(
    installation: Installation, api: Connection[Any], own_world: World
) -> None:
    """Covers every action in the log by now, whatever tests have run before."""
    with within(api, own_world.a, "owner"):
        scalar(api, "select core.change_role(%s, 'viewer')", own_world.a.member.id)
        scalar(api, "select queue.stop_jobs('a test', %s)", own_world.a.id)
    with installation.as_superuser() as behind:
        written = [
            action
            for (action,) in behind.execute(
                "select distinct action from public.audit_log where not is_said"
                " union values ('operator.acted'), ('member.joined')"
            )
        ]
    assert {"organization.founded", "member.invited", "jobs.stopped"} <= set(written)
    with opened(api, own_world.a, "owner"):
        for action in written:
            with attempt(api), refused(REFUSED):
                api.execute(SAY, (action, "org_members", "1"))


def test_what_is_said_is_marked_and_what_is_done_is_not(
    api: Connection[Any], own_world: World
) -> None:
    with opened(api, own_world.a, "owner"):
        api.execute(SAY, ("file.read", "files", "1"))
        scalar(api, "select core.change_role(%s, 'viewer')", own_world.a.member.id)
        marks = api.execute(
            "select action, is_said from public.audit_log"
            " where action in ('file.read', 'member.ranked')"
        ).fetchall()
    assert dict(marks) == {"file.read": True, "member.ranked": False}


def test_a_guest_says_what_happened_to_their_own_link_and_nothing_else(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    with as_guest(api, own_world.a, shared.proof):
        for action in OF_GUESTS:
            api.execute(SAY, (action, "share_links", str(shared.link)))
        for action, kind, resource in (
            ("link.viewed", "share_links", str(uuid4())),
            ("link.viewed", "proposals", str(shared.link)),
            ("link.viewed", None, None),
            ("file.read", "share_links", str(shared.link)),
            ("organization.founded", "share_links", str(shared.link)),
        ):
            with attempt(api), refused(REFUSED):
                api.execute(SAY, (action, kind, resource))


@pytest.mark.parametrize(
    "statement",
    [
        "insert into system.event_actions values ('member.joined', 1, 'x')",
        "update system.event_actions set least_rank = 0",
        "delete from system.event_actions",
        "select system.record('member.joined', null, null)",
        "select system.record_for(seal.org(), 'member.joined', null, null, '{}')",
        "select system.record_acting(seal.org(), seal.user_id(), 'x')",
    ],
)
def test_nobody_writes_the_list_or_past_it(
    api: Connection[Any], own_world: World, statement: str
) -> None:
    with opened(api, own_world.a, "owner"), refused(REFUSED):
        api.execute(statement.encode())


def test_a_key_says_what_its_rank_may(api: Connection[Any], own_world: World) -> None:
    _, proof = make_key(api, own_world.a, rank=1)
    with api.transaction(force_rollback=True):
        scalar(api, "select seal.open('key', %s, %s)", proof, own_world.a.id)
        api.execute(SAY, ("file.read", "files", "1"))
        with refused(REFUSED), api.transaction():
            api.execute(SAY, ("proposal.exported", "proposals", "1"))
