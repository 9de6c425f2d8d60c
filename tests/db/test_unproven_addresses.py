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
CONFIRM = "update public.profiles set email_confirmed_at = now() where id = %s"


@pytest.fixture
def api(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_api") as connection:
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
    people: People, api: Connection[Any], installation: Installation, organization: Organization
) -> None:
    person = people.sign_up("claims", confirmed=False)
    proof = invite(api, organization, person.email)
    assert invitations_seen(api, person) == 0
    with refused(VIOLATION):
        accept(api, person, proof, organization)
    with installation.as_superuser() as behind:
        behind.execute(CONFIRM, (person.id,))
    assert invitations_seen(api, person) == 1
    assert accept(api, person, proof, organization) == "owner"


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
        "select seal_auth.ensure_profile(seal.person(), 'a@example.org', '', now(), now(), '')",
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
