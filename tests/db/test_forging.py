"""A context that is written into the setting by hand opens nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection, Error
from psycopg.errors import InvalidAuthorizationSpecification

from tests.fixtures.people import People, Person, World
from tests.fixtures.server import Installation

OPEN = "select seal.open('session', %s, %s)"
SET = "select set_config('seal.context', %s, true)"
READ = "current_setting('seal.context', true)"


@pytest.fixture
def api(reached: Installation) -> Iterator[Connection[Any]]:
    with reached.connect("sb_api") as connection:
        yield connection


@pytest.fixture(scope="module")
def filled(installation: Installation, world: World) -> World:
    """Both organizations with a client."""
    with installation.connect("sb_api") as api:
        for organization in (world.a, world.b):
            with api.transaction():
                api.execute(OPEN, (organization.member.proof, organization.id))
                api.execute(
                    "insert into public.clients (org_id, name) values (%s, 'To be read')"
                    " on conflict do nothing",
                    (organization.id,),
                )
    return world


def good_context(api: Connection[Any], world: World) -> str:
    """A context of A's owner, which must not be valid outside its transaction."""
    with api.transaction():
        api.execute(OPEN, (world.a.owner.proof, world.a.id))
        row = api.execute(f"select {READ}").fetchone()
    assert row is not None
    return str(row[0])


def forge(context: str, world: World, what: str) -> str:
    """The context with one part changed, or emptied."""
    kind, user, org, rank, subject, expires, version_and_mac = context.split(".", 6)
    parts = {"kind": kind, "user": user, "org": org, "rank": rank, "subject": subject}
    parts |= {"expires": expires, "rest": version_and_mac}
    changes = {
        "another organization": {"org": str(world.b.id)},
        "another person": {"user": str(world.b.owner.id)},
        "a higher rank": {"rank": "5"},
        "another kind": {"kind": "billing"},
        "a later end": {"expires": "99999999999"},
        "another key": {"rest": "2" + version_and_mac[1:]},
        "no such key": {"rest": "x." + version_and_mac.partition(".")[2]},
        "no authentication": {"rest": version_and_mac.partition(".")[0]},
        "another authentication": {"rest": version_and_mac[:-1] + "g"},
    }
    if what in changes:
        return ".".join((parts | changes[what]).values())
    return {
        "one letter": "x",
        "sixty-four letters": "0" * 64,
        "dots": "." * 80,
        "not ASCII": "ü" * 100,
        "a long text": "a." * 100_000,
    }[what]


FORGERIES = [
    "another organization",
    "another person",
    "a higher rank",
    "another kind",
    "a later end",
    "another key",
    "no such key",
    "no authentication",
    "another authentication",
    "one letter",
    "sixty-four letters",
    "dots",
    "not ASCII",
    "a long text",
]


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forged_context_is_an_error_and_never_rows(
    api: Connection[Any], filled: World, what: str
) -> None:
    """In the very transaction whose valid context was changed, an attacker's best case."""
    with api.transaction(force_rollback=True):
        api.execute(OPEN, (filled.a.owner.proof, filled.a.id))
        row = api.execute(f"select {READ}").fetchone()
        assert row is not None
        api.execute(SET, (forge(row[0], filled, what),))
        for statement in (
            "select * from public.clients",
            "select seal.user_id()",
            "select seal.kind()",
            "update public.clients set notes = 'mine'",
            "delete from public.clients",
        ):
            with pytest.raises(InvalidAuthorizationSpecification), api.transaction():
                api.execute(statement)


@pytest.mark.parametrize("what", ["another organization", "a higher rank", "one letter"])
@pytest.mark.parametrize(
    "statement",
    [
        "select set_config('seal.context', %(c)s, false) union all select name from public.clients",
        "with s as materialized (select set_config('seal.context', %(c)s, true))"
        " select name from s, public.clients",
        "select name from (select set_config('seal.context', %(c)s, true)) s,"
        " lateral (select * from public.clients) c",
        "select name from public.clients where set_config('seal.context', %(c)s, true) is not null",
    ],
)
def test_setting_and_reading_in_one_select_gets_no_rows_of_another(
    api: Connection[Any], filled: World, statement: str, what: str
) -> None:
    with api.transaction(force_rollback=True):
        api.execute(OPEN, (filled.a.viewer.proof, filled.a.id))
        row = api.execute(f"select {READ}").fetchone()
        assert row is not None
        own = api.execute("select count(*) from public.clients").fetchone()
        try:
            with api.transaction():
                got = api.execute(statement, {"c": forge(row[0], filled, what)}).fetchall()
        except InvalidAuthorizationSpecification:
            return
        # if the context was verified before it was overwritten: A's own rows
        names = [name for (name,) in got if name == "To be read"]
        assert own is not None
        assert len(names) <= own[0]


