"""The session's way in: by a known proof, where its person is a member now."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from psycopg import Connection

from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import CredentialRefusedError
from tests.db.contexts import FORGED, OPEN, REFUSED, attempt, clients_seen, opened, refused, scalar
from tests.fixtures.people import People, World, new_proof
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]


@pytest.mark.parametrize("missing", ["kind", "proof", "organization"])
def test_a_null_opens_nothing(api: Connection[Any], stocked: World, missing: str) -> None:
    given = {
        "kind": "session",
        "proof": stocked.a.owner.proof,
        "organization": stocked.a.id,
        missing: None,
    }
    with api.transaction():
        assert scalar(api, OPEN, *given.values()) is None
        assert clients_seen(api) == []
        assert scalar(api, "select seal.kind()") is None


@pytest.mark.parametrize("missing", ["proof", "organization"])
async def test_a_null_is_refused_by_the_gateway(
    gateway: Gateway, stocked: World, missing: str
) -> None:
    proof: Any = None if missing == "proof" else stocked.a.owner.proof
    org: Any = None if missing == "organization" else stocked.a.id
    with pytest.raises(CredentialRefusedError):
        async with gateway.sealed("session", proof, org):
            pass


async def test_a_person_without_a_proof_is_refused_by_the_gateway(gateway: Gateway) -> None:
    nothing: Any = None
    with pytest.raises(CredentialRefusedError):
        async with gateway.sealed_person(nothing):
            pass


UNKNOWN = {
    "empty": b"",
    "a byte": b"\x00",
    "a byte short": secrets.token_bytes(31),
    "a byte long": secrets.token_bytes(33),
    "random": secrets.token_bytes(32),
    "zeros": bytes(32),
    "a megabyte": bytes(1 << 20),
}


@pytest.mark.parametrize("kind", ["session", "key", "link"])
@pytest.mark.parametrize("proof", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_proof_is_refused(
    api: Connection[Any], stocked: World, kind: str, proof: bytes
) -> None:
    with refused(FORGED):
        scalar(api, OPEN, kind, proof, stocked.a.id)


@pytest.mark.parametrize(
    "kind", ["key", "link", "invitation", "job", "system", "billing", "", "SESSION", "session "]
)
def test_a_good_proof_of_another_kind_is_refused(
    api: Connection[Any], stocked: World, kind: str
) -> None:
    with refused(FORGED):
        scalar(api, OPEN, kind, stocked.a.owner.proof, stocked.a.id)


def test_what_the_database_keeps_of_a_proof_opens_nothing(
    installation: Installation, api: Connection[Any], stocked: World
) -> None:
    with installation.as_superuser() as behind:
        kept = behind.execute("select stored from seal_private.credentials").fetchall()
    for (stored,) in kept:
        with refused(FORGED):
            scalar(api, OPEN, "session", stored, stocked.a.id)


def test_an_expired_session_is_refused(
    installation: Installation, people: People, api: Connection[Any], stocked: World
) -> None:
    owner = stocked.a.owner
    with installation.as_owner() as installer:
        late = people.sign_in(installer, owner.id, owner.email, lasts="-1 second")
    with refused(FORGED):
        scalar(api, OPEN, "session", late.proof, stocked.a.id)
    with refused(FORGED):
        scalar(api, "select seal.open_person(%s)", late.proof)


def test_a_session_that_was_ended_is_refused(
    installation: Installation, people: People, api: Connection[Any], stocked: World
) -> None:
    owner = stocked.a.owner
    with installation.as_owner() as installer:
        brief = people.sign_in(installer, owner.id, owner.email)
        with opened(api, stocked.a), attempt(api):
            installer.execute("select core.end_session(%s)", (brief.session_id,))
            assert clients_seen(api) == [stocked.a.name]
    with refused(FORGED):
        scalar(api, OPEN, "session", brief.proof, stocked.a.id)
    with refused(FORGED):
        scalar(api, "select seal.open_person(%s)", brief.proof)
    assert scalar(api, OPEN, "session", owner.proof, stocked.a.id) == 4  # the other sign-in stays


@pytest.mark.parametrize("proof", [secrets.token_bytes(32), b"short"], ids=["random", "short"])
def test_an_unknown_person_is_refused(api: Connection[Any], proof: bytes) -> None:
    with refused(FORGED):
        scalar(api, "select seal.open_person(%s)", proof)


def test_an_invitation_opens_nothing(api: Connection[Any], stocked: World) -> None:
    secret = new_proof()
    with api.transaction():
        scalar(api, OPEN, "session", stocked.a.owner.proof, stocked.a.id)
        api.execute(
            "select core.invite(%s, 'viewer', %s, %s)",
            (f"{uuid4()}@example.org", secret, datetime.now(UTC) + timedelta(days=1)),
        )
    for kind in ("invitation", "session", "link", "key"):
        with refused(FORGED):
            scalar(api, OPEN, kind, secret, stocked.a.id)
    with refused(FORGED):
        scalar(api, "select seal.open_person(%s)", secret)


@pytest.mark.parametrize("role", ["owner", "admin", "member", "viewer"])
def test_a_session_opens_no_organization_where_its_person_is_not(
    api: Connection[Any], stocked: World, role: str
) -> None:
    with refused(REFUSED):
        scalar(api, OPEN, "session", stocked.a.person(role).proof, stocked.b.id)
    with refused(REFUSED):
        scalar(api, OPEN, "session", stocked.a.person(role).proof, uuid4())
    with refused(REFUSED):
        scalar(api, OPEN, "session", stocked.stranger.proof, stocked.b.id)


def test_a_removed_member_is_refused_from_the_next_transaction_on(
    installation: Installation, people: People, api: Connection[Any]
) -> None:
    organization = people.found("For leaving")
    with installation.connect("sb_api") as other, opened(api, organization, "member"):
        with other.transaction():
            scalar(other, OPEN, "session", organization.owner.proof, organization.id)
            other.execute("select core.remove_member(%s)", (organization.member.id,))
        assert scalar(api, "select seal.rank()") == 2  # an open transaction is finished
    with refused(REFUSED):
        scalar(api, OPEN, "session", organization.member.proof, organization.id)


def test_a_demoted_member_has_the_lower_rank_from_the_next_transaction_on(
    people: People, api: Connection[Any]
) -> None:
    organization = people.found("For sinking")
    with api.transaction():
        scalar(api, OPEN, "session", organization.owner.proof, organization.id)
        api.execute("select core.change_role(%s, 'viewer')", (organization.admin.id,))
    with opened(api, organization, "admin"):
        assert scalar(api, "select seal.rank()") == 1
        with refused(REFUSED):
            api.execute(
                "insert into public.clients (org_id, name) values (%s, 'x')", (organization.id,)
            )
