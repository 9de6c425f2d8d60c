"""The openings: each takes a proof, none an id."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection, Error

from tests.db.contexts import add_link_row
from tests.fixtures.people import Organization, People, Person, World, new_proof
from tests.fixtures.server import Installation

OPEN = "select seal.open(%s, %s, %s)"
ISSUE = "select seal.issue(%s, %s, %s, %s, clock_timestamp() + %s)"
DAY = timedelta(days=1)


@pytest.fixture
def api(reached: Installation) -> Iterator[Connection[Any]]:
    with reached.connect("sb_api") as connection:
        yield connection


def refusal(connection: Connection[Any], statement: str, *parameters: Any) -> str | None:
    """Class (as SQLSTATE) of a statement's error, in its own transaction; None if it worked."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement, parameters)
    except Error as error:
        return error.sqlstate
    return None


def issue_key(
    api: Connection[Any], organization: Organization, maker: Person, rank: int = 4
) -> tuple[UUID, bytes]:
    """Issue a key of the organization; returns its row's id and its proof."""
    key_id, proof = uuid.uuid4(), new_proof()
    with api.transaction():
        api.execute(OPEN, ("session", maker.proof, organization.id))
        api.execute(
            "insert into public.api_keys (org_id, id, name, prefix, expires_at)"
            " values (%s, %s, %s, 'x', now() + interval '2 days')",
            (organization.id, key_id, str(key_id)),
        )
        api.execute(ISSUE, ("key", proof, key_id, rank, DAY))
    return key_id, proof


def issue_link(api: Connection[Any], organization: Organization) -> tuple[UUID, bytes]:
    """Issue a link of the organization; returns its row's id and its proof."""
    proof = new_proof()
    with api.transaction():
        api.execute(OPEN, ("session", organization.member.proof, organization.id))
        subject = add_link_row(api)
        api.execute(ISSUE, ("link", proof, subject, 0, DAY))
    return subject, proof


@pytest.mark.parametrize("role", ["viewer", "member", "admin", "owner"])
def test_a_session_opens_ones_own_organization_with_ones_rank(
    api: Connection[Any], world: World, role: str
) -> None:
    with api.transaction():
        opened = api.execute(OPEN, ("session", world.a.person(role).proof, world.a.id)).fetchone()
        assert opened == (["viewer", "member", "admin", "owner"].index(role) + 1,)
        assert api.execute("select seal.user_id()").fetchone() == (world.a.person(role).id,)


def test_a_proof_of_one_organization_does_not_open_another(
    api: Connection[Any], world: World
) -> None:
    assert refusal(api, OPEN, "session", world.a.owner.proof, world.b.id) == "42501"
    assert refusal(api, OPEN, "session", world.stranger.proof, world.a.id) == "42501"
    assert refusal(api, OPEN, "session", world.a.owner.proof, uuid.uuid4()) == "42501"


@pytest.mark.parametrize(
    "proof",
    [b"", b"x", hashlib.sha256(b"guess").digest(), b"\0" * 32],
    ids=["empty", "short", "guessed", "zeros"],
)
def test_an_unknown_proof_opens_nothing(api: Connection[Any], world: World, proof: bytes) -> None:
    for kind in ("session", "key", "link", "invitation", "job", ""):
        assert refusal(api, OPEN, kind, proof, world.a.id) == "28000"
    assert refusal(api, "select seal.open_person(%s)", proof) == "28000"


def test_a_null_opens_nothing(api: Connection[Any], world: World) -> None:
    proof, org_id = world.a.owner.proof, world.a.id
    for given in ((None, proof, org_id), ("session", None, org_id), ("session", proof, None)):
        with api.transaction():
            assert api.execute(OPEN, given).fetchone() == (None,)
            assert api.execute("select seal.org(0)").fetchone() == (None,)
            assert api.execute("select count(*) from public.org_members").fetchone() == (0,)
    with api.transaction():
        assert api.execute("select seal.open_person(null)").fetchone() == (None,)


