"""Accounts at a provider are added to the right person, and who waited there loses everything."""

from __future__ import annotations

import secrets
import uuid
from typing import Any

import pytest

from tests.api.auth.oauth.browser import LISTED, OWN, Browser, fault
from tests.auth.signing import Password, SignedIn, new_address

pytestmark = pytest.mark.full

SAME = {"sec-fetch-site": "same-origin"}
BOTH = pytest.mark.parametrize("name", ["google", "github"])


def one(browser: Browser, statement: str, *values: Any) -> Any:
    row = browser.mailed.behind.execute(statement, values).fetchone()
    assert row is not None
    return row[0]


def unproven(browser: Browser) -> tuple[SignedIn, Password]:
    """An account that somebody has, with a password and a session, whose address nobody proved."""
    password = Password.new()
    person = browser.mailed.sign_up(password)
    browser.mailed.behind.execute(
        "update auth.users set email_confirmed_at = null where id = %s", (person.user_id,)
    )
    browser.mailed.behind.execute(
        "update public.profiles set email_confirmed_at = null where id = %s", (person.user_id,)
    )
    return person, password


@BOTH
def test_a_proven_account_gets_it_and_a_mail(browser: Browser, name: str) -> None:
    password = Password.new()
    person = browser.mailed.sign_up(password)
    browser.provider.person.email = person.email
    assert browser.sign_in(name).headers["location"] == OWN
    user = browser.user()
    assert user["id"] == str(person.user_id)
    assert [each["provider"] for each in user["identities"]] == ["email", name]
    assert user["app_metadata"] == {"provider": "email", "providers": ["email", name]}
    assert "identity_added" in browser.mailed.mails(person.email)
    assert browser.mailed.opens(person.proof) == person.user_id  # what was there goes on
    assert browser.mailed.sign_in(person.email, password)["outcome"] == "signed_in"
    assert one(
        browser,
        "select count(*) from public.audit_log where action = 'account.identity_added'"
        " and user_id = %s",
        person.user_id,
    )


@BOTH
@pytest.mark.parametrize("known", [True, False])
def test_an_address_that_the_provider_has_not_proven_counts_for_nothing(
    browser: Browser, name: str, known: bool
) -> None:
    email = browser.mailed.sign_up().email if known else new_address()
    browser.provider.person.email = email
    browser.provider.person.is_verified = False
    assert fault(browser.sign_in(name)) == ("access_denied", "provider_email_needs_verification")
    assert not browser.is_signed_in()
    assert not one(
        browser,
        "select count(*) from auth.identities where provider_id = %s",
        browser.provider.person.subject,
    )
    assert one(browser, "select count(*) from auth.users where email = %s", email) == int(known)


@pytest.mark.parametrize("said", ["true", 1, None, {}, "yes"])
def test_verified_is_said_by_true_alone(browser: Browser, said: Any) -> None:
    browser.provider.claims["email_verified"] = said
    assert fault(browser.sign_in())[1] == "provider_email_needs_verification"


@pytest.mark.parametrize(
    ("host", "email", "fits"),
    [
        (None, "ada@firm.example", False),  # it was theirs once
        ("", "ada@firm.example", False),
        (True, "ada@firm.example", False),
        ("firm.example", "ada@firm.example", True),
        (None, "Ada.Example@gmail.com", True),
        (None, "ada@gmail.com.example.org", False),
        (None, "ada@notgmail.com", False),
    ],
)
def test_google_vouches_for_addresses_that_it_keeps(
    browser: Browser, host: object, email: str, fits: bool
) -> None:
    browser.provider.person.email = email.replace("@", f"{secrets.token_hex(4)}@")
    browser.provider.claims["hd"] = host
    answer = browser.sign_in()
    assert browser.is_signed_in() is fits
    assert fits or fault(answer)[1] == "provider_email_needs_verification"


