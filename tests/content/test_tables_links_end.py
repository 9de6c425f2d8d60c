"""A client's link ends with its row, at once."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from tests.content.shared_link import Shared, share
from tests.db.contexts import (
    FORGED,
    OPEN,
    REFUSED,
    attempt,
    opened,
    read_all,
    refused,
    scalar,
    touched,
)
from tests.db.documents import (
    add,
    add_link,
    add_proposal,
    add_version,
    as_guest,
    within,
)
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def shared(api: Connection[Any], own_world: World) -> Shared:
    return share(api, own_world)


@pytest.mark.parametrize("how", ["its row", "its proposal", "revoked"])
def test_a_link_ends_at_once_for_whoever_comes_and_whoever_is_there(
    api: Connection[Any], worker: Connection[Any], own_world: World, shared: Shared, how: str
) -> None:
    with as_guest(worker, own_world.a, shared.proof):
        assert read_all(worker, "public.proposal_versions") == 1
        with within(api, own_world.a, "admin"):
            if how == "its row":
                api.execute("delete from public.share_links where id = %s", (shared.link,))
            elif how == "its proposal":
                api.execute("delete from public.proposals where id = %s", (shared.proposal,))
            else:
                api.execute("select seal.revoke(%s)", (shared.link,))
        # an open transaction sees what the rows say; a revoked link still has its row
        assert read_all(worker, "public.proposal_versions") == (1 if how == "revoked" else 0)
    with refused(FORGED):
        scalar(api, OPEN, "link", shared.proof, own_world.a.id)


def test_an_expired_link_opens_nothing(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    with within(api, own_world.a):
        _, late = add_link(api, "-1 second", proposal_id=shared.proposal, version=1)
    with refused(FORGED):
        scalar(api, OPEN, "link", late, own_world.a.id)


def test_a_link_opens_no_other_organization(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    with refused(REFUSED):
        scalar(api, OPEN, "link", shared.proof, own_world.b.id)


def test_another_organizations_admin_neither_sees_nor_ends_a_link(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    delete = "delete from public.share_links where id = %s"
    with within(api, own_world.b, "admin"):
        assert touched(api, "select from public.share_links where id = %s", shared.link) == 0
        assert touched(api, delete, shared.link) == 0
        api.execute(delete, (shared.link,))
        api.execute("select seal.revoke(%s)", (shared.link,))
        # nor by a row of the same id, whose deletion ends a link of B
        theirs = add_proposal(api)
        add_version(api, theirs)
        add(
            api,
            "share_links",
            id=shared.link,
            proposal_id=theirs,
            version=1,
            expires_at="2100-01-01",
        )
        assert api.execute(delete, (shared.link,)).rowcount == 1
        with attempt(api), refused("23503"):
            add_link(api, proposal_id=shared.proposal, version=1)
    with as_guest(api, own_world.a, shared.proof):
        assert read_all(api, "public.proposal_versions") == 1


def test_a_link_is_not_issued_for_longer_than_its_row_says(
    api: Connection[Any], own_world: World, shared: Shared
) -> None:
    with opened(api, own_world.a):
        row = add(
            api,
            "share_links",
            proposal_id=shared.proposal,
            version=1,
            expires_at="2001-01-01",
        )
        assert (
            touched(
                api,
                "select seal.issue('link', sha256('x'), %s, 0, now() + interval '1 year')",
                row,
            )
            == REFUSED
        )
