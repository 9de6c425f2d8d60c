"""An address counts once it is proven: before, it shows and gives nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, LiteralString

import pytest
from psycopg import Connection, Error

from tests.db.contexts import attempt, refused, scalar
from tests.db.documents import within
from tests.fixtures.people import Organization, People, Person, new_proof
from tests.fixtures.server import Installation

VIOLATION = "23514"
NOT_FOUND = "P0002"
CONFIRM = "select seal_auth.confirm_email(%s, %s)"


@pytest.fixture
def api(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_api") as connection:
        yield connection


@pytest.fixture
def auth(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_auth") as connection:
        yield connection


@pytest.fixture
def organization(people: People) -> Organization:
    return people.found("Of proven addresses")


def invite(api: Connection[Any], organization: Organization, email: str) -> bytes:
    proof = new_proof()
    with within(api, organization, "owner"):
        scalar(api, "select core.invite(%s, 'owner', %s, now() + interval '1 day')", email, proof)
    return proof


def invitations_seen(api: Connection[Any], person: Person) -> int:
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", person.proof)
        seen: int = scalar(api, "select count(*) from public.invitations")
        return seen


def accept(api: Connection[Any], person: Person, proof: bytes, organization: Organization) -> Any:
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", person.proof)
        return scalar(api, "select core.accept_invitation(%s, %s)", proof, organization.id)


def test_who_only_says_that_an_address_is_theirs_sees_and_accepts_nothing_of_it(
    people: People, api: Connection[Any], auth: Connection[Any], organization: Organization
) -> None:
    person = people.sign_up("claims", confirmed=False)
    proof = invite(api, organization, person.email)
    assert invitations_seen(api, person) == 0
    with refused(VIOLATION):
        accept(api, person, proof, organization)
    auth.execute(CONFIRM, (person.id, person.email))
    assert invitations_seen(api, person) == 1
    assert accept(api, person, proof, organization) == "owner"


def test_another_address_is_unproven_again_and_the_old_one_counts_no_more(
    people: People, api: Connection[Any], auth: Connection[Any], organization: Organization
) -> None:
    person = people.sign_up("moves")
    before, after = person.email, f"new.{person.email}"
    invite(api, organization, before)
    proof = invite(api, organization, after)
    assert invitations_seen(api, person) == 1
    auth.execute("select seal_auth.change_email(%s, %s)", (person.id, after))
    assert invitations_seen(api, person) == 0
    with refused(VIOLATION):
        accept(api, person, proof, organization)
    # a proof that was sent to the old address is not valid for the new one
    with refused(NOT_FOUND):
        auth.execute(CONFIRM, (person.id, before))
    assert invitations_seen(api, person) == 0
    # colleagues see no unproven address
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", person.proof)
        assert scalar(api, "select email from public.profiles") == before
    auth.execute(CONFIRM, (person.id, after))
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", person.proof)
        assert scalar(api, "select email from public.profiles") == after
    assert accept(api, person, proof, organization) == "owner"


def test_an_auth_server_of_another_says_whether_an_address_is_proven(
    people: People, api: Connection[Any], auth: Connection[Any], organization: Organization
) -> None:
    person = people.sign_up("elsewhere")
    invite(api, organization, f"new.{person.email}")
    profile = "select seal_auth.ensure_profile(%s, %s, 'Elsewhere', {})"
    auth.execute(profile.format("null").encode(), (person.id, f"new.{person.email}"))
    assert invitations_seen(api, person) == 0
    auth.execute(profile.format("now()").encode(), (person.id, f"new.{person.email}"))
    assert invitations_seen(api, person) == 1


def test_who_only_says_that_an_address_is_theirs_is_not_made_the_operator(
    people: People, installation: Installation
) -> None:
    person = people.sign_up("operator", confirmed=False)
    with installation.as_owner() as installer, attempt(installer), refused(NOT_FOUND):
        installer.execute("select core.appoint_operator(%s)", (person.email,))


@pytest.mark.parametrize(
    "statement",
    [
        "update public.profiles set email_confirmed_at = now()",
        "update public.profiles set email = 'somebody@example.org'",
        "select seal_auth.confirm_email(seal.person(), 'somebody@example.org')",
    ],
)
def test_nobody_confirms_an_address_themselves(
    people: People, api: Connection[Any], statement: LiteralString
) -> None:
    person = people.sign_up("self", confirmed=False)
    with api.transaction(), pytest.raises(Error) as caught:
        scalar(api, "select seal.open_person(%s)", person.proof)
        api.execute(statement)
    assert caught.value.sqlstate == "42501"