@BOTH
def test_whoever_waited_in_an_unproven_account_is_out(browser: Browser, name: str) -> None:
    person, password = unproven(browser)
    behind, user = browser.mailed.behind, person.user_id
    behind.execute(
        "insert into auth.factors (id, user_id, kind, sealed, verified_at)"
        " values (gen_random_uuid(), %s, 'totp', decode(repeat('a5', 20), 'hex'), now())",
        (user,),
    )
    behind.execute(
        "insert into auth.recovery_codes (user_id, stored) values (%s, sha256('x'))", (user,)
    )
    behind.execute(
        "insert into auth.identities (user_id, provider, provider_id) values (%s, 'github', %s)",
        (user, f"of the attacker {user}"),
    )
    browser.mailed.calm(person.email)
    browser.mailed.call("recover", person.email, "en", {}, "2001:db8::7")
    mailed = browser.mailed.secret_of(person.email, "recovery")

    browser.provider.person.email = person.email
    assert browser.sign_in(name).headers["location"] == OWN
    found = browser.user()
    assert found["id"] == str(user)
    assert found["email_confirmed_at"] is not None
    assert found["factors"] == []
    assert found["user_metadata"] == {}
    assert [each["id"] for each in found["identities"] if each["provider"] != "email"] == [
        browser.provider.person.subject
    ]
    assert browser.mailed.opens(browser.proof) == user
    assert browser.mailed.opens(person.proof) is None
    refreshed = browser.mailed.refresh(person.session_id, person.counter, person.mac)
    assert refreshed["outcome"] == "unknown"
    assert browser.mailed.sign_in(person.email, password)["outcome"] == "refused"
    assert browser.mailed.verify(mailed)["outcome"] == "refused"
    assert not one(browser, "select count(*) from auth.recovery_codes where user_id = %s", user)


def test_a_sign_up_that_waits_does_not_come_after_the_account(browser: Browser) -> None:
    email = new_address()
    browser.mailed.ask_to_sign_up(email, Password.new())
    waiting = browser.mailed.secret_of(email, "signup")
    browser.provider.person.email = email
    browser.sign_in()
    assert browser.mailed.verify(waiting)["outcome"] == "refused"
    assert not one(
        browser, "select password_proof is not null from auth.users where email = %s", email
    )


def test_an_address_is_the_same_in_large_letters(browser: Browser) -> None:
    person = browser.mailed.sign_up()
    browser.provider.person.email = person.email.upper()
    browser.sign_in()
    assert browser.user()["id"] == str(person.user_id)


@pytest.mark.parametrize("sign", ["\u212a", "\u0130", "K\u0307", "\uff2b"])
def test_an_address_that_is_written_small_in_two_ways_is_nobodys(
    browser: Browser, sign: str
) -> None:
    """U+212A, the sign of kelvin, is a k in small letters, and its owner is not who has the k."""
    person = browser.mailed.sign_up(name="k")
    browser.provider.person.email = person.email.replace("k", sign, 1)
    ended = browser.sign_in("github")
    if ended.headers["location"] == OWN:
        assert browser.user()["id"] != str(person.user_id)
    else:
        assert fault(ended)[1] == "provider_email_needs_verification"


@pytest.mark.parametrize(
    "email", ["", "nobody", "a@b@c", "a b@example.org", "a@example.org\n", "x" * 400 + "@e.org"]
)
def test_what_is_no_address_has_no_account(browser: Browser, email: str) -> None:
    browser.provider.person.email = email
    assert fault(browser.sign_in("google"))[1] == "provider_email_needs_verification"


def link(
    browser: Browser, name: str, redirect_to: str = OWN, *, coded: bool = False, **query: str
) -> Any:
    given = {"provider": name, "redirect_to": redirect_to} | query
    return browser.request(
        "GET",
        "/auth/v1/user/identities/authorize",
        params=given | (browser.challenge if coded else {}),
        headers=SAME,
    )


def test_a_signed_in_person_adds_an_account_with_another_address(browser: Browser) -> None:
    browser.sign_in("google")
    before = browser.user()
    browser.provider.person.email = new_address("elsewhere")
    browser.provider.person.is_verified = False
    browser.provider.person.subject += "1"
    cookie = browser.cookies["__Host-sb"]
    ended = browser.come_back(browser.let_in(link(browser, "github")))
    assert ended.headers["location"] == OWN
    assert browser.cookies["__Host-sb"] == cookie
    after = browser.user()
    assert (after["id"], after["email"]) == (before["id"], before["email"])
    assert [each["provider"] for each in after["identities"]] == ["google", "github"]
    listed = browser.request("GET", "/auth/v1/user/identities").json()["identities"]
    assert listed == after["identities"]
    browser.cookies.clear()
    browser.sign_in("github")
    assert browser.user()["id"] == before["id"]


