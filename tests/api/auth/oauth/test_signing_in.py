"""People sign in by Google and GitHub, in a browser of ours and in a program's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from supabase_auth import SyncGoTrueClient

from sealedbid.auth.tokens import proof_of
from tests.api.auth.oauth.browser import LISTED, OWN, PUBLIC, Browser, fault
from tests.api.auth.oauth.provider import CLIENT_ID
from tests.fixtures.people import World
from tests.fixtures.server import Installation

BOTH = pytest.mark.parametrize("name", ["google", "github"])


@BOTH
def test_a_new_person_has_an_account_and_a_cookie(browser: Browser, name: str) -> None:
    ended = browser.sign_in(name)
    assert (ended.status_code, ended.headers["location"]) == (303, OWN)
    user = browser.user()
    assert user["email"] == browser.provider.person.email
    assert user["email_confirmed_at"] is not None
    assert user["app_metadata"] == {"provider": name, "providers": [name]}
    assert user["user_metadata"]["full_name"] == "A Person"
    (identity,) = user["identities"]
    assert identity["id"] == identity["identity_data"]["sub"] == browser.provider.person.subject
    assert identity["identity_data"]["email"] == browser.provider.person.email
    assert browser.mailed.opens(browser.proof) is not None


@BOTH
def test_the_same_person_comes_again_under_another_address(browser: Browser, name: str) -> None:
    browser.sign_in(name)
    before = browser.user()
    browser.provider.person.email = f"new.{before['email']}"
    browser.cookies.clear()
    browser.sign_in(name)
    after = browser.user()
    assert (after["id"], after["email"]) == (before["id"], before["email"])
    assert after["identities"][0]["email"] == browser.provider.person.email


@BOTH
def test_a_program_gets_a_code_for_its_verifier_once(browser: Browser, name: str) -> None:
    code = browser.code(browser.sign_in(name, LISTED, coded=True))
    assert "__Host-sb" not in browser.cookies
    signed_in = browser.exchange(code)
    assert signed_in.status_code == 200, signed_in.text
    assert browser.mailed.opens(proof_of(signed_in.json()["access_token"])) is not None
    assert browser.exchange(code).status_code == 404


def test_a_code_with_another_verifier_is_used_up(browser: Browser) -> None:
    code = browser.code(browser.sign_in("google", LISTED, coded=True))
    assert browser.exchange(code, "0" * 64).status_code == 404
    assert browser.exchange(code).status_code == 404


def test_the_address_says_what_it_has_to_and_nothing_else(browser: Browser) -> None:
    for name, scope in (("google", "openid email profile"), ("github", "read:user user:email")):
        begun = browser.begin(name, scopes="repo admin:org", access_type="offline", state="mine")
        query = parse_qs(urlsplit(begun.headers["location"]).query)
        assert query["scope"] == [scope]
        assert query["client_id"] == [CLIENT_ID]
        assert query["redirect_uri"] == [f"{PUBLIC}/auth/v1/callback"]
        assert query["code_challenge_method"] == ["S256"]
        assert len(query["state"][0]) == 43
        assert ("nonce" in query) is (name == "google")
        assert "access_type" not in query
        row = browser.mailed.behind.execute(
            "select verifier from auth.flows order by created_at desc limit 1"
        ).fetchone()
        assert row is not None
        assert row[0] not in begun.headers["location"]


def test_supabase_python_signs_in(browser: Browser, url: str) -> None:
    with SyncGoTrueClient(
        url=f"{url}/auth/v1", headers={"apikey": "anon"}, flow_type="pkce"
    ) as client:
        asked = client.sign_in_with_oauth(
            {"provider": "google", "options": {"redirect_to": LISTED, "scopes": "email"}}
        )
        parts = urlsplit(asked.url)
        begun = browser.request("GET", f"{parts.path}?{parts.query}")
        ended = browser.come_back(browser.let_in(begun))
        found = client.exchange_code_for_session({"auth_code": browser.code(ended)})
        assert found.session is not None
        assert found.user is not None
        assert found.user.email == browser.provider.person.email
        assert found.user.app_metadata["providers"] == ["google"]
        assert client.get_user_identities().identities[0].provider == "google"


def test_a_member_sees_their_own_organization_alone(
    browser: Browser, world: World, installation: Installation
) -> None:
    for organization, others in ((world.a, world.b), (world.b, world.a)):
        member = organization.person("member")
        row = browser.mailed.behind.execute(
            "select email from auth.users where id = %s", (member.id,)
        ).fetchone()
        assert row is not None
        browser.provider.person.email = row[0]
        browser.provider.person.subject += "7"
        browser.cookies.clear()
        browser.sign_in("github")
        assert browser.user()["id"] == str(member.id)
        for org, status in ((organization.id, 200), (others.id, 403)):
            answer = browser.request("GET", f"/api/v1/orgs/{org}/clients")
            assert answer.status_code == status or (status == 403 and answer.status_code == 404)


def test_a_second_factor_still_has_to_be_shown(browser: Browser) -> None:
    browser.sign_in()
    person = browser.user()["id"]
    browser.mailed.behind.execute(
        "insert into auth.factors (id, user_id, kind, sealed, verified_at)"
        " values (gen_random_uuid(), %s, 'totp', decode(repeat('a5', 20), 'hex'), now())",
        (person,),
    )
    browser.cookies.clear()
    assert browser.sign_in().status_code == 303
    assert browser.user()["id"] == person
    assert browser.mailed.opens(browser.proof) is None
    assert browser.request("GET", "/auth/v1/user/identities").status_code == 200
    headers = {"sec-fetch-site": "same-origin"}
    asked = browser.request(
        "GET",
        "/auth/v1/user/identities/authorize",
        params={"provider": "github"},
        headers=headers,
    )
    assert asked.status_code == 403
    code = browser.code(browser.sign_in("google", LISTED, coded=True))
    token = browser.exchange(code).json()["access_token"]
    assert browser.mailed.opens(proof_of(token)) is None


def test_of_two_callbacks_with_one_state_one_signs_in(browser: Browser) -> None:
    back = browser.let_in(browser.begin())
    cookie = dict(browser.cookies)

    def once(_: int) -> httpx2.Response:
        with httpx2.Client(base_url=browser.client.base_url, timeout=30) as client:
            return Browser(client, browser.provider, browser.mailed, dict(cookie)).come_back(back)

    with ThreadPoolExecutor(4) as several:
        statuses = sorted(answer.status_code for answer in several.map(once, range(4)))
    assert statuses == [303, 400, 400, 400]


def test_a_new_person_who_comes_twice_at_once_has_one_account(browser: Browser) -> None:
    backs = []
    for _ in range(3):
        backs.append(browser.let_in(browser.begin()))
    cookie = dict(browser.cookies)

    def once(back: str) -> str:
        with httpx2.Client(base_url=browser.client.base_url, timeout=30) as client:
            each = Browser(client, browser.provider, browser.mailed, dict(cookie))
            assert each.come_back(back).status_code == 303
            return str(each.user()["id"])

    with ThreadPoolExecutor(3) as several:
        assert len(set(several.map(once, backs))) == 1


def test_settings_say_what_is_on(browser: Browser, installation: Installation) -> None:
    external = browser.client.get("/auth/v1/settings").json()["external"]
    assert external == {"email": True, "phone": False, "google": True, "github": True}


def test_a_provider_without_its_key_is_off(browser: Browser, installation: Installation) -> None:
    """A restore brings no keys."""
    behind = browser.mailed.behind
    kept = behind.execute(
        "delete from seal_private.keys where purpose = 'oauth.github' returning version, ipad, opad"
    ).fetchone()
    assert kept is not None
    try:
        answer = browser.begin("github")
        assert (answer.status_code, answer.json()["error_code"]) == (400, "validation_failed")
        assert "not enabled" in answer.json()["msg"]
        external = browser.client.get("/auth/v1/settings").json()["external"]
        assert (external["google"], external["github"]) == (True, False)
    finally:
        behind.execute(
            "insert into seal_private.keys (purpose, version, ipad, opad)"
            " values ('oauth.github', %s, %s, %s)",
            kept,
        )


def test_unknown_providers_are_refused(browser: Browser) -> None:
    for name in ("", "facebook", "GOOGLE", "email", "google "):
        answer = browser.begin(name)
        assert (answer.status_code, answer.json()["error_code"]) == (400, "validation_failed")


def test_a_banned_person_stays_out(browser: Browser) -> None:
    browser.sign_in()
    browser.mailed.behind.execute(
        "update auth.users set banned_until = now() + interval '1 day' where id = %s",
        (browser.user()["id"],),
    )
    browser.cookies.clear()
    assert fault(browser.sign_in()) == ("access_denied", "user_banned")
    assert fault(browser.sign_in("google", LISTED, coded=True), LISTED)[1] == "user_banned"
