"""Forged access tokens open nothing, even if the installation's own key has signed them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
import pytest_asyncio
from joserfc import jws, jwt
from joserfc.jwk import ECKey

from sealedbid.auth.accounts import SIGNING
from sealedbid.auth.signing import SigningKeys
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.secrets import secret_path
from tests.api.abuse.accounts import session_of
from tests.api.abuse.process import Process
from tests.api.core.test_joining import token_of
from tests.api.serving import Api

pytestmark = pytest.mark.full


@dataclass(frozen=True, slots=True)
class Forging:
    """A real token, and everything that an attacker could have: at worst, the signing key."""

    token: str
    header: dict[str, Any]
    claims: dict[str, Any]
    public: dict[str, Any]
    own: SigningKeys
    org: str

    def signed(self, key: ECKey, header: dict[str, Any]) -> str:
        """The claims under this header, signed with this key."""
        registry = jws.JWSRegistry(algorithms=["ES256"], strict_check_header=False)
        payload = json.dumps(self.claims).encode()
        return jws.serialize_compact({"typ": "JWT", **header}, payload, key, registry=registry)

    def confused(self, secret: bytes, kid: str) -> str:
        """The claims, signed with a secret that everybody knows."""
        head = _encoded({"typ": "JWT", "alg": "HS256", "kid": kid})
        text = f"{head}.{_encoded(self.claims)}"
        mac = hmac.digest(secret, text.encode(), "sha256")
        return f"{text}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"

    def unsigned(self, alg: str, signature: str = "") -> str:
        """The claims, under a header that says that nobody signs."""
        parts = [_encoded({"typ": "JWT", "alg": alg}), _encoded(self.claims), signature]
        return ".".join(parts)


def _encoded(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest_asyncio.fixture(scope="module")
async def forging(real: Api, served: Process) -> AsyncIterator[Forging]:
    """A person who has signed up and founded an organization."""
    token = session_of(real)["access_token"]
    client = real.client(token)
    org = client.post("/api/v1/orgs", json={"name": "Forged"}).json()["id"]
    (public,) = client.get("/auth/v1/.well-known/jwks.json").json()["keys"]
    read = jwt.decode(token, ECKey.import_key(public), algorithms=["ES256"])
    pool = await open_pool(
        real.installation.conninfo("sb_auth"), real.installation.settings, name="forging"
    )
    own = SigningKeys(AccountCalls(pool), secret_path(served.home, SIGNING))
    yield Forging(token, dict(read.header), dict(read.claims), public, own, org)
    await pool.close()


def pem(public: dict[str, Any]) -> bytes:
    made: bytes = ECKey.import_key(public).as_pem(private=False)
    return made


async def forged(forging: Forging, how: str) -> str:
    """A token that is forged in this way."""
    foreign, public, kid = ECKey.generate_key("P-256"), forging.public, forging.header["kid"]
    now = int(time.time())
    claims = forging.claims
    head, body, signature = forging.token.split(".")
    last = "A" if signature[-1] != "A" else "Q"
    made = {
        "none": lambda: forging.unsigned("none"),
        "nOnE": lambda: forging.unsigned("nOnE"),
        "none with the signature": lambda: forging.unsigned("none", signature),
        "without a signature": lambda: f"{head}.{body}.",
        "public key as secret, PEM": lambda: forging.confused(pem(public), kid),
        "public key as secret, JWK": lambda: forging.confused(json.dumps(public).encode(), kid),
        "empty secret": lambda: forging.confused(b"", "/dev/null"),
        "foreign key": lambda: forging.signed(foreign, {"alg": "ES256", "kid": kid}),
        "foreign key in the header": lambda: forging.signed(
            foreign, {"alg": "ES256", "kid": kid, "jwk": foreign.as_dict(private=False)}
        ),
        "key at an address": lambda: forging.signed(
            foreign, {"alg": "ES256", "kid": kid, "jku": "https://evil.example/jwks.json"}
        ),
        "kid as a path": lambda: forging.signed(foreign, {"alg": "ES256", "kid": "../../secrets"}),
        "kid as a statement": lambda: forging.signed(
            foreign, {"alg": "ES256", "kid": "x' union select 'AA' -- "}
        ),
        "the signature's spare bits": lambda: forging.token[:-1] + last,
        "the same token padded": lambda: forging.token + "==",
        "twice": lambda: f"{forging.token}.{signature}",
        "the claims of another": lambda: f"{head}.{_encoded(claims | {'sub': 'x'})}.{signature}",
    }
    if how in made:
        return made[how]()
    return await forging.own.sign(
        {
            "own key: never registered": claims | {"jti": uuid.uuid4().hex},
            "own key: expired": claims | {"exp": now - 3600, "iat": now - 7200},
            "own key: for ever": claims | {"exp": now + 10**9},
            "own key: another audience": claims | {"aud": "elsewhere"},
            "own key: another issuer": claims | {"iss": "https://evil.example/auth/v1"},
            "own key: another person": claims | {"sub": str(uuid.uuid4())},
            "own key: another role": claims | {"role": "service_role"},
        }[how]
    )


HOW = [
    *("none", "nOnE", "none with the signature", "without a signature"),
    *("public key as secret, PEM", "public key as secret, JWK", "empty secret"),
    *("foreign key", "foreign key in the header", "key at an address"),
    *("kid as a path", "kid as a statement", "the signature's spare bits"),
    *("the same token padded", "twice", "the claims of another"),
    *("own key: never registered", "own key: expired", "own key: for ever"),
    *("own key: another audience", "own key: another issuer"),
    *("own key: another person", "own key: another role"),
]


def looks(api: Api, forging: Forging, token: str) -> list[httpx2.Response]:
    """Requests that a token would open, as a bearer's and as a browser's."""
    found = []
    for sent in ({"authorization": f"Bearer {token}"}, {"cookie": f"__Host-sb={token}"}):
        client = api.client(**sent)
        paths = (f"/api/v1/orgs/{forging.org}/clients", "/api/v1/orgs", "/auth/v1/user")
        found += [client.get(path) for path in paths]
    return found


def test_the_real_token_opens(real: Api, forging: Forging) -> None:
    opened = looks(real, forging, forging.token)
    assert [answer.status_code for answer in opened[:3]] == [200, 200, 200]


@pytest.mark.parametrize("how", HOW)
async def test_a_forged_token_is_answered_as_any_text(
    real: Api, served: Process, forging: Forging, how: str
) -> None:
    token = await forged(forging, how)
    assert token != forging.token
    for answer, garbage in zip(
        looks(real, forging, token), looks(real, forging, "garbage"), strict=True
    ):
        assert answer.status_code in (401, 403)
        id, other = answer.headers["x-request-id"], garbage.headers["x-request-id"]
        assert answer.text.replace(id, other) == garbage.text
        assert token not in answer.text
    assert token not in served.said()
    assert "Traceback" not in served.said()


@pytest.mark.parametrize("end", ["signed out", "expired", "changed password", "removed"])
def test_a_token_whose_session_or_membership_ended_opens_nothing(real: Api, end: str) -> None:
    founder, person = session_of(real), session_of(real)
    mine, theirs = (real.client(each["access_token"]) for each in (founder, person))
    org = f"/api/v1/orgs/{mine.post('/api/v1/orgs', json={'name': 'Ended'}).json()['id']}"
    join(real, mine, theirs, org, person["user"]["email"])
    assert theirs.get(f"{org}/clients").status_code == 200
    if end == "signed out":
        assert theirs.post("/auth/v1/logout").status_code == 204
    elif end == "changed password":
        grant = {"email": person["user"]["email"], "password": "correct horse battery"}
        token = real.client().post("/auth/v1/token?grant_type=password", json=grant).json()
        elsewhere = real.client(token["access_token"])
        given = {"password": "another password", "current_password": grant["password"]}
        assert elsewhere.put("/auth/v1/user", json=given).status_code == 200
    elif end == "removed":
        assert mine.delete(f"{org}/members/{person['user']['id']}").status_code == 204
    else:
        proof = hashlib.sha256(person["access_token"].encode()).digest()
        with real.installation.as_superuser() as behind:
            behind.execute(
                "update seal_private.credentials set expires_at = now() where stored = sha256(%s)",
                (proof,),
            )
    answer = theirs.get(f"{org}/clients")
    unknown = theirs.get(f"/api/v1/orgs/{uuid.uuid4()}/clients")
    assert answer.status_code == unknown.status_code == (404 if end == "removed" else 401)
    assert answer.json()["type"] == unknown.json()["type"]


def join(api: Api, owner: httpx2.Client, person: httpx2.Client, org: str, email: str) -> None:
    """Invite the person, and let them accept."""
    invited = owner.post(f"{org}/invitations", json={"email": email, "role": "member"})
    token = token_of(api.installation, invited.json()["id"])
    assert person.post("/api/v1/invitations/accept", json={"token": token}).is_success
