"""A browser's session is a cookie that no script reads and no other site's request uses."""

from __future__ import annotations

import time

import httpx2
import pytest

from sealedbid.auth.tokens import proof_of
from tests.api.auth.test_verify_page import OWN, cookies_of
from tests.api.serving import Api
from tests.auth.signing import Signing, new_address

PASSWORD = "correct horse battery"
TOKEN = "/auth/v1/token?grant_type=password&session=cookie"


def sign_up(client: httpx2.Client, mailed: Signing) -> str:
    email = new_address()
    client.post("/auth/v1/signup", json={"email": email, "password": PASSWORD})
    code = mailed.code_of(email, "signup")
    given = {"type": "signup", "email": email, "token": code}
    assert client.post("/auth/v1/verify", json=given).status_code == 200
    return email


def sign_in(client: httpx2.Client, email: str, **headers: str) -> httpx2.Response:
    return client.post(TOKEN, json={"email": email, "password": PASSWORD}, headers=OWN | headers)


def test_the_cookie_is_the_session_and_no_token_is_told(api: Api, mailed: Signing) -> None:
    with api.client() as client:
        email = sign_up(client, mailed)
        answer = sign_in(client, email)
        assert set(answer.json()) == {"expires_at", "user"}
        for line in answer.headers.get_list("set-cookie"):
            for flag in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
                assert flag in line
        cookie = {"cookie": f"__Host-sb={cookies_of(answer)['__Host-sb']}"}
        user = client.get("/auth/v1/user", headers=cookie)
        assert user.json()["email"] == email
        out = client.post("/auth/v1/logout", headers=cookie | OWN)
        assert out.status_code == 204
        assert cookies_of(out)["__Host-sb"] == '""'
        assert client.get("/auth/v1/user", headers=cookie).status_code == 403


@pytest.mark.parametrize(
    "headers", [{}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_another_site_neither_signs_in_nor_acts(
    api: Api, mailed: Signing, headers: dict[str, str]
) -> None:
    with api.client() as client:
        email = sign_up(client, mailed)
        given = {"email": email, "password": PASSWORD}
        refused = client.post(TOKEN, json=given, headers=headers)
        assert (refused.status_code, refused.json()["error_code"]) == (403, "cross_site")
        cookie = {"cookie": f"__Host-sb={cookies_of(sign_in(client, email))['__Host-sb']}"}
        for method, path in (("POST", "/auth/v1/logout"), ("PUT", "/auth/v1/user")):
            answer = client.request(method, path, json={"data": {}}, headers=cookie | headers)
            assert answer.status_code == 403
        assert client.get("/auth/v1/user", headers=cookie).status_code == 200


def test_a_changed_password_gives_the_browser_a_new_secret(api: Api, mailed: Signing) -> None:
    with api.client() as client:
        email = sign_up(client, mailed)
        before = cookies_of(sign_in(client, email))["__Host-sb"]
        elsewhere = cookies_of(sign_in(client, email))["__Host-sb"]
        changed = client.put(
            "/auth/v1/user",
            json={"password": "another password", "current_password": PASSWORD},
            headers=OWN | {"cookie": f"__Host-sb={before}"},
        )
        assert changed.status_code == 200
        after = cookies_of(changed)["__Host-sb"]
        assert mailed.opens(proof_of(before)) is None
        assert mailed.opens(proof_of(elsewhere)) is None
        assert mailed.opens(proof_of(after)) is not None


@pytest.mark.full
def test_a_browser_that_signed_in_before_is_not_locked_out_by_strangers(
    api: Api, mailed: Signing
) -> None:
    with api.client() as client:
        email = sign_up(client, mailed)
        device = cookies_of(sign_in(client, email))["__Host-sb-device"]
        guess = {"email": email, "password": "guess"}
        for _ in range(20):  # the wait doubles each time: no machine is too slow for all of them
            stranger = client.post("/auth/v1/token?grant_type=password", json=guess)
            if stranger.status_code == 429:
                break
        assert (stranger.status_code, stranger.json()["error_code"]) == (
            429,
            "over_request_rate_limit",
        )
        assert int(stranger.headers["retry-after"]) > 0
        mine = sign_in(client, email, cookie=f"__Host-sb-device={device}")
        assert mine.status_code == 200


def test_one_lists_and_ends_ones_own_sessions(api: Api, mailed: Signing) -> None:
    with api.client() as client:
        email, other = sign_up(client, mailed), sign_up(client, mailed)
        given = {"email": email, "password": PASSWORD}
        token = client.post("/auth/v1/token?grant_type=password", json=given).json()
        bearer = {"authorization": f"Bearer {token['access_token']}"}
        listed = client.get("/auth/v1/sessions", headers=bearer).json()["data"]
        assert [row["is_own"] for row in listed] == [True, False]
        foreign = mailed.behind.execute(
            "select s.id from auth.sessions s join auth.users u on u.id = s.user_id"
            " where u.email = %s",
            (other,),
        ).fetchone()
        assert foreign is not None
        for id, status in ((foreign[0], 404), (listed[1]["id"], 204), (listed[1]["id"], 404)):
            ended = client.delete(f"/auth/v1/sessions/{id}", headers=bearer)
            assert ended.status_code == status
        assert len(client.get("/auth/v1/sessions", headers=bearer).json()["data"]) == 1


def test_a_session_lasts_on_by_any_use(api: Api, mailed: Signing) -> None:
    with api.client() as client:
        email = sign_up(client, mailed)
        secret = cookies_of(sign_in(client, email))["__Host-sb"]
        mailed.behind.execute(
            "update seal_private.credentials set expires_at = expires_at - interval '6 hours',"
            " created_at = created_at - interval '6 hours' where stored = sha256(%s)",
            (proof_of(secret),),
        )
        answer = client.get("/api/v1/orgs", headers={"cookie": f"__Host-sb={secret}"})
        assert answer.status_code == 200
    for _ in range(100):  # after the answer, so that nobody waits for it
        row = mailed.behind.execute(
            "select expires_at > now() + interval '11 hours' from seal_private.credentials"
            " where stored = sha256(%s)",
            (proof_of(secret),),
        ).fetchone()
        if row == (True,):
            break
        time.sleep(0.05)
    assert row == (True,)
