"""From founding over inviting to keys over HTTP: who may not, then what works."""

from __future__ import annotations

import uuid

import pytest

from sealedbid.platform.tokens import Token
from tests.api.serving import Api
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: other tests run the statements both ways."""


def token_of(installation: Installation, invitation: str) -> str:
    """The token that the mail of an invitation carries."""
    with installation.as_superuser() as behind:
        row = behind.execute(
            "select i.org_id, (seal_private.mail_secrets("
            "'invitation.' || i.org_id || '.' || i.id))[1]"
            " from public.invitations i where i.id = %s",
            (invitation,),
        ).fetchone()
    assert row is not None
    return str(Token("invitation", *row))


def test_a_person_founds_invites_and_is_joined(
    api: Api, installation: Installation, people: People
) -> None:
    founder, friend, stranger = people.sign_up_all("founder", "friend", "stranger")
    with api.client(api.token(founder)) as mine, api.client(api.token(friend)) as theirs:
        founded = mine.post("/api/v1/orgs", json={"name": "Founded", "currency": "EUR"})
        assert founded.status_code == 201
        org = f"/api/v1/orgs/{founded.json()['id']}"
        assert mine.get(org).json()["name"] == "Founded"
        assert [each["role"] for each in mine.get("/api/v1/orgs").json()["data"]] == ["owner"]
        assert theirs.get(org).status_code == 404

        invited = mine.post(f"{org}/invitations", json={"email": friend.email, "role": "viewer"})
        assert invited.status_code == 201
        assert set(invited.json()) == {"id"}
        assert [each["email"] for each in mine.get(f"{org}/invitations").json()["data"]] == [
            friend.email
        ]
        assert [each["role"] for each in theirs.get("/api/v1/invitations").json()["data"]] == [
            "viewer"
        ]
        token = {"token": token_of(installation, invited.json()["id"])}
        with api.client(api.token(stranger)) as other:
            assert other.post("/api/v1/invitations/accept", json=token).status_code == 403
        joined = theirs.post("/api/v1/invitations/accept", json=token)
        assert joined.json() == {"org_id": founded.json()["id"], "role": "viewer"}
        assert theirs.post("/api/v1/invitations/accept", json=token).status_code == 410
        malformed = theirs.post("/api/v1/invitations/accept", json={"token": "sb_invitation_x"})
        assert malformed.status_code == 410

        members = {each["email"]: each for each in theirs.get(f"{org}/members").json()["data"]}
        assert members[friend.email]["role"] == "viewer"
        path = f"{org}/members/{friend.id}"
        assert theirs.post(f"{path}/rank", json={"role": "owner"}).status_code == 403
        assert mine.post(f"{path}/rank", json={"role": "admin"}).status_code == 204
        assert theirs.get(f"{org}/invitations").status_code == 200
        assert theirs.delete(f"{org}/members/{founder.id}").status_code == 403
        assert theirs.delete(path).status_code == 204  # one leaves oneself
        assert theirs.get(org).status_code == 404
        last = mine.delete(f"{org}/members/{founder.id}")
        assert (last.status_code, last.json()["type"]) == (409, "last-owner")


def test_an_invitation_is_taken_back(api: Api, own_world: World) -> None:
    admin, member = api.member(own_world.a, "admin"), api.member(own_world.a)
    assert member("POST", "/invitations", json={"email": "x@example.org"}).status_code == 403
    too_high = admin("POST", "/invitations", json={"email": "x@example.org", "role": "owner"})
    assert too_high.status_code in (403, 409)
    id = admin("POST", "/invitations", json={"email": "x@example.org"}).json()["id"]
    foreign = api.member(own_world.b, "owner")
    assert foreign("DELETE", f"/invitations/{id}").status_code == 404
    assert admin("DELETE", f"/invitations/{id}").status_code == 204
    assert admin("DELETE", f"/invitations/{id}").status_code == 404


def test_a_key_opens_its_organization_until_it_is_ended(api: Api, own_world: World) -> None:
    admin, member = api.member(own_world.a, "admin"), api.member(own_world.a)
    given = {"name": f"Import {uuid.uuid4()}", "rank": "viewer", "days": 30}
    assert member("POST", "/keys", json=given).status_code == 403
    made = admin("POST", "/keys", json=given).json()
    assert made["token"].startswith("sb_key_")
    assert made["token"] not in admin("GET", "/keys").text
    with api.client(made["token"]) as program:
        path = f"/api/v1/orgs/{own_world.a.id}/clients"
        assert program.get(path).status_code == 200
        assert program.post(path, json={"name": "Not by a viewer"}).status_code == 403
        assert program.get(f"/api/v1/orgs/{own_world.b.id}/clients").status_code == 404
        key = program.post(f"/api/v1/orgs/{own_world.a.id}/keys", json=given)
        assert key.status_code == 403
        foreign = api.member(own_world.b, "owner")
        assert foreign("DELETE", f"/keys/{made['key']['id']}").status_code == 404
        assert admin("DELETE", f"/keys/{made['key']['id']}").status_code == 204
        assert program.get(path).status_code == 401


def test_names_that_end_lines_are_invited_for_in_one(api: Api, people: People) -> None:
    owner = people.sign_up("owner")
    with api.client(api.token(owner)) as client:
        version = {"if-match": client.get("/api/v1/profile").headers["etag"]}
        change = {"full_name": "Ada\u2028Example\t"}
        assert client.patch("/api/v1/profile", json=change, headers=version).status_code == 200
        org = client.post("/api/v1/orgs", json={"name": "Two\u2028lines\tof a name"}).json()["id"]
        given = {"email": "guest@example.org", "role": "viewer"}
        assert client.post(f"/api/v1/orgs/{org}/invitations", json=given).status_code == 201
    with api.installation.as_superuser() as behind:
        found = behind.execute(
            "select params ->> 'organization', params ->> 'inviter' from public.deliveries"
            " where org_id = %s",
            (org,),
        ).fetchone()
    assert found == ("Two lines of a name", "Ada Example")
