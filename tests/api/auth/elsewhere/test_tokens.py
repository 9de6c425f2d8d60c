"""Tokens of another project, and what only looks like one."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from tests.api.auth.elsewhere.project import USER, Project, new_key, new_rsa_key, project_served
from tests.api.serving import Api

pytestmark = pytest.mark.full

PROFILE = "/api/v1/profile"


@pytest.mark.parametrize("key", [0, 1], ids=["ES256", "RS256"])
def test_a_token_of_the_project_opens_the_profile_of_its_person(
    there: Api, project: Project, key: int
) -> None:
    person = project.person("ada")
    token = project.sign(project.claims(person), project.keys[key])
    project.users[token] = person
    asked = project.asked[USER]
    client = there.client(token)
    found = [client.get(PROFILE) for _ in range(3)]
    assert [each.status_code for each in found] == [200] * 3
    assert found[0].json()["id"] == person["id"]
    assert found[0].json()["email"] == person["email"]  # and not what the person claims to have
    assert found[0].json()["full_name"] == "Ada"
    assert project.asked[USER] == asked + 1


Forge = Callable[[Project, dict[str, Any]], str]


def _unsigned(project: Project, person: dict[str, Any], **header: Any) -> str:
    parts = ({"alg": "none", "typ": "JWT"} | header, project.claims(person))
    return ".".join(_encoded(json.dumps(part).encode()) for part in parts)


def _by_secret(project: Project, person: dict[str, Any], secret: bytes, **header: Any) -> str:
    """Signed by HMAC, by hand: the library refuses to take a public key for a secret."""
    text = _unsigned(project, person, alg="HS256", **header)
    return f"{text}.{_encoded(hmac.digest(secret, text.encode(), hashlib.sha256))}"


def _signed_with_the_public_key(project: Project, person: dict[str, Any]) -> str:
    key = project.keys[1]
    return _by_secret(project, person, key.as_pem(private=False), kid=key.kid)


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _tampered(project: Project, person: dict[str, Any]) -> str:
    head, _, signature = project.sign(project.claims(project.person())).split(".")
    claims = base64.urlsafe_b64encode(json.dumps(project.claims(person)).encode()).rstrip(b"=")
    return f"{head}.{claims.decode()}.{signature}"


def _with_own_key(project: Project, person: dict[str, Any], **header: Any) -> str:
    """Signed with a key of the attacker's, that the header offers in every known way."""
    key = new_key()
    return project.sign(project.claims(person), key, jwk=key.as_dict(private=False), **header)


def _kid(kid: Any) -> Forge:
    return lambda project, person: project.sign(project.claims(person), new_key(), kid=kid)


def _changed(**claims: Any) -> Forge:
    return lambda project, person: project.sign(project.claims(person, **claims))


def _without(claim: str) -> Forge:
    def forge(project: Project, person: dict[str, Any]) -> str:
        claims = project.claims(person)
        del claims[claim]
        return project.sign(claims)

    return forge