def test_a_program_that_adds_one_gets_the_address_and_a_code(browser: Browser) -> None:
    browser.sign_in("google")
    person = browser.user()["id"]
    browser.provider.person.subject += "1"
    asked = link(browser, "github", LISTED, coded=True, skip_http_redirect="true")
    assert asked.status_code == 200
    begun = type(asked)(302, headers={"location": asked.json()["url"]})
    code = browser.code(browser.come_back(browser.let_in(begun)))
    assert browser.exchange(code).json()["user"]["id"] == person


def test_an_account_of_another_person_is_not_added(browser: Browser, other: Browser) -> None:
    other.sign_in("github")
    browser.provider.person.email = new_address()
    browser.sign_in("google")
    before = browser.user()["identities"]
    ended = browser.come_back(browser.let_in(link(browser, "github")))
    assert fault(ended) == ("invalid_request", "identity_already_exists")
    assert browser.user()["identities"] == before
    assert fault(browser.come_back(browser.let_in(link(browser, "google"))))[1] == (
        "identity_already_exists"
    )


def test_only_the_browser_that_asked_adds_one(browser: Browser, other: Browser) -> None:
    browser.sign_in("google")
    other.provider.person.email = new_address()
    other.provider.person.subject += "1"
    back = browser.let_in(link(browser, "github"))
    assert other.come_back(back).status_code == 400
    assert len(browser.user()["identities"]) == 1


def test_a_session_that_ended_meanwhile_adds_none(browser: Browser) -> None:
    browser.sign_in("google")
    back = browser.let_in(link(browser, "github"))
    browser.request("POST", "/auth/v1/logout", headers=SAME)
    assert fault(browser.come_back(back))[1] == "bad_oauth_state"


def test_another_site_does_not_begin_it(browser: Browser) -> None:
    browser.sign_in("google")
    for site in ("cross-site", "same-site", "none"):
        answer = browser.request(
            "GET",
            "/auth/v1/user/identities/authorize",
            params={"provider": "github"},
            headers={"sec-fetch-site": site},
        )
        assert answer.status_code == 403
    assert browser.client.get("/auth/v1/user/identities/authorize").status_code == 401


def remove(browser: Browser, identity: str) -> Any:
    return browser.request("DELETE", f"/auth/v1/user/identities/{identity}", headers=SAME)


def test_the_last_way_in_is_not_removed(browser: Browser) -> None:
    browser.sign_in("google")
    (identity,) = browser.user()["identities"]
    answer = remove(browser, identity["identity_id"])
    assert (answer.status_code, answer.json()["error_code"]) == (
        422,
        "single_identity_not_deletable",
    )
    browser.provider.person.subject += "1"
    browser.come_back(browser.let_in(link(browser, "github")))
    assert remove(browser, identity["identity_id"]).json() == {}
    assert [each["provider"] for each in browser.user()["identities"]] == ["github"]
    assert "identity_removed" in browser.mailed.mails(browser.user()["email"])


def test_with_a_password_the_only_account_may_go(browser: Browser) -> None:
    person = browser.mailed.sign_up(Password.new())
    browser.provider.person.email = person.email
    browser.sign_in("google")
    _, identity = browser.user()["identities"]
    assert remove(browser, identity["identity_id"]).status_code == 200
    assert [each["provider"] for each in browser.user()["identities"]] == ["email"]


def test_an_identity_of_another_is_as_one_that_is_not_there(
    browser: Browser, other: Browser
) -> None:
    other.sign_in("google")
    theirs = other.user()["identities"][0]["identity_id"]
    browser.provider.person.email = new_address()
    browser.provider.person.subject += "1"
    browser.sign_in("google")
    answers = [remove(browser, each) for each in (theirs, str(uuid.uuid4()))]
    assert [answer.status_code for answer in answers] == [422, 422]
    bodies = [answer.json() | {"request_id": ""} for answer in answers]
    assert bodies[0] == bodies[1]
    assert bodies[0]["error_code"] == "identity_not_found"
    assert len(other.user()["identities"]) == 1


def test_ten_are_enough(browser: Browser) -> None:
    browser.sign_in("google")
    browser.mailed.behind.execute(
        "insert into auth.identities (user_id, provider, provider_id)"
        " select %s, 'github', 'many ' || %s || n from generate_series(1, 9) n",
        (browser.user()["id"], browser.provider.person.subject),
    )
    browser.provider.person.subject += "1"
    assert fault(browser.come_back(browser.let_in(link(browser, "github"))))[1] == "conflict"
