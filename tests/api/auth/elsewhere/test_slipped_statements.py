"""A statement slipped into sign-in where accounts are elsewhere: nobody vouches for it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from psycopg import Connection

from sealedbid.platform.installer import keep_accounts_elsewhere
from tests.fixtures.elsewhere import KEY, Said, Session
from tests.fixtures.people import People, World, new_proof
from tests.fixtures.server import Installation

REFUSED = psycopg.errors.InvalidAuthorizationSpecification
MADE_UP = [None, b"", b"\0" * 32, b"made up".ljust(32, b"!")]
SHOWN = "select email, email_confirmed_at is not null from public.profiles where id = %s"


@pytest.fixture(scope="module")
def given(make_database: Callable[..., Installation]) -> tuple[Installation, World]:
    """A database of two organizations whose accounts were given away."""
    installation = make_database()
    world = People(installation).world()
    keep_accounts_elsewhere(installation.owner, KEY)
    return installation, world


@pytest.fixture
def auth(given: tuple[Installation, World]) -> Iterator[Connection[Any]]:
    with given[0].connect("sb_auth") as connection:
        yield connection


def shown(installation: Installation, person: uuid.UUID) -> Any:
    with installation.as_superuser() as behind:
        return behind.execute(SHOWN, (person,)).fetchone()


def opened(installation: Installation, proof: bytes, org: uuid.UUID) -> bool:
    with installation.connect("sb_api") as api, api.transaction():
        try:
            api.execute("select seal.open('session', %s, %s)", (proof, org))
        except REFUSED:
            return False
        return True


def test_what_the_process_vouches_for_counts(
    given: tuple[Installation, World], auth: Connection[Any]
) -> None:
    """Or else nothing below would show anything."""
    installation, world = given
    said = Said(world.b.owner.id, "new@example.org")
    said.tell(auth, said.mac())
    assert shown(installation, said.id) == ("new@example.org", True)
    session = Session(new_proof(), world.b.owner.id)
    session.start(auth, session.mac())
    assert opened(installation, session.proof, world.b.id)


@pytest.mark.parametrize("mac", MADE_UP)
def test_it_signs_in_as_nobody_whose_id_it_knows(
    given: tuple[Installation, World], auth: Connection[Any], mac: bytes | None
) -> None:
    installation, world = given
    session = Session(new_proof(), world.b.owner.id)
    for made_up in (mac, session.mac(key=b"\0" * 32)):
        with pytest.raises(REFUSED, match="nobody vouches"):
            session.start(auth, made_up)
    assert not opened(installation, session.proof, world.b.id)


@pytest.mark.parametrize("mac", MADE_UP)
def test_it_gives_nobody_an_address(
    given: tuple[Installation, World], auth: Connection[Any], mac: bytes | None
) -> None:
    installation, world = given
    for said in (
        Said(uuid.uuid4(), world.a.owner.email),
        Said(world.a.viewer.id, world.a.owner.email),
    ):
        before = shown(installation, said.id)
        for made_up in (mac, said.mac(key=b"\0" * 32)):
            with pytest.raises(REFUSED, match="nobody vouches"):
                said.tell(auth, made_up)
        assert shown(installation, said.id) == before


@pytest.mark.parametrize(
    "changed",
    [
        {"proof": new_proof()},
        {"person": uuid.uuid4()},
        {"id": uuid.uuid4()},
        {"expires_at": datetime.now(UTC) + timedelta(days=1)},
        {"level": 2},
        {"level": None},
        {"proof": None},
    ],
)
def test_a_mac_of_a_token_is_for_no_other_token_person_or_time(
    given: tuple[Installation, World], auth: Connection[Any], changed: dict[str, Any]
) -> None:
    session = Session(new_proof(), given[1].a.owner.id)
    with pytest.raises(REFUSED, match="nobody vouches"):
        replace(session, **changed).start(auth, session.mac())
    with pytest.raises(REFUSED, match="nobody vouches"):
        replace(session, person=given[1].b.owner.id).start(auth, session.mac())


@pytest.mark.parametrize(
    "changed",
    [
        {"id": uuid.uuid4()},
        {"address": "victim@example.org"},
        {"address": None},
        {"name": "Another"},
        {"name": None},
        {"confirmed_at": datetime.now(UTC)},
        {"at": datetime.now(UTC) + timedelta(seconds=1)},
        {"at": None},
        {"address": "A Person", "name": "a@example.org"},
    ],
)
def test_a_mac_of_a_person_is_for_nothing_else(
    auth: Connection[Any], changed: dict[str, Any]
) -> None:
    said = Said(uuid.uuid4(), "a@example.org", None)
    with pytest.raises(REFUSED, match="nobody vouches"):
        replace(said, **changed).tell(auth, said.mac())


@pytest.mark.parametrize(("minutes", "counts"), [(-6, False), (-4, True), (4, True), (6, False)])
def test_an_older_address_is_put_back_for_five_minutes_and_not_after(
    auth: Connection[Any], minutes: int, counts: bool
) -> None:
    said = Said(uuid.uuid4(), "old@example.org", at=datetime.now(UTC) + timedelta(minutes=minutes))
    if counts:
        said.tell(auth, said.mac())
    else:
        with pytest.raises(REFUSED, match="nobody vouches"):
            said.tell(auth, said.mac())


def test_a_mac_is_for_one_function(
    given: tuple[Installation, World], auth: Connection[Any]
) -> None:
    said, session = Said(uuid.uuid4(), "a@example.org"), Session(new_proof(), given[1].a.owner.id)
    with pytest.raises(REFUSED, match="nobody vouches"):
        said.tell(auth, session.mac())
    with pytest.raises(REFUSED, match="nobody vouches"):
        session.start(auth, said.mac())
    asked = "select seal_auth.is_word_taken(%s, %s)"
    for mac in (said.mac(), session.mac(), *MADE_UP):
        assert auth.execute(asked, (session.proof, mac)).fetchone() == (False,)


def test_another_key_ends_what_the_one_before_vouched_for(
    given: tuple[Installation, World], auth: Connection[Any]
) -> None:
    installation, world = given
    session = Session(new_proof(), world.a.owner.id)
    keep_accounts_elsewhere(installation.owner, b"another key".ljust(32, b"."))
    with pytest.raises(REFUSED, match="nobody vouches"):
        session.start(auth, session.mac())
    keep_accounts_elsewhere(installation.owner, KEY)
    session.start(auth, session.mac())


def test_a_mac_that_is_shown_again_takes_no_token_over_and_brings_none_back(
    given: tuple[Installation, World], auth: Connection[Any]
) -> None:
    installation, world = given
    first = Session(new_proof(), world.a.owner.id)
    other = replace(first, person=world.b.owner.id)
    first.start(auth, first.mac())
    other.start(auth, other.mac())
    assert opened(installation, first.proof, world.a.id)
    auth.execute("select seal_auth.sign_out(%s, 'local')", (first.proof,))
    assert not opened(installation, first.proof, world.a.id)
    first.start(auth, first.mac())
    assert not opened(installation, first.proof, world.a.id)
    nobody = Session(new_proof(), uuid.uuid4())
    with pytest.raises(REFUSED, match="no such person"):
        nobody.start(auth, nobody.mac())


@pytest.mark.parametrize(
    "statement",
    [
        "select * from public.profiles",
        "select * from public.org_members",
        "select * from auth.users",
        "select * from auth.sessions",
        "select * from seal_private.credentials",
        "select * from seal_private.accounts_elsewhere",
        "select core.keep_accounts_elsewhere(false, null)",
        "select core.keep_accounts_elsewhere(true, sha256('mine'))",
        "select seal_private.keep_vouching_key('accounts.elsewhere', sha256('mine'))",
        "select * from seal_private.keys",
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
    session = Session(new_proof(), own_world.a.owner.id)
    with (
        installation.connect("sb_auth") as auth,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        session.start(auth, session.mac())
