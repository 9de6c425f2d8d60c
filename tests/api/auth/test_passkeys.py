"""Passkeys over HTTP, as clients of Supabase send them, from a device in software."""

from __future__ import annotations

import base64
from typing import Any

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519

from sealedbid.auth.passkey_parts import site_of
from sealedbid.auth.tokens import proof_of
from tests.api.auth.test_browsers import sign_up
from tests.api.auth.test_second_step import RANDOM, tokens, with_app
from tests.api.auth.test_verify_page import OWN, cookies_of
from tests.auth.passkeys.authenticator import Key
from tests.auth.signing import Signing

pytestmark = pytest.mark.full

PASSKEYS = "/auth/v1/passkeys"


def added(http: httpx2.Client, headers: dict[str, str], key: Key, **more: Any) -> httpx2.Response:
    """Add the key to the account of the headers."""
    begun = http.post(f"{PASSKEYS}/registration/options", json={}, headers=headers)
    assert begun.status_code == 200, begun.text
    credential = key.created(begun.json()["options"], **more)
    given = {"challenge_id": begun.json()["challenge_id"], "credential": credential}
    return http.post(f"{PASSKEYS}/registration/verify", json=given, headers=headers)


def shown(
    http: httpx2.Client,
    key: Key,
    query: str = "",
    headers: dict[str, str] | None = None,
    **more: Any,
) -> httpx2.Response:
    """Sign in by the key."""
    asked = http.post(f"{PASSKEYS}/authentication/options", json={"gotrue_meta_security": {}})
    assert asked.status_code == 200
    given = {
        "challenge_id": asked.json()["challenge_id"],
        "credential": key.used(asked.json()["options"], **more),
    }
    return http.post(f"{PASSKEYS}/authentication/verify{query}", json=given, headers=headers)


