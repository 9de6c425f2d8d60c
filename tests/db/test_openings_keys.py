"""API keys: their rank, and their end."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from psycopg import Connection

from tests.db.contexts import (
    FORGED,
    OPEN,
    REFUSED,
    add_key_row,
    add_link_row,
    attempt,
    clients_seen,
    issue,
    make_key,
    opened,
    refused,
    scalar,
)
from tests.db.documents import within
from tests.fixtures.people import Organization, People, World

pytest_plugins = ["tests.fixtures.contexts"]

RANKS = {"viewer": 1, "member": 2, "admin": 3, "owner": 4}


def rank_with(api: Connection[Any], kind: str, proof: bytes, organization: Organization) -> Any:
    with api.transaction(force_rollback=True):
        return scalar(api, OPEN, kind, proof, organization.id)


@pytest.mark.parametrize("rank", range(5))
def test_a_key_ranks_no_higher_than_it_was_made_for_nor_than_its_maker(
    api: Connection[Any], stocked: World, rank: int
) -> None:
    _, proof = make_key(api, stocked.a, rank)
    assert rank_with(api, "key", proof, stocked.a) == min(rank, RANKS["admin"])


@pytest.mark.parametrize("kind", ["key", "link"])
def test_a_credential_of_one_organization_opens_no_other(
    api: Connection[Any], stocked: World, kind: str
) -> None:
    with api.transaction():
        scalar(api, OPEN, "session", stocked.b.admin.proof, stocked.b.id)
        row = add_link_row(api) if kind == "link" else add_key_row(api, stocked.b)
        proof = issue(api, kind, subject=row)
    for organization in (stocked.a.id, uuid4()):
        with refused(REFUSED):
            scalar(api, OPEN, kind, proof, organization)
    with refused(FORGED):
        scalar(api, "select seal.open_person(%s)", proof)
    with refused(FORGED):
        scalar(api, OPEN, "session", proof, stocked.b.id)


def test_a_key_sees_its_organization_and_acts_as_its_maker(
    api: Connection[Any], stocked: World
) -> None:
    row, proof = make_key(api, stocked.a)
    with api.transaction():
        scalar(api, OPEN, "key", proof, stocked.a.id)
        assert clients_seen(api) == [stocked.a.name]
        assert scalar(api, "select seal.user_id()") == stocked.a.admin.id
        assert scalar(api, "select seal.subject('key')") == row
        assert scalar(api, "select seal.kind()") == "key"


def test_a_key_decides_nothing_of_memberships(api: Connection[Any], stocked: World) -> None:
    _, proof = make_key(api, stocked.a)
    with api.transaction():
        scalar(api, OPEN, "key", proof, stocked.a.id)
        for statement in (
            "select core.change_role(%s, 'viewer')",
            "select core.remove_member(%s)",
            "select core.invite('x@example.org', 'viewer', uuid_send(%s), now())",
        ):
            with attempt(api), refused(REFUSED):
                scalar(api, statement, stocked.a.viewer.id)


@pytest.mark.parametrize("how", ["revoked", "its row deleted", "its maker removed", "it expired"])
def test_a_key_ends_when(people: People, api: Connection[Any], how: str) -> None:
    organization = people.found("For keys that end")
    row, proof = make_key(api, organization)
    assert rank_with(api, "key", proof, organization) == RANKS["admin"]
    with api.transaction():
        scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        if how == "revoked":
            api.execute("select seal.revoke(%s)", (row,))
        elif how == "its row deleted":
            api.execute("delete from public.api_keys where id = %s", (row,))
        elif how == "its maker removed":
            api.execute("select core.remove_member(%s)", (organization.admin.id,))
    if how == "it expired":
        with within(api, organization, "admin"):
            proof = issue(api, "key", subject=row, lasts="-1 second")
    with refused(FORGED):
        scalar(api, OPEN, "key", proof, organization.id)


def test_a_key_sinks_with_its_maker(people: People, api: Connection[Any]) -> None:
    organization = people.found("For keys that sink")
    _, proof = make_key(api, organization)
    with api.transaction():
        scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        api.execute("select core.change_role(%s, 'viewer')", (organization.admin.id,))
    assert rank_with(api, "key", proof, organization) == RANKS["viewer"]


def test_a_member_revokes_links_but_no_keys(people: People, api: Connection[Any]) -> None:
    organization = people.found("For revoking")
    row, key = make_key(api, organization)
    with api.transaction():
        scalar(api, OPEN, "session", organization.member.proof, organization.id)
        subject = add_link_row(api)
        link = issue(api, "link", subject=subject)
    with api.transaction():
        scalar(api, OPEN, "session", organization.member.proof, organization.id)
        api.execute("select seal.revoke(%s), seal.revoke(%s)", (row, subject))
    assert rank_with(api, "key", key, organization) == RANKS["admin"]
    with refused(FORGED):
        scalar(api, OPEN, "link", link, organization.id)


def test_nobody_revokes_a_session_of_their_organization(
    api: Connection[Any], stocked: World
) -> None:
    """Sessions belong to people, and end by signing out."""
    with opened(api, stocked.a, "owner"):
        api.execute("select seal.revoke(%s)", (stocked.a.member.session_id,))
        api.execute("select seal.revoke(%s)", (stocked.b.member.session_id,))
    for organization in (stocked.a, stocked.b):
        assert rank_with(api, "session", organization.member.proof, organization) == 2