FORGED: dict[str, Forge] = {
    "alg none": lambda project, person: _unsigned(project, person) + ".",
    "alg none, a signature": lambda project, person: _unsigned(project, person) + ".AAAA",
    "alg None": lambda project, person: _unsigned(project, person, alg="None") + ".AAAA",
    "alg none, a kid": lambda project, person: (
        _unsigned(project, person, kid=project.keys[0].kid) + ".AAAA"
    ),
    "alg is a number": lambda project, person: (
        _unsigned(project, person, alg=7, kid=project.keys[0].kid) + ".AAAA"
    ),
    "HS256 with the public key": _signed_with_the_public_key,
    "HS256 with a secret": lambda project, person: _by_secret(project, person, b"a secret"),
    "ES256 under an RSA key's id": lambda project, person: project.sign(
        project.claims(person), project.keys[0], kid=project.keys[1].kid
    ),
    "a foreign key": lambda project, person: project.sign(project.claims(person), new_key()),
    "a foreign key under a known id": lambda project, person: project.sign(
        project.claims(person), new_key(), kid=project.keys[0].kid
    ),
    "a foreign RSA key under a known id": lambda project, person: project.sign(
        project.claims(person), new_rsa_key(), kid=project.keys[1].kid
    ),
    "other claims": _tampered,
    "no kid": lambda project, person: project.sign(project.claims(person), kid=""),
    "kid is a path": _kid("../../../../dev/null"),
    "kid is an address": _kid("http://127.0.0.1:1/keys"),
    "kid is a statement": _kid("x' union select 'k'--"),
    "jwk": lambda project, person: _with_own_key(project, person),
    "jwk under a known id": lambda project, person: _with_own_key(
        project, person, kid=project.keys[0].kid
    ),
    "jku": lambda project, person: _with_own_key(project, person, jku="http://127.0.0.1:1/jwks"),
    "x5u": lambda project, person: _with_own_key(
        project, person, x5u="http://127.0.0.1:1/x", kid=project.keys[0].kid
    ),
    "expired": _changed(exp=int(time.time()) - 1),
    "expires as a text": _changed(exp=str(int(time.time()) + 3600)),
    "expires never": _changed(exp=float("inf")),
    "expires after all numbers": lambda project, person: project.sign(
        project.claims(person, exp=10**400)
    ),
    "expires by a truth": _changed(exp=True),
    "without an end": _without("exp"),
    "not yet": _changed(nbf=int(time.time()) + 600),
    "another audience": _changed(aud="anon"),
    "other audiences": _changed(aud=["anon", "service"]),
    "without an audience": _without("aud"),
    "another issuer": _changed(iss="https://other.supabase.co/auth/v1"),
    "the issuer and a slash": lambda project, person: project.sign(
        project.claims(person, iss=f"{project.url}/auth/v1/")
    ),
    "the issuer of keys of projects": _changed(iss="supabase"),
    "without an issuer": _without("iss"),
    "anonymous": _changed(is_anonymous=True),
    "anonymous as a text": _changed(is_anonymous="true"),
    "nobody": _changed(sub=""),
    "without a person": _without("sub"),
    "without a session": _without("session_id"),
    "a session that is no id": _changed(session_id=["x"]),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_token_is_refused_without_asking_whose_it_is(
    there: Api, project: Project, forge: Forge
) -> None:
    person = project.person()
    token = forge(project, person)
    project.users[token] = person  # the project would even say so
    asked = project.asked[USER]
    client = there.client(token)
    for _ in range(2):
        answer = client.get(PROFILE)
        assert answer.status_code == 401, answer.text
        assert token not in answer.text
    assert project.asked[USER] == asked
    with there.installation.as_superuser() as behind:
        known = behind.execute(
            "select count(*) from public.profiles where id = %s", (person["id"],)
        )
        assert known.fetchone() == (0,)


@pytest.mark.parametrize(
    "token",
    ["a.b", "a.b.c", "..", "a.b.c.d", "é.é.é", "e30.e30.e30", "W10.W10.AA", "[" * 3000 + ".a.a"],
)
def test_what_is_no_token_is_refused(there: Api, token: str) -> None:
    client = there.client()
    answer = client.get(PROFILE, headers=[(b"authorization", f"Bearer {token}".encode())])
    assert answer.status_code == 401


def test_nested_claims_are_refused(there: Api) -> None:
    deep = base64.urlsafe_b64encode(b"[" * 2500).rstrip(b"=").decode()
    assert there.client(f"{deep}.{deep}.AA").get(PROFILE).status_code == 401


def test_a_token_of_another_project_is_refused(there: Api) -> None:
    with project_served() as other:
        assert there.client(other.sign_in()).get(PROFILE).status_code == 401
        assert not other.asked


def test_a_token_for_several_audiences_opens(there: Api, project: Project) -> None:
    token = project.sign_in(aud=["other", "authenticated"])
    assert there.client(token).get(PROFILE).status_code == 200


@pytest.mark.parametrize(
    "changed",
    [
        {"id": str(uuid.uuid4())},
        {"is_anonymous": True},
        {"email": ""},
        {"email": None},
        {"email": "no address"},
        {"email": "a\u0000@example.org"},
    ],
)
def test_a_person_whom_the_project_describes_otherwise_is_refused(
    there: Api, project: Project, changed: dict[str, Any]
) -> None:
    person = project.person()
    token = project.sign_in(person)
    project.users[token] = person | changed
    assert there.client(token).get(PROFILE).status_code == 401


def test_a_token_whose_session_ended_there_is_refused(there: Api, project: Project) -> None:
    token = project.sign(project.claims(project.person()))
    asked = project.asked[USER]
    client = there.client(token)
    assert [client.get(PROFILE).status_code for _ in range(3)] == [401] * 3
    assert project.asked[USER] == asked + 1


def test_names_that_people_give_themselves_are_made_harmless(there: Api, project: Project) -> None:
    for name in ("A\u0000\ud800\u202eB" + "x" * 5000, 7, None, {"a": 1}):
        token = project.sign_in(project.person(user_metadata={"full_name": name}))
        answer = there.client(token).get(PROFILE)
        assert answer.status_code == 200, answer.text
        assert len(answer.json()["full_name"]) <= 200
