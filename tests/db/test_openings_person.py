"""A person between organizations, and the same person inside one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, LiteralString

import pytest
from psycopg import Connection

from tests.db.contexts import OPEN, REFUSED, attempt, columns, read_all, refused, scalar
from tests.fixtures.people import People, Person, World, new_proof

pytest_plugins = ["tests.fixtures.contexts"]


@pytest.fixture(scope="module")
def both(people: People, stocked: World) -> Person:
    """A person who is in A and in B, and invited to a third organization."""
    person = people.sign_up("commuter")
    people.join(stocked.a.id, stocked.a.owner, person, "admin")
    people.join(stocked.b.id, stocked.b.owner, person, "viewer")
    third = people.found("Third of the commuter")
    with people.installation.connect("sb_api") as api, api.transaction():
        scalar(api, OPEN, "session", third.owner.proof, third.id)
        for email in (person.email.upper(), f"not-{person.email}"):
            api.execute(
                "select core.invite(%s, 'member', %s, %s)",
                (email, new_proof(), datetime.now(UTC) + timedelta(days=1)),
            )
    return person


@pytest.fixture
def between(api: Connection[Any], both: Person) -> Iterator[Connection[Any]]:
    """The person's transaction between organizations."""
    with api.transaction(force_rollback=True):
        assert scalar(api, "select seal.open_person(%s)", both.proof) == both.id
        yield api


@pytest.fixture
def inside(api: Connection[Any], both: Person, stocked: World) -> Iterator[Connection[Any]]:
    """The person's transaction in A."""
    with api.transaction(force_rollback=True):
        assert scalar(api, OPEN, "session", both.proof, stocked.a.id) == 3
        yield api


def column(connection: Connection[Any], statement: LiteralString) -> list[Any]:
    return [row[0] for row in connection.execute(statement)]


def test_between_organizations_there_are_no_tenants_rows(
    between: Connection[Any], public_tables: list[str]
) -> None:
    own = {"profiles": 1, "org_members": 2, "organizations": 2, "invitations": 1}
    for table in public_tables:
        name = table.removeprefix("public.")
        none = 0 if columns(between, table, "select") else REFUSED
        assert read_all(between, table) == own.get(name, none), table


def test_between_organizations_a_person_is_themselves(
    between: Connection[Any], both: Person
) -> None:
    assert column(between, "select id from public.profiles") == [both.id]
    assert scalar(between, "select seal.person()") == both.id
    assert scalar(between, "select seal.user_id()") == both.id
    assert scalar(between, "select seal.rank()") == 0
    for rank in range(5):
        assert scalar(between, "select seal.org(%s)", rank) is None


def test_between_organizations_a_person_changes_their_own_profile_only(
    between: Connection[Any], both: Person
) -> None:
    changed = between.execute(
        "update public.profiles set full_name = 'New' returning id"
    ).fetchall()
    assert changed == [(both.id,)]


def test_between_organizations_a_person_sees_where_they_belong(
    between: Connection[Any], both: Person, stocked: World
) -> None:
    members = between.execute("select org_id, user_id, role from public.org_members").fetchall()
    assert set(members) == {
        (stocked.a.id, both.id, "admin"),
        (stocked.b.id, both.id, "viewer"),
    }
    names = column(between, "select name from public.organizations")
    assert sorted(names) == sorted([stocked.a.name, stocked.b.name])


def test_between_organizations_a_person_sees_their_own_invitations(
    between: Connection[Any], both: Person
) -> None:
    assert column(between, "select lower(email) from public.invitations") == [both.email]


def test_between_organizations_nothing_of_a_tenant_is_written(
    between: Connection[Any], stocked: World
) -> None:
    for organization in (stocked.a, stocked.b):
        with attempt(between), refused(REFUSED):
            between.execute(
                "insert into public.clients (org_id, name) values (%s, 'x')", (organization.id,)
            )
    with attempt(between):
        assert between.execute("update public.clients set name = 'mine'").rowcount == 0
    with attempt(between):
        assert between.execute("delete from public.clients").rowcount == 0


@pytest.mark.parametrize(
    "statement",
    [
        "select seal.issue('link', sha256('x'), gen_random_uuid(), 0, now() + interval '1 day')",
        "select core.invite('x@example.org', 'viewer', sha256('x'), now() + interval '1 day')",
        "select core.change_role(seal.user_id(), 'owner')",
        "select core.update_organization('Mine', null, null, null, null)",
    ],
)
def test_between_organizations_nothing_is_decided(
    between: Connection[Any], statement: LiteralString
) -> None:
    with attempt(between), refused(REFUSED):
        between.execute(statement)


def test_inside_one_organization_the_membership_of_another_is_not_there(
    inside: Connection[Any], stocked: World
) -> None:
    assert set(column(inside, "select org_id from public.org_members")) == {stocked.a.id}


def test_inside_one_organization_the_name_of_another_is_not_there(
    inside: Connection[Any], stocked: World
) -> None:
    assert column(inside, "select name from public.organizations") == [stocked.a.name]


def test_inside_one_organization_invitations_to_another_are_not_there(
    inside: Connection[Any], both: Person, stocked: World
) -> None:
    seen = inside.execute("select org_id, lower(email) from public.invitations").fetchall()
    assert {org for org, _ in seen} <= {stocked.a.id}
    assert (stocked.a.id, f"not-{both.email}") not in seen


def test_inside_one_organization_the_people_of_another_are_not_there(
    inside: Connection[Any], stocked: World
) -> None:
    theirs = {stocked.b.owner.id, stocked.b.admin.id, stocked.b.member.id, stocked.b.viewer.id}
    assert not theirs & set(column(inside, "select id from public.profiles"))
    assert scalar(inside, "select seal.person()") is None


def test_a_stranger_sees_nobody_but_themselves(
    api: Connection[Any], stocked: World, public_tables: list[str]
) -> None:
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", stocked.stranger.proof)
        seen = {table: read_all(api, table) for table in public_tables}
    assert {table: rows for table, rows in seen.items() if rows not in (0, REFUSED)} == {
        "public.profiles": 1
    }
