"""The sign-in code may call its functions, and nothing else."""

from __future__ import annotations

import uuid

import pytest
from psycopg import Error
from psycopg.errors import InvalidAuthorizationSpecification, UniqueViolation

from tests.fixtures.people import People, Person, new_proof
from tests.fixtures.server import Installation

START = "select seal_auth.start_session(%s, %s, %s, now() + interval '1 hour')"


def opens(installation: Installation, proof: bytes) -> bool:
    with installation.connect("sb_api") as api, api.transaction():
        try:
            api.execute("select seal.open_person(%s)", (proof,))
        except InvalidAuthorizationSpecification:
            return False
    return True


def test_one_address_has_one_account_however_it_is_written(
    installation: Installation, people: People
) -> None:
    person = people.sign_up("twice")
    with installation.connect("sb_auth") as auth, pytest.raises(UniqueViolation) as caught:
        auth.execute("select seal_auth.create_user(%s, null, 'T')", (person.email.upper(),))
    assert caught.value.diag.constraint_name == "users_email_key"


def test_nobody_is_signed_in_who_has_no_profile(installation: Installation) -> None:
    with installation.connect("sb_auth") as auth, pytest.raises(Error) as caught:
        auth.execute(START, (new_proof(), uuid.uuid4(), uuid.uuid4()))
    assert caught.value.sqlstate == "28000"


def test_a_suspended_account_is_not_signed_in(installation: Installation, people: People) -> None:
    person = people.sign_up("suspended")
    with installation.as_superuser() as behind:
        behind.execute(
            "update auth.users set banned_until = now() + interval '1 day' where id = %s",
            (person.id,),
        )
    with installation.connect("sb_auth") as auth, pytest.raises(Error, match="suspended"):
        auth.execute(START, (new_proof(), person.id, uuid.uuid4()))


def test_a_session_has_several_tokens_and_ends_with_all_of_them(
    installation: Installation, people: People
) -> None:
    person, refreshed = people.sign_up("tokens"), new_proof()
    with installation.connect("sb_auth") as auth:
        auth.execute(START, (refreshed, person.id, person.session_id))
        assert opens(installation, person.proof)
        assert opens(installation, refreshed)
        auth.execute("select seal_auth.end_session(%s)", (person.session_id,))
    assert not opens(installation, person.proof)
    assert not opens(installation, refreshed)


def test_a_session_is_not_taken_over(installation: Installation, people: People) -> None:
    person, other = people.sign_up("one"), people.sign_up("other")
    with installation.connect("sb_auth") as auth, pytest.raises(Error, match="somebody else"):
        auth.execute(START, (new_proof(), other.id, person.session_id))


def test_a_proof_that_could_be_guessed_is_refused(
    installation: Installation, people: People
) -> None:
    person = people.sign_up("short")
    with installation.connect("sb_auth") as auth, pytest.raises(Error, match="32 bytes"):
        auth.execute(START, (b"short", person.id, uuid.uuid4()))


def test_the_verified_address_reaches_the_profile(
    installation: Installation, people: People
) -> None:
    person: Person = people.sign_up("moves")
    with installation.connect("sb_auth") as auth:
        auth.execute(
            "select seal_auth.ensure_profile(%s, %s, 'Ignored', now())",
            (person.id, f"new.{person.email}"),
        )
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open_person(%s)", (person.proof,))
        row = api.execute("select email, full_name from public.profiles").fetchone()
    assert row == (f"new.{person.email}", "Moves")


@pytest.mark.parametrize("login", ["sb_auth", "sb_dispatch"])
def test_the_logins_without_tenants_read_no_table(installation: Installation, login: str) -> None:
    with installation.as_superuser() as behind:
        readable = behind.execute(
            """
            select c.oid::regclass::text from pg_class c
             where c.relkind in ('r', 'p', 'v', 'm', 'f')
               and c.relnamespace::regnamespace::text in
                   ('public', 'auth', 'seal', 'seal_auth', 'seal_private', 'dbmate')
               and has_any_column_privilege(%s, c.oid, 'select, insert, update, references')
            """,
            (login,),
        ).fetchall()
    assert readable == []
