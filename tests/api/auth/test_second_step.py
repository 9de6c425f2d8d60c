"""The second step over HTTP: Supabase's client unchanged, browsers, and nothing opens before it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest
from supabase_auth import SyncGoTrueClient
from supabase_auth.errors import AuthApiError

from sealedbid.auth.tokens import proof_of
from tests.api.auth.test_browsers import PASSWORD, sign_in, sign_up
from tests.api.auth.test_verify_page import OWN, cookies_of
from tests.api.serving import Api
from tests.auth.authenticator import Base32App, forget_code
from tests.auth.signing import Signing
from tests.fixtures.people import World

RANDOM = "00000000-0000-4000-8000-00000000abcd"
FACTORS = "/auth/v1/factors"


@pytest.fixture
def client(api: Api) -> Iterator[SyncGoTrueClient]:
    client = SyncGoTrueClient(
        url=f"{api.url}/auth/v1", headers={"apikey": "anon", "Authorization": "Bearer anon"}
    )
    with client:
        yield client


def tokens(http: httpx2.Client, email: str) -> dict[str, str]:
    """The headers of a sign-in by password."""
    answer = http.post(
        "/auth/v1/token?grant_type=password", json={"email": email, "password": PASSWORD}
    )
    assert answer.status_code == 200
    return {"authorization": f"Bearer {answer.json()['access_token']}"}


def show(http: httpx2.Client, factor: str, code: str, headers: dict[str, str]) -> httpx2.Response:
    begun = http.post(f"{FACTORS}/{factor}/challenge", headers=headers)
    assert begun.status_code == 200
    given = {"challenge_id": begun.json()["id"], "code": code}
    return http.post(f"{FACTORS}/{factor}/verify", json=given, headers=headers)


def with_app(http: httpx2.Client, mailed: Signing) -> tuple[str, str, Base32App, dict[str, str]]:
    """A person with an app: address, factor, app, and headers of the raised session."""
    email = sign_up(http, mailed)
    headers = tokens(http, email)
    begun = http.post(FACTORS, json={"factor_type": "totp"}, headers=headers).json()
    app = Base32App(begun["totp"]["secret"])
    raised = show(http, begun["id"], app.code(), headers).json()
    forget_code(mailed, begun["id"])
    return email, begun["id"], app, {"authorization": f"Bearer {raised['access_token']}"}


def test_supabases_client_enrolls_challenges_verifies_lists_and_unenrolls(
    client: SyncGoTrueClient, http: httpx2.Client, mailed: Signing
) -> None:
    email = sign_up(http, mailed)
    client.sign_in_with_password({"email": email, "password": PASSWORD})
    enrolled = client.mfa.enroll(
        {"factor_type": "totp", "friendly_name": "phone", "issuer": "Example Ltd"}
    )
    assert enrolled.totp is not None
    assert enrolled.totp.qr_code.startswith("data:image/svg+xml;utf-8,<svg")
    assert "#" not in enrolled.totp.qr_code
    assert enrolled.totp.uri.startswith("otpauth://totp/Example%20Ltd:")
    app = Base32App(enrolled.totp.secret)
    listed = client.mfa.list_factors()
    assert [factor.status for factor in listed.all] == ["unverified"]
    begun = client.mfa.challenge({"factor_id": enrolled.id})
    with pytest.raises(AuthApiError) as wrong:
        client.mfa.verify({"factor_id": enrolled.id, "challenge_id": begun.id, "code": app.wrong()})
    assert (wrong.value.status, wrong.value.code) == (422, "mfa_verification_failed")
    verified = client.mfa.verify(
        {"factor_id": enrolled.id, "challenge_id": begun.id, "code": app.code()}
    )
    assert mailed.opens(proof_of(verified.access_token)) is not None
    level = client.mfa.get_authenticator_assurance_level()
    assert (level.current_level, level.next_level) == ("aal2", "aal2")

    client.sign_out({"scope": "local"})
    waits = client.sign_in_with_password({"email": email, "password": PASSWORD})
    assert waits.session is not None
    assert mailed.opens(proof_of(waits.session.access_token)) is None
    level = client.mfa.get_authenticator_assurance_level()
    assert (level.current_level, level.next_level) == ("aal1", "aal2")
    assert [factor.friendly_name for factor in client.mfa.list_factors().totp] == ["phone"]
    with pytest.raises(AuthApiError) as refused:
        client.mfa.unenroll({"factor_id": enrolled.id})
    assert (refused.value.status, refused.value.code) == (403, "insufficient_aal")
    shown = client.mfa.challenge_and_verify({"factor_id": enrolled.id, "code": app.code(1)})
    assert mailed.opens(proof_of(shown.access_token)) is not None
    refreshed = client.refresh_session().session
    assert refreshed is not None
    assert mailed.opens(proof_of(refreshed.access_token)) is not None
    assert client.mfa.unenroll({"factor_id": enrolled.id}).id == enrolled.id
    assert client.mfa.list_factors().all == []
    client.sign_out({"scope": "local"})
    plain = client.sign_in_with_password({"email": email, "password": PASSWORD})
    assert plain.session is not None
    assert mailed.opens(proof_of(plain.session.access_token)) is not None


def test_a_token_that_waits_opens_no_route_but_its_own(
    http: httpx2.Client, mailed: Signing, own_world: World
) -> None:
    email, factor, app, raised = with_app(http, mailed)
    mailed.behind.execute(
        "insert into public.org_members (org_id, user_id, role)"
        " select %s, id, 'owner' from public.profiles where email = %s",
        (own_world.a.id, email),
    )
    clients = f"/api/v1/orgs/{own_world.a.id}/clients"
    assert http.get(clients, headers=raised).status_code == 200
    waits = tokens(http, email)
    for method, path in (
        ("GET", clients),
        ("POST", clients),
        ("GET", f"/api/v1/orgs/{own_world.a.id}"),
        ("GET", "/api/v1/orgs"),
        ("POST", "/api/v1/orgs"),
        ("POST", "/api/v1/invitations/accept"),
    ):
        answer = http.request(method, path, json={"name": "x"}, headers=waits)
        assert answer.status_code in (401, 404, 422), path
        if answer.status_code == 404:  # no such route
            assert http.request(method, path, headers=raised).status_code in (404, 405)
    for method, path in (
        ("GET", "/auth/v1/sessions"),
        ("PUT", "/auth/v1/user"),
        ("GET", "/auth/v1/reauthenticate"),
        ("GET", "/auth/v1/recovery-codes"),
        ("POST", "/auth/v1/recovery-codes"),
        ("POST", FACTORS),
    ):
        given = {"factor_type": "totp", "data": {"a": 1}}
        answer = http.request(method, path, json=given, headers=waits)
        assert answer.status_code == 403, path
    assert http.get("/auth/v1/user", headers=waits).json()["factors"][0]["id"] == factor
    assert show(http, factor, app.code(), waits).status_code == 200
    assert http.get("/auth/v1/user", headers=waits).status_code == 403


def test_another_persons_factor_is_answered_like_a_random_id(
    http: httpx2.Client, mailed: Signing
) -> None:
    _, theirs, _, _ = with_app(http, mailed)
    email, _, _, raised = with_app(http, mailed)
    waits = tokens(http, email)
    given = {"challenge_id": RANDOM, "code": "123456"}
    for headers in (raised, waits, {}, {"authorization": "Bearer nobody"}):
        for method, path in (
            ("POST", "{}/challenge"),
            ("POST", "{}/verify"),
            ("DELETE", "{}"),
        ):
            answers = []
            for factor in (theirs, RANDOM):
                answer = http.request(
                    method,
                    f"{FACTORS}/{path.format(factor)}",
                    json=given if path == "{}/verify" else None,
                    headers=headers,
                )
                body = answer.json()
                body.pop("request_id", None)
                answers.append((answer.status_code, body))
            assert answers[0] == answers[1]
            assert 400 <= answers[0][0] < 500


def test_a_sixth_try_is_told_to_wait(http: httpx2.Client, mailed: Signing) -> None:
    email, factor, app, _ = with_app(http, mailed)
    waits = tokens(http, email)
    statuses = [show(http, factor, app.wrong(), waits).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]
    last = show(http, factor, app.code(), waits)
    assert (last.status_code, last.json()["error_code"]) == (429, "over_request_rate_limit")
    assert int(last.headers["retry-after"]) > 240


def test_a_browser_gets_a_new_secret_by_the_second_step(
    http: httpx2.Client, mailed: Signing
) -> None:
    email, factor, app, _ = with_app(http, mailed)
    secret = cookies_of(sign_in(http, email))["__Host-sb"]
    cookie = {"cookie": f"__Host-sb={secret}"}
    assert mailed.opens(proof_of(secret)) is None
    assert http.get("/auth/v1/user", headers=cookie).status_code == 200
    assert http.post(f"{FACTORS}/{factor}/challenge", headers=cookie).status_code == 403
    shown = show(http, factor, app.code(), cookie | OWN)
    assert set(shown.json()) == {"expires_at", "user"}
    after = cookies_of(shown)["__Host-sb"]
    assert after != secret
    assert mailed.opens(proof_of(after)) is not None
    assert http.get("/auth/v1/user", headers=cookie).status_code == 403


def test_a_browser_of_the_person_does_not_wait_for_strangers(
    http: httpx2.Client, mailed: Signing
) -> None:
    email, factor, app, _ = with_app(http, mailed)
    first = cookies_of(sign_in(http, email))
    mark = f"__Host-sb-device={first['__Host-sb-device']}"
    headers = OWN | {"cookie": f"__Host-sb={first['__Host-sb']}; {mark}"}
    shown = show(http, factor, app.code(), headers)
    assert shown.status_code == 200
    assert cookies_of(shown)["__Host-sb-device"] == first["__Host-sb-device"]
    forget_code(mailed, factor)
    stranger = tokens(http, email)
    while show(http, factor, app.wrong(), stranger).status_code == 422:
        pass
    again = cookies_of(sign_in(http, email, cookie=mark))["__Host-sb"]
    headers = OWN | {"cookie": f"__Host-sb={again}; {mark}"}
    assert show(http, factor, app.code(), headers).status_code == 200


def test_a_recovery_code_signs_in_once(http: httpx2.Client, mailed: Signing) -> None:
    email, _, _, raised = with_app(http, mailed)
    made = http.post("/auth/v1/recovery-codes", headers=raised)
    codes = made.json()["codes"]
    assert len(codes) == 10
    assert made.headers["cache-control"] == "no-store"
    left = http.get("/auth/v1/recovery-codes", headers=raised).json()
    assert left["remaining"] == 10
    for status in (200, 422):
        waits = tokens(http, email)
        answer = http.post(
            "/auth/v1/recovery-codes/verify", json={"code": codes[0].upper()}, headers=waits
        )
        assert answer.status_code == status
        assert codes[0] not in answer.text
    anonymous = http.post("/auth/v1/recovery-codes/verify", json={"code": codes[1]})
    assert anonymous.status_code == 401


def test_a_person_who_waits_signs_out(http: httpx2.Client, mailed: Signing) -> None:
    email, _, _, raised = with_app(http, mailed)
    waits = tokens(http, email)
    assert http.post("/auth/v1/logout", headers=waits).status_code == 204
    assert http.get("/auth/v1/user", headers=waits).status_code == 403
    assert http.get("/auth/v1/user", headers=raised).status_code == 200
