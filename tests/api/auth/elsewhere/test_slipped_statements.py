"""A statement slipped into sign-in where accounts are elsewhere: it vouches, and does no more."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import psycopg
import pytest

from sealedbid.platform.installer import keep_accounts_elsewhere
from tests.fixtures.people import People, World, new_proof
from tests.fixtures.server import Installation

START = "select seal_auth.start_session(%s, %s, %s, now() + interval '1 hour', 1)"
REFUSED = psycopg.errors.InvalidAuthorizationSpecification


@pytest.fixture(scope="module")
def given(make_database: Callable[..., Installation]) -> tuple[Installation, World]:
    """A database of two organizations whose accounts were given away."""
    installation = make_database()
    world = People(installation).world()
    keep_accounts_elsewhere(installation.owner, elsewhere=True)
    return installation, world


def opened(installation: Installation, proof: bytes, org: uuid.UUID) -> bool:
    with installation.connect("sb_api") as api, api.transaction():
        try:
            api.execute("select seal.open('session', %s, %s)", (proof, org))
        except REFUSED:
            return False
        return True


def test_it_can_sign_in_as_a_person_whose_id_it_knows(given: tuple[Installation, World]) -> None:
    """The database has nothing to hold a token of another server against but our word."""
    installation, world = given
    proof = new_proof()
    with installation.connect("sb_auth") as auth:
        auth.execute(START, (proof, world.b.owner.id, uuid.uuid4()))
    assert opened(installation, proof, world.b.id)


def test_it_takes_no_token_over_and_brings_none_back(given: tuple[Installation, World]) -> None:
    installation, world = given
    proof = new_proof()
    with installation.connect("sb_auth") as auth:
        auth.execute(START, (proof, world.a.owner.id, uuid.uuid4()))
        auth.execute(START, (proof, world.b.owner.id, uuid.uuid4()))
        assert opened(installation, proof, world.a.id)
        auth.execute("select seal_auth.sign_out(%s, 'local')", (proof,))
        assert not opened(installation, proof, world.a.id)
        auth.execute(START, (proof, world.a.owner.id, uuid.uuid4()))
        assert not opened(installation, proof, world.a.id)
        with pytest.raises(REFUSED):
            auth.execute(START, (new_proof(), uuid.uuid4(), uuid.uuid4()))


@pytest.mark.parametrize(
    "statement",
    [
        "select * from public.profiles",
        "select * from public.org_members",
        "select * from auth.users",
        "select * from auth.sessions",
        "select * from seal_private.credentials",
        "select * from seal_private.accounts_elsewhere",
        "select core.keep_accounts_elsewhere(false)",
        "select core.appoint_operator('ada@example.org')",
        "select seal.open_person('\\x00')",
    ],
)
def test_it_reads_nothing_and_finds_nobody(
    given: tuple[Installation, World], statement: str
) -> None:
    installation, _ = given
    with (
        installation.connect("sb_auth") as auth,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        auth.execute(statement.encode())


def test_where_accounts_are_here_it_signs_nobody_in_by_name(
    installation: Installation, own_world: World
) -> None:
    with (
        installation.connect("sb_auth") as auth,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        auth.execute(START, (new_proof(), own_world.a.owner.id, uuid.uuid4()))
