"""A sign-in by a provider that is not whole, or is somebody else's, signs nobody in."""

from __future__ import annotations

import secrets
import time
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc.jwk import RSAKey

from tests.api.auth.oauth.browser import LISTED, OWN, PUBLIC, Browser, fault
from tests.api.auth.oauth.provider import CLIENT_SECRET

pytestmark = pytest.mark.full

FAILED = ("server_error", "unexpected_failure")
HOUR = 3600


def accounts(browser: Browser) -> int:
    row = browser.mailed.behind.execute("select count(*) from auth.users").fetchone()
    assert row is not None
    return int(row[0])


def test_the_state_of_another_browser(browser: Browser, other: Browser) -> None:
    back = browser.let_in(browser.begin())
    other.begin()
    ended = other.come_back(back)
    assert ended.status_code == 400
    assert "Begin to sign in again" in ended.text
    assert "__Host-sb" not in other.cookies
    assert browser.come_back(back).status_code == 400  # two hold it: it is used up


def test_a_browser_without_a_cookie(browser: Browser, other: Browser) -> None:
    back = browser.let_in(browser.begin())
    assert other.come_back(back).status_code == 400
    assert "__Host-sb" not in other.cookies


def test_a_state_and_a_code_are_shown_once(browser: Browser) -> None:
    back = browser.let_in(browser.begin())
    assert browser.come_back(back).status_code == 303
    assert browser.come_back(back).status_code == 400
    code = parse_qs(urlsplit(back).query)["code"][0]
    again = urlsplit(browser.let_in(browser.begin()))
    query = {key: values[0] for key, values in parse_qs(again.query).items()} | {"code": code}
    assert fault(browser.come_back(f"{PUBLIC}/auth/v1/callback?{urlencode(query)}")) == FAILED


def test_a_state_is_good_for_ten_minutes(browser: Browser) -> None:
    back = browser.let_in(browser.begin())
    browser.mailed.behind.execute(
        "update auth.flows set expires_at = expires_at - interval '10 minutes'"
    )
    assert browser.come_back(back).status_code == 400


@pytest.mark.parametrize("state", ["", "x", "A" * 43, "A" * 44, "-" * 200, "%00", "é" * 43])
def test_made_up_states(browser: Browser, state: str) -> None:
    answer = browser.request("GET", "/auth/v1/callback", params={"state": state, "code": "x"})
    assert answer.status_code in (400, 422)
    assert "location" not in answer.headers


def test_the_state_of_one_provider_with_the_code_of_the_other(browser: Browser) -> None:
    of_google = urlsplit(browser.let_in(browser.begin("google")))
    of_github = urlsplit(browser.let_in(browser.begin("github")))
    states = [parse_qs(each.query)["state"][0] for each in (of_google, of_github)]
    codes = [parse_qs(each.query)["code"][0] for each in (of_google, of_github)]
    for state, code in ((states[0], codes[1]), (states[1], codes[0])):
        mixed = urlencode({"state": state, "code": code})
        assert fault(browser.come_back(f"{PUBLIC}/auth/v1/callback?{mixed}")) == FAILED


def test_another_issuer_in_the_address(browser: Browser) -> None:
    browser.provider.extra["iss"] = "https://evil.example"
    assert fault(browser.sign_in())[1] == "bad_oauth_callback"
    assert not browser.provider.asked["/google/token"]
    browser.provider.extra["iss"] = f"{browser.provider.url}/google"
    assert browser.sign_in().headers["location"] == OWN


@pytest.mark.parametrize("said", ["access_denied", "server_error", "<script>alert(1)</script>"])
def test_a_refusal_at_the_provider_is_told_in_our_words(browser: Browser, said: str) -> None:
    begun = browser.begin("google", LISTED, coded=True)
    state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]
    given = urlencode({"state": state, "error": said, "error_description": "<b>evil\r\nX: y</b>"})
    ended = browser.come_back(f"{PUBLIC}/auth/v1/callback?{given}")
    assert fault(ended, LISTED)[0] == (
        "access_denied" if said == "access_denied" else "invalid_request"
    )
    assert "evil" not in ended.headers["location"]
    assert "alert" not in ended.headers["location"]
    assert browser.come_back(f"{PUBLIC}/auth/v1/callback?{given}").status_code == 400


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/google/token", (500, "application/json", b"{}")),
        ("/google/token", (200, "text/html", b"<html>busy</html>")),
        ("/google/token", (200, "application/json", b"[]")),
        ("/google/token", (200, "application/json", b'{"id_token": 5}')),
        ("/google/token", (200, "application/json", b'{"id_token": "a.b.c"}')),
        ("/google/token", (200, "application/json", b'{"x": "' + b"y" * 300_000 + b'"}')),
        ("/google/token", (200, "application/json", b"[" * 100_000)),
        ("/google/token", (302, "application/json", b"{}")),
        ("/google/keys", (200, "application/json", b'{"keys": []}')),
        ("/google/keys", (200, "application/json", b'{"keys": [null, 1, {"kid": 2}]}')),
        ("/google/keys", (503, "application/json", b"{}")),
        ("/github/token", (200, "application/json", b'{"access_token": ""}')),
        (
            "/github/token",
            (200, "application/json", b'{"access_token": "a\\nb", "token_type": "bearer"}'),
        ),
        ("/github/user", (200, "application/json", b'{"id": "5"}')),
        ("/github/user", (200, "application/json", b'{"id": true}')),
        ("/github/user", (200, "application/json", b'{"id": -1}')),
        ("/github/user", (403, "application/json", b'{"id": 5}')),
        ("/github/user/emails", (404, "application/json", b"{}")),
        ("/github/user/emails", (200, "application/json", b'{"0": 1}')),
    ],
)
def test_a_provider_that_answers_oddly(
    browser: Browser, path: str, answer: tuple[int, str, bytes]
) -> None:
    before = accounts(browser)
    browser.provider.odd[path] = answer
    assert fault(browser.sign_in(path.split("/")[1])) == FAILED
    assert accounts(browser) == before