def test_what_is_stored_opens_nothing(
    api: Connection[Any], installation: Installation, world: World
) -> None:
    """A dump of the credentials opens nothing: the database hashes each proof again."""
    with installation.as_superuser() as behind:
        stored = behind.execute(
            "select stored from seal_private.credentials where user_id = %s", (world.a.owner.id,)
        ).fetchall()
    assert stored
    for (proof,) in stored:
        assert refusal(api, OPEN, "session", proof, world.a.id) == "28000"


def test_a_proof_is_of_its_own_kind(api: Connection[Any], own_world: World) -> None:
    _, key = issue_key(api, own_world.a, own_world.a.admin)
    _, link = issue_link(api, own_world.a)
    assert refusal(api, OPEN, "session", key, own_world.a.id) == "28000"
    assert refusal(api, OPEN, "key", link, own_world.a.id) == "28000"
    assert refusal(api, OPEN, "key", own_world.a.owner.proof, own_world.a.id) == "28000"
    assert refusal(api, "select seal.open_person(%s)", key) == "28000"


def test_a_person_between_organizations_sees_only_what_is_theirs(
    api: Connection[Any], own_world: World, people: People
) -> None:
    both = people.join(own_world.b.id, own_world.b.owner, own_world.a.member, "viewer")
    with api.transaction():
        assert api.execute("select seal.open_person(%s)", (both.proof,)).fetchone() == (both.id,)
        memberships = api.execute("select org_id from public.org_members").fetchall()
        assert {org_id for (org_id,) in memberships} == {own_world.a.id, own_world.b.id}
        names = api.execute("select name from public.organizations").fetchall()
        assert {name for (name,) in names} == {own_world.a.name, own_world.b.name}
        assert api.execute("select id from public.profiles").fetchall() == [(both.id,)]
        for table in ("clients", "services", "audit_log", "jobs", "api_keys", "org_settings"):
            assert api.execute(f"select count(*) from public.{table}").fetchone() == (0,)


def test_inside_one_organization_nothing_tells_of_another_of_ones_own(
    api: Connection[Any], own_world: World, people: People
) -> None:
    both = people.join(own_world.b.id, own_world.b.owner, own_world.a.member, "viewer")
    with api.transaction():
        api.execute(OPEN, ("session", both.proof, own_world.a.id))
        orgs = api.execute("select distinct org_id from public.org_members").fetchall()
        assert orgs == [(own_world.a.id,)]
        assert api.execute("select id from public.organizations").fetchall() == [(own_world.a.id,)]


@pytest.mark.parametrize(
    ("role", "state"), [("viewer", "42501"), ("member", "42501"), ("admin", None), ("owner", None)]
)
def test_only_admins_issue_keys(
    api: Connection[Any], own_world: World, role: str, state: str | None
) -> None:
    maker = own_world.a.person(role if state is None else "admin")
    key_id, _ = issue_key(api, own_world.a, maker)
    with api.transaction():
        api.execute(OPEN, ("session", own_world.a.person(role).proof, own_world.a.id))
        assert refusal(api, ISSUE, "key", new_proof(), key_id, 1, DAY) == state


def test_a_key_that_stands_in_no_list_is_not_issued(api: Connection[Any], own_world: World) -> None:
    theirs, _ = issue_key(api, own_world.b, own_world.b.admin)
    with api.transaction():
        api.execute(OPEN, ("session", own_world.a.owner.proof, own_world.a.id))
        for key_id in (theirs, uuid.uuid4()):
            assert refusal(api, ISSUE, "key", new_proof(), key_id, 1, DAY) == "42501"


