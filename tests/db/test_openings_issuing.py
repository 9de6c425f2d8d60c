"""Issuing keys and links: who may, and which are never issued."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg import Connection

from tests.db.contexts import (
    OPEN,
    REFUSED,
    Work,
    add_key_row,
    add_link_row,
    attempt,
    issue,
    make_key,
    opened,
    refused,
    scalar,
)
from tests.fixtures.people import Organization, World, new_proof

pytest_plugins = ["tests.fixtures.contexts"]


def make_link_row(api: Connection[Any], organization: Organization) -> UUID:
    """A row of the organization that stays, without a link of it."""
    with api.transaction():
        scalar(api, OPEN, "session", organization.member.proof, organization.id)
        return add_link_row(api)


@pytest.mark.parametrize("role", ["viewer", "member"])
def test_those_below_an_admin_issue_no_key(api: Connection[Any], stocked: World, role: str) -> None:
    row, _ = make_key(api, stocked.a)
    with opened(api, stocked.a, role):
        for subject in (row, uuid4()):
            with attempt(api), refused(REFUSED):
                issue(api, "key", subject=subject, rank=0)


def test_a_viewer_issues_no_link(api: Connection[Any], stocked: World) -> None:
    row = make_link_row(api, stocked.a)
    with opened(api, stocked.a, "viewer"), refused(REFUSED):
        issue(api, "link", subject=row, rank=0)


@pytest.mark.parametrize("kind", ["session", "invitation", "job", "system", "", None])
def test_nothing_but_keys_and_links_is_issued(
    api: Connection[Any], stocked: World, kind: Any
) -> None:
    with opened(api, stocked.a, "owner"), refused(REFUSED):
        issue(api, kind, subject=stocked.a.owner.id)


@pytest.mark.parametrize("rank", [-1, 5, 1000, None])
def test_a_rank_that_is_none_is_not_issued(api: Connection[Any], stocked: World, rank: Any) -> None:
    with opened(api, stocked.a, "owner"), refused(REFUSED):
        issue(api, "link", rank=rank)


@pytest.mark.parametrize("lasts", ["2 years 1 day", "1000 years", None])
@pytest.mark.parametrize("kind", ["key", "link"])
def test_nothing_is_issued_for_more_than_two_years(
    api: Connection[Any], stocked: World, kind: str, lasts: Any
) -> None:
    with opened(api, stocked.a, "admin"):
        row = add_link_row(api) if kind == "link" else add_key_row(api, stocked.a)
        with attempt(api), refused(REFUSED):
            issue(api, kind, subject=row, lasts=lasts)
        issue(api, kind, subject=row, lasts="1 year 364 days")


def test_nothing_is_issued_for_eternity(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a, "admin"):
        row = add_link_row(api)
        with refused(REFUSED):
            api.execute("select seal.issue('link', %s, %s, 0, 'infinity')", (new_proof(), row))


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_proof_that_could_be_guessed_is_not_issued(
    api: Connection[Any], stocked: World, size: int
) -> None:
    with opened(api, stocked.a):
        row = add_link_row(api)
        with refused("22023"):
            api.execute(
                "select seal.issue('link', %s, %s, 0, now() + interval '1 day')",
                (bytes(size), row),
            )


def test_a_key_that_is_in_no_list_is_not_issued(api: Connection[Any], stocked: World) -> None:
    row_of_b, _ = make_key(api, stocked.b)
    with opened(api, stocked.a, "owner"):
        for subject in (uuid4(), row_of_b):
            with attempt(api), refused(REFUSED):
                issue(api, "key", subject=subject)


def test_a_link_that_is_in_no_list_is_not_issued(api: Connection[Any], stocked: World) -> None:
    row_of_b = make_link_row(api, stocked.b)
    key_row, _ = make_key(api, stocked.a)
    with opened(api, stocked.a, "owner"):
        for subject in (uuid4(), row_of_b, key_row):
            with attempt(api), refused(REFUSED):
                issue(api, "link", subject=subject, rank=0)
    with opened(api, stocked.b):
        issue(api, "link", subject=row_of_b, rank=0)


def test_a_proof_belongs_to_one_holder(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a, "owner"):
        row = add_link_row(api)
        with refused("23505"):
            api.execute(
                "select seal.issue('link', %s, %s, 0, now() + interval '1 day')",
                (stocked.b.owner.proof, row),
            )


def test_a_key_issues_nothing(api: Connection[Any], stocked: World) -> None:
    row, proof = make_key(api, stocked.a)
    with api.transaction(force_rollback=True):
        assert scalar(api, OPEN, "key", proof, stocked.a.id) == 3
        for kind, subject in (("key", row), ("link", add_link_row(api))):
            with attempt(api), refused(REFUSED):
                issue(api, kind, subject=subject, rank=0)


def test_a_job_issues_nothing(worker: Connection[Any], work: Work, stocked: World) -> None:
    lease = work.lease(stocked.a, "owner")
    with worker.transaction():
        opened_as = scalar(
            worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id
        )
        assert opened_as == 4
        row = add_link_row(worker)
        with attempt(worker), refused(REFUSED):
            issue(worker, "link", subject=row)