def test_a_slow_provider_is_not_waited_for(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sealedbid.auth.oauth.finishing.WITHIN", 0.3)
    browser.provider.slow["/google/token"] = 1.0
    assert fault(browser.sign_in()) == FAILED


NOW = int(time.time())


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://accounts.evil.example"},
        {"iss": None},
        {"aud": "another client"},
        {"aud": ["sealedbid.apps.example", "another client"]},
        {"aud": None},
        {"azp": "another client"},
        {"nonce": "another"},
        {"nonce": None},
        {"nonce": 5},
        {"exp": NOW - HOUR},
        {"exp": None},
        {"exp": "tomorrow"},
        {"exp": True},
        {"exp": 1e400},
        {"iat": NOW - HOUR},
        {"iat": NOW + HOUR},
        {"iat": None},
        {"sub": ""},
        {"sub": None},
        {"sub": 5},
        {"sub": "x" * 256},
        {"sub": "a\u0000b"},
        {"sub": "a\ud800b"},
    ],
)
def test_a_token_with_another_claim(browser: Browser, claims: dict[str, Any]) -> None:
    before = accounts(browser)
    browser.provider.claims |= claims
    if claims.get("exp") == 1e400:
        browser.provider.claims["exp"] = 1e308
    assert fault(browser.sign_in()) == FAILED
    assert accounts(browser) == before


def test_a_token_by_no_key_or_another(browser: Browser) -> None:
    provider = browser.provider
    provider.header = {"alg": "none"}
    assert fault(browser.sign_in()) == FAILED
    provider.header = {}
    provider.signs_by = RSAKey.generate_key(2048, auto_kid=True)
    assert fault(browser.sign_in()) == FAILED
    provider.header = {"kid": provider.signs_by.kid}
    assert fault(browser.sign_in()) == FAILED
    provider.header = {}
    # the client's secret, and the public key as if it were a secret
    for secret in (CLIENT_SECRET.encode(), provider.key.as_pem(private=False)):
        provider.signs_by = secret
        assert fault(browser.sign_in()) == FAILED
    provider.signs_by = None
    provider.header = {"crit": ["exp"]}
    assert fault(browser.sign_in()) == FAILED
    provider.header = {}
    assert browser.sign_in().headers["location"] == OWN


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "https://app.example/welcome",
        "https://app.example/welcome?from=provider&x=1",
        "//evil.example",
        "/\\evil.example",
        f"{PUBLIC}.evil.example/",
        f"{PUBLIC}@evil.example/",
        "javascript:alert(1)",
        "https://sealedbid.example:444/",
        "http://sealedbid.example/",
    ],
)
def test_nobody_is_led_off_the_list(browser: Browser, wanted: str) -> None:
    for coded in (False, True):
        ended = browser.sign_in("google", wanted, coded=coded)
        parts = urlsplit(ended.headers["location"])
        assert (parts.scheme, parts.netloc, parts.path) == ("https", "sealedbid.example", "/")


def test_an_address_of_the_list_has_to_begin_with_a_challenge(browser: Browser) -> None:
    answer = browser.begin("google", LISTED)
    assert (answer.status_code, answer.json()["error_code"]) == (400, "validation_failed")
    assert "implicit" in answer.json()["msg"]


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge_method": "plain"},
        {"code_challenge_method": ""},
        {"code_challenge": "A" * 42},
        {"code_challenge": "*" * 43},
    ],
)
def test_only_a_sha256_is_a_challenge(browser: Browser, changed: dict[str, str]) -> None:
    given = {"provider": "google", "redirect_to": LISTED} | browser.challenge | changed
    answer = browser.request("GET", "/auth/v1/authorize", params=given)
    assert (answer.status_code, answer.json()["error_code"]) == (422, "validation_failed")
    half = browser.begin("google", LISTED, code_challenge=browser.challenge["code_challenge"])
    assert half.status_code == 400


def test_a_browser_gets_a_new_session_and_keeps_no_old_one(
    browser: Browser, other: Browser
) -> None:
    """A cookie that somebody put there before is no session afterwards."""
    other.sign_in()
    planted = other.cookies["__Host-sb"]
    browser.provider.person.subject += "1"
    browser.provider.person.email = f"victim.{secrets.token_hex(4)}@example.org"
    browser.cookies["__Host-sb"] = planted
    browser.sign_in()
    assert browser.cookies["__Host-sb"] != planted
    assert browser.user()["id"] != other.user()["id"]


def test_a_network_that_never_comes_back_has_to_wait(browser: Browser) -> None:
    statuses = [browser.begin().status_code for _ in range(52)]
    assert statuses[:50] == [302] * 50
    assert 429 in statuses[50:]
