"""The installer alone signs people in by name; the sign-in code only calls its functions."""

from __future__ import annotations

import uuid
from typing import LiteralString

import pytest
from psycopg import Error
from psycopg.errors import InvalidAuthorizationSpecification, UniqueViolation

from tests.db.contexts import REFUSED, refused
from tests.fixtures.people import People, new_proof
from tests.fixtures.server import Installation

START = "select core.start_session(%s, %s, %s, now() + interval '1 hour')"


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
    with installation.as_owner() as owner, pytest.raises(UniqueViolation) as caught:
        owner.execute("select core.create_account(%s, 'T')", (person.email.upper(),))
    assert caught.value.diag.constraint_name == "users_email_key"


def test_nobody_is_signed_in_who_has_no_profile(installation: Installation) -> None:
    with installation.as_owner() as owner, pytest.raises(Error) as caught:
        owner.execute(START, (new_proof(), uuid.uuid4(), uuid.uuid4()))
    assert caught.value.sqlstate == "28000"


def test_a_suspended_account_is_not_signed_in(installation: Installation, people: People) -> None:
    person = people.sign_up("suspended")
    with installation.as_superuser() as behind:
        behind.execute(
            "update auth.users set banned_until = now() + interval '1 day' where id = %s",
            (person.id,),
        )
    with installation.as_owner() as owner, pytest.raises(Error, match="suspended"):
        owner.execute(START, (new_proof(), person.id, uuid.uuid4()))


def test_a_session_has_several_tokens_and_ends_with_all_of_them(
    installation: Installation, people: People
) -> None:
    person, another = people.sign_up("tokens"), new_proof()
    with installation.as_owner() as owner:
        owner.execute(START, (another, person.id, person.session_id))
        assert opens(installation, person.proof)
        assert opens(installation, another)
        owner.execute("select core.end_session(%s)", (person.session_id,))
        with pytest.raises(Error, match="somebody else"):  # and it does not begin again
            owner.execute(START, (new_proof(), person.id, person.session_id))
    assert not opens(installation, person.proof)
    assert not opens(installation, another)


def test_a_session_is_not_taken_over(installation: Installation, people: People) -> None:
    person, other = people.sign_up("one"), people.sign_up("other")
    with installation.as_owner() as owner, pytest.raises(Error, match="somebody else"):
        owner.execute(START, (new_proof(), other.id, person.session_id))


def test_a_proof_that_could_be_guessed_is_refused(
    installation: Installation, people: People
) -> None:
    person = people.sign_up("short")
    with installation.as_owner() as owner, pytest.raises(Error, match="32 bytes"):
        owner.execute(START, (b"short", person.id, uuid.uuid4()))


@pytest.mark.parametrize("login", ["sb_auth", "sb_api", "sb_worker", "sb_dispatch"])
@pytest.mark.parametrize(
    "statement",
    [
        "select core.create_account('new@example.org', 'New')",
        "select core.start_session(sha256('x'), gen_random_uuid(), gen_random_uuid(), now())",
        "select core.end_session(gen_random_uuid())",
        "select seal_auth.ensure_profile(gen_random_uuid(), 'a@b.example', '', now(), now(), '')",
        "select seal_auth.start_session('x', gen_random_uuid(), gen_random_uuid(), now(), 2, '')",
    ],
)
def test_no_login_signs_anybody_in_by_name(
    installation: Installation, login: str, statement: LiteralString
) -> None:
    with installation.connect(login) as connection, refused(REFUSED):  # type: ignore[arg-type]
        connection.execute(statement)


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