def refused(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error_code"]


@pytest.mark.parametrize("kind", ["ES256", "RS256"])
def test_a_passkey_is_added_and_signs_in(http: httpx2.Client, mailed: Signing, kind: str) -> None:
    headers = tokens(http, sign_up(http, mailed))
    key = Key() if kind == "ES256" else Key.rsa()
    options = http.post(f"{PASSKEYS}/registration/options", headers=headers).json()["options"]
    assert options["rp"] == {"id": "localhost", "name": "Sealedbid"}
    assert [each["alg"] for each in options["pubKeyCredParams"]] == [-7, -257]
    assert options["authenticatorSelection"]["userVerification"] == "required"
    made = added(http, headers, key)
    assert made.status_code == 200, made.text
    assert set(made.json()) == {"id", "friendly_name", "created_at"}
    answer = shown(http, key)
    assert answer.status_code == 200, answer.text
    assert mailed.opens(proof_of(answer.json()["access_token"])) is not None
    part = answer.json()["access_token"].split(".")[1]
    claims = base64.urlsafe_b64decode(part + "==").decode()
    assert '"aal":"aal2"' in claims.replace(" ", "")
    assert '"passkey"' in claims
    own = {"authorization": f"Bearer {answer.json()['access_token']}"}
    (listed,) = http.get(PASSKEYS, headers=own).json()
    assert listed["transports"] == ["hybrid", "internal"]
    path = f"{PASSKEYS}/{listed['id']}"
    renamed = http.patch(path, json={"friendly_name": "key ring"}, headers=own)
    assert renamed.json()["friendly_name"] == "key ring"
    assert http.patch(path, json={"friendly_name": ""}, headers=own).status_code == 422
    excluded = http.post(f"{PASSKEYS}/registration/options", headers=own).json()["options"]
    assert len(excluded["excludeCredentials"]) == 1
    assert refused(added(http, own, key)) == (422, "webauthn_credential_exists")
    assert http.delete(path, headers=own).status_code == 204
    assert refused(http.delete(path, headers=own)) == (404, "passkey_not_found")
    assert refused(shown(http, key)) == (400, "webauthn_verification_failed")


def test_everybody_is_asked_the_same(http: httpx2.Client, mailed: Signing) -> None:
    headers = tokens(http, sign_up(http, mailed))
    assert added(http, headers, Key()).status_code == 200
    answers = [
        http.post(f"{PASSKEYS}/authentication/options", headers=each).json()
        for each in ({}, headers, {"authorization": "Bearer nobody"})
    ]
    for answer in answers:
        assert answer["options"].pop("challenge")
        assert answer["options"] == {
            "timeout": 300_000,
            "rpId": "localhost",
            "allowCredentials": [],
            "userVerification": "required",
        }


def test_a_wrong_page_a_replay_and_a_foreign_challenge_are_refused(
    http: httpx2.Client, mailed: Signing
) -> None:
    headers = tokens(http, sign_up(http, mailed))
    key = Key()
    failed = (400, "webauthn_verification_failed")
    assert refused(added(http, headers, key, origin="http://localhost:1")) == failed
    assert refused(added(http, headers, Key(flags=1))) == failed
    assert refused(added(http, headers, Key(rp_id="else.example"))) == failed
    assert added(http, headers, key).status_code == 200
    assert refused(shown(http, key, origin="https://localhost:8000")) == failed
    asked = http.post(f"{PASSKEYS}/authentication/options").json()
    given = {"challenge_id": asked["challenge_id"], "credential": key.used(asked["options"])}
    for status in (200, 400):
        assert http.post(f"{PASSKEYS}/authentication/verify", json=given).status_code == status
    unknown = (400, "webauthn_challenge_not_found")
    assert refused(http.post(f"{PASSKEYS}/authentication/verify", json=given)) == unknown
    begun = http.post(f"{PASSKEYS}/registration/options", headers=headers).json()
    late = {"challenge_id": begun["challenge_id"], "credential": Key().created(begun["options"])}
    other = tokens(http, sign_up(http, mailed))
    answer = http.post(f"{PASSKEYS}/registration/verify", json=late, headers=other)
    assert refused(answer) == unknown
    mailed.behind.execute(
        "update auth.passkey_challenges set expires_at = now() where id = %s",
        (begun["challenge_id"],),
    )
    answer = http.post(f"{PASSKEYS}/registration/verify", json=late, headers=headers)
    assert refused(answer) == (400, "webauthn_challenge_expired")


def test_a_key_of_another_kind_is_refused_in_words(http: httpx2.Client, mailed: Signing) -> None:
    headers = tokens(http, sign_up(http, mailed))
    answer = added(http, headers, Key(ed25519.Ed25519PrivateKey.generate()))
    assert refused(answer) == (400, "webauthn_verification_failed")
    assert "ES256 and RS256" in answer.json()["msg"]


def test_what_is_no_attestation_is_refused(http: httpx2.Client, mailed: Signing) -> None:
    headers = tokens(http, sign_up(http, mailed))
    for object in ("", "AA", "oA", "gICAgA", "n" * 4000, "gYGB" * 2000, "_" * 400, "A"):
        begun = http.post(f"{PASSKEYS}/registration/options", headers=headers).json()
        credential = Key().created(begun["options"])
        credential["response"]["attestationObject"] = object
        given = {"challenge_id": begun["challenge_id"], "credential": credential}
        answer = http.post(f"{PASSKEYS}/registration/verify", json=given, headers=headers)
        assert refused(answer) == (400, "webauthn_verification_failed"), object[:20]


def test_a_browser_gets_a_cookie(http: httpx2.Client, mailed: Signing) -> None:
    key = Key()
    assert added(http, tokens(http, sign_up(http, mailed)), key).status_code == 200
    answer = shown(http, key, "?session=cookie", OWN)
    assert set(answer.json()) == {"expires_at", "user"}
    secret = cookies_of(answer)["__Host-sb"]
    assert mailed.opens(proof_of(secret)) is not None
    elsewhere = OWN | {"sec-fetch-site": "cross-site"}
    assert shown(http, key, "?session=cookie", elsewhere).status_code == 403


def test_a_session_that_waits_does_none_of_it_and_a_passkey_does_not_wait(
    http: httpx2.Client, mailed: Signing
) -> None:
    email, _, _, raised = with_app(http, mailed)
    key = Key()
    passkey = added(http, raised, key).json()["id"]
    waits = tokens(http, email)
    for method, path in (
        ("GET", PASSKEYS),
        ("POST", f"{PASSKEYS}/registration/options"),
        ("PATCH", f"{PASSKEYS}/{passkey}"),
        ("DELETE", f"{PASSKEYS}/{passkey}"),
    ):
        answer = http.request(method, path, json={"friendly_name": "x"}, headers=waits)
        assert answer.status_code == 403, path
    answer = shown(http, key)
    assert mailed.opens(proof_of(answer.json()["access_token"])) is not None


def test_another_persons_passkey_is_answered_like_a_random_id(
    http: httpx2.Client, mailed: Signing
) -> None:
    theirs = added(http, tokens(http, sign_up(http, mailed)), Key()).json()["id"]
    own = tokens(http, sign_up(http, mailed))
    for method in ("PATCH", "DELETE"):
        answers = [
            refused(
                http.request(method, f"{PASSKEYS}/{id}", json={"friendly_name": "x"}, headers=own)
            )
            for id in (theirs, RANDOM)
        ]
        assert answers == [(404, "passkey_not_found")] * 2


def test_settings_say_that_passkeys_are_on(http: httpx2.Client) -> None:
    assert http.get("/auth/v1/settings").json()["passkeys_enabled"] is True


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://localhost", "http://localhost"),
        ("https://bids.example.org/", "https://bids.example.org"),
        ("https://Bids.example.org:443/path", "https://bids.example.org"),
        ("https://bids.example.org:8443", "https://bids.example.org:8443"),
        ("http://bids.example.org", None),
        ("https://127.0.0.1", None),
        ("https://my_bids.example.org", None),
        ("https://[::1]", None),
        ("http://127.0.0.1:8000", None),
    ],
)
def test_passkeys_are_for_names_over_tls_or_on_this_machine(url: str, origin: str | None) -> None:
    site = site_of(url)
    assert (site and site.origin) == origin