def test_a_context_is_not_good_in_the_next_transaction(api: Connection[Any], filled: World) -> None:
    context = good_context(api, filled)
    with api.transaction(force_rollback=True), pytest.raises(InvalidAuthorizationSpecification):
        api.execute(SET, (context,))
        api.execute("select * from public.clients")


def test_a_context_is_not_good_in_another_backend(
    api: Connection[Any], reached: Installation, filled: World
) -> None:
    with api.transaction(force_rollback=True), reached.connect("sb_api") as other:
        api.execute(OPEN, (filled.a.owner.proof, filled.a.id))
        row = api.execute(f"select {READ}").fetchone()
        with other.transaction(force_rollback=True):
            other.execute(SET, row)
            with pytest.raises(InvalidAuthorizationSpecification):
                other.execute("select * from public.clients")


def test_a_leftover_that_does_not_verify_keeps_nobody_out(
    api: Connection[Any], filled: World
) -> None:
    context = good_context(api, filled)
    api.execute("select set_config('seal.context', %s, false)", (context,))
    try:
        with api.transaction(force_rollback=True):
            api.execute(OPEN, (filled.b.viewer.proof, filled.b.id))
            row = api.execute("select org_id from public.clients limit 1").fetchone()
            assert row == (filled.b.id,)
    finally:
        api.execute("reset all")


def test_a_second_opening_raises_and_the_first_holds(api: Connection[Any], filled: World) -> None:
    with api.transaction(force_rollback=True):
        api.execute(OPEN, (filled.a.viewer.proof, filled.a.id))
        for proof, org_id in (
            (filled.b.owner.proof, filled.b.id),
            (filled.a.viewer.proof, filled.a.id),
        ):
            with pytest.raises(Error) as caught, api.transaction():
                api.execute(OPEN, (proof, org_id))
            assert caught.value.sqlstate == "25001"
        assert api.execute("select seal.org()").fetchone() == (filled.a.id,)


def test_a_context_ends_with_its_savepoint(api: Connection[Any], filled: World) -> None:
    with api.transaction(force_rollback=True):
        with api.transaction(force_rollback=True):
            api.execute(OPEN, (filled.a.viewer.proof, filled.a.id))
        assert api.execute("select seal.org()").fetchone() == (None,)
        assert api.execute("select count(*) from public.clients").fetchone() == (0,)


@pytest.mark.full
def test_an_expired_context_is_an_error_in_mid_transaction(
    api: Connection[Any], installation: Installation, people: People, filled: World
) -> None:
    with installation.as_owner() as installer:
        brief: Person = people.sign_in(installer, filled.a.member.id, "", lasts="1 second")
    with api.transaction(force_rollback=True):
        api.execute(OPEN, (brief.proof, filled.a.id))
        assert api.execute("select count(*) > 0 from public.clients").fetchone() == (True,)
        time.sleep(2.1)
        with pytest.raises(InvalidAuthorizationSpecification, match="expired"):
            api.execute("select count(*) from public.clients")


def test_without_a_context_there_are_no_rows(api: Connection[Any], filled: World) -> None:
    assert api.execute("select count(*) from public.clients").fetchone() == (0,)
    assert api.execute(
        "select seal.org(), seal.user_id(), seal.kind(), seal.rank()"
    ).fetchone() == (
        None,
        None,
        None,
        0,
    )
    with pytest.raises(Error) as caught:
        api.execute("insert into public.clients (org_id, name) values (%s, 'x')", (filled.a.id,))
    assert caught.value.sqlstate == "42501"


def test_a_key_that_is_replaced_lets_running_transactions_end(
    fresh_installation: Installation,
) -> None:
    world = People(fresh_installation).world()
    rotate = "select seal_private.rotate_context_key(%s::interval)"
    with fresh_installation.connect("sb_api") as api, fresh_installation.as_owner() as installer:
        with api.transaction():
            api.execute(OPEN, (world.a.member.proof, world.a.id))
            installer.execute(rotate, ("1 minute",))
            assert api.execute("select seal.org()").fetchone() == (world.a.id,)
        with api.transaction():
            api.execute(OPEN, (world.a.member.proof, world.a.id))
            assert api.execute("select seal.org()").fetchone() == (world.a.id,)
            installer.execute(rotate, ("0",))
            with pytest.raises(InvalidAuthorizationSpecification), api.transaction():
                api.execute("select seal.org()")
