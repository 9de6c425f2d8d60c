"""No answer over HTTP tells who has an account, and every refusal has one shape."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.serving import Api
from tests.auth.signing import Signing, new_address

PASSWORD = "correct horse battery"
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("/signup", {"password": PASSWORD}),
    ("/signup", {"password": PASSWORD}),
    ("/recover", {}),
    ("/recover", {}),
    ("/otp", {"create_user": False}),
    ("/otp", {}),
    ("/magiclink", {}),
    ("/resend", {"type": "signup"}),
    ("/resend", {"type": "email_change"}),
    ("/verify", {"type": "signup", "token": "000000"}),
    ("/token?grant_type=password", {"password": "not the password"}),
]


def answers(api: Api, email: str) -> list[Any]:
    found = []
    with api.client() as client:
        for path, body in ASKED:
            answer = client.post(f"/auth/v1{path}", json={"email": email, **body})
            said = answer.json()
            for name in ("id", "created_at", "updated_at", "confirmation_sent_at", "request_id"):
                said.pop(name, None)
            headers = sorted(name for name in answer.headers if name != "x-request-id")
            found.append((path, answer.status_code, str(said).replace(email, "email"), headers))
    return found


def test_a_known_address_is_answered_as_an_unknown_one(api: Api, mailed: Signing) -> None:
    person = mailed.sign_up()
    mailed.behind.execute("delete from auth.tries")
    known, unknown = answers(api, person.email), answers(api, new_address())
    assert known == unknown
    assert {status for _, status, _, _ in known} == {200, 400, 403, 429}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/user", None, 401, "no_authorization"),
        ("POST", "/logout", None, 401, "no_authorization"),
        ("GET", "/sessions", None, 401, "no_authorization"),
        ("POST", "/signup", {"email": "no address", "password": PASSWORD}, 400, None),
        ("POST", "/signup", {"email": "a@example.org"}, 422, "validation_failed"),
        ("POST", "/token?grant_type=magic", {}, 422, "validation_failed"),
        ("POST", "/token", {}, 422, "validation_failed"),
        ("POST", "/token?grant_type=refresh_token", {"refresh_token": "x"}, 400, None),
        ("POST", "/token?grant_type=refresh_token", {}, 400, "refresh_token_not_found"),
        ("POST", "/verify", {"type": "signup"}, 403, "otp_expired"),
        ("POST", "/verify", {"type": "sms", "token": "1"}, 422, "validation_failed"),
        ("POST", "/verify", {"type": "invite", "token_hash": "A" * 43}, 403, "otp_expired"),
        ("GET", "/nothing", None, 404, "not_found"),
    ],
)
def test_a_refusal_has_the_shape_that_clients_read(
    api: Api, mailed: Signing, method: str, path: str, body: Any, status: int, code: str | None
) -> None:
    del mailed
    with api.client() as client:
        answer = client.request(method, f"/auth/v1{path}", json=body)
    said = answer.json()
    assert (answer.status_code, said["code"]) == (status, status)
    assert set(said) <= {"code", "error_code", "msg", "request_id", "weak_password"}
    assert said["error_code"] == code or code is None
    assert said["msg"]


def test_what_was_sent_is_never_told_back(api: Api) -> None:
    with api.client() as client:
        for body in (
            {"email": "sent-canary", "password": "sent-canary"},
            {"email": ["sent-canary"], "password": {"sent-canary": 1}},
            {"email": "sent-canary\u0000@b", "password": "sent-canary"},
            {"sent-canary": 1},
        ):
            for path in ("/signup", "/token?grant_type=password", "/recover", "/verify"):
                answer = client.post(f"/auth/v1{path}", json=body)
                assert 400 <= answer.status_code < 500
                assert "sent-canary" not in answer.text


def test_clients_ask_for_settings_and_keys_before_anybody_signs_in(api: Api) -> None:
    with api.client() as client:
        settings = client.get("/auth/v1/settings").json()
        assert settings["external"]["email"] is True
        assert client.get("/auth/v1/health").status_code == 200
        keys = client.get("/auth/v1/.well-known/jwks.json").json()["keys"]
        assert keys
        assert all("d" not in key for key in keys)