def test_a_link_that_stands_in_no_list_is_not_issued(
    api: Connection[Any], own_world: World
) -> None:
    theirs, _ = issue_link(api, own_world.b)
    ours, _ = issue_link(api, own_world.a)
    with api.transaction():
        api.execute(OPEN, ("session", own_world.a.member.proof, own_world.a.id))
        for link_id in (theirs, uuid.uuid4()):
            assert refusal(api, ISSUE, "link", new_proof(), link_id, 0, DAY) == "42501"
        assert refusal(api, ISSUE, "link", new_proof(), ours, 0, DAY) is None


@pytest.mark.parametrize(
    ("kind", "rank", "life"),
    [
        ("session", 1, DAY),
        ("invitation", 1, DAY),
        ("job", 1, DAY),
        ("link", -1, DAY),
        ("link", 5, DAY),
        ("link", None, DAY),
        ("link", 0, timedelta(days=732)),
        ("link", 0, None),
        (None, 0, DAY),
    ],
)
def test_what_may_not_be_issued_is_not(
    api: Connection[Any], world: World, kind: str | None, rank: int | None, life: timedelta | None
) -> None:
    with api.transaction(force_rollback=True):
        api.execute(OPEN, ("session", world.a.owner.proof, world.a.id))
        row = add_link_row(api)
        assert refusal(api, ISSUE, kind, new_proof(), row, rank, life) == "42501"


def test_neither_keys_nor_guests_nor_people_between_issue(
    api: Connection[Any], own_world: World
) -> None:
    _, key = issue_key(api, own_world.a, own_world.a.owner)
    row, link = issue_link(api, own_world.a)
    for statement, parameters in (
        (OPEN, ("key", key, own_world.a.id)),
        (OPEN, ("link", link, own_world.a.id)),
        ("select seal.open_person(%s)", (own_world.a.owner.proof,)),
    ):
        with api.transaction():
            api.execute(statement, parameters)
            assert refusal(api, ISSUE, "link", new_proof(), row, 0, DAY) == "42501"


def test_a_key_is_revoked_at_once_by_its_own_organization_alone(
    api: Connection[Any], own_world: World
) -> None:
    key_id, key = issue_key(api, own_world.b, own_world.b.admin)
    revoke = "select seal.revoke(%s)"
    for opening in (
        ("session", own_world.a.owner.proof, own_world.a.id),
        ("session", own_world.b.member.proof, own_world.b.id),
    ):
        with api.transaction():
            api.execute(OPEN, opening)
            api.execute(revoke, (key_id,))
        assert refusal(api, OPEN, "key", key, own_world.b.id) is None
    with api.transaction():
        api.execute(OPEN, ("session", own_world.b.admin.proof, own_world.b.id))
        api.execute(revoke, (key_id,))
    assert refusal(api, OPEN, "key", key, own_world.b.id) == "28000"


def test_a_guest_is_nobody_of_rank_0_with_the_links_subject(
    api: Connection[Any], own_world: World
) -> None:
    subject, link = issue_link(api, own_world.a)
    with api.transaction():
        assert api.execute(OPEN, ("link", link, own_world.a.id)).fetchone() == (0,)
        answers = api.execute(
            "select seal.user_id(), seal.rank(), seal.org(0), seal.org(1), seal.subject('link')"
        ).fetchone()
        assert answers == (None, 0, own_world.a.id, None, subject)
    assert refusal(api, OPEN, "link", link, own_world.b.id) == "42501"


def test_a_removed_member_is_outside_from_the_next_transaction_on(
    api: Connection[Any], installation: Installation, own_world: World
) -> None:
    with api.transaction():
        api.execute(OPEN, ("session", own_world.a.member.proof, own_world.a.id))
        with installation.connect("sb_api") as other, other.transaction():
            other.execute(OPEN, ("session", own_world.a.admin.proof, own_world.a.id))
            other.execute("select core.remove_member(%s)", (own_world.a.member.id,))
        # this transaction began as a member, and ends as one
        assert api.execute("select seal.rank()").fetchone() == (2,)
    assert refusal(api, OPEN, "session", own_world.a.member.proof, own_world.a.id) == "42501"
