"""An organization that asks for a second factor opens to people who have shown one, and to keys."""

from __future__ import annotations

from uuid import UUID

import httpx2
import pytest

from tests.api.auth.test_browsers import sign_in, sign_up
from tests.api.auth.test_second_step import FACTORS, show, tokens, with_app
from tests.api.auth.test_verify_page import OWN, cookies_of
from tests.api.serving import Api
from tests.auth.authenticator import Base32App
from tests.auth.signing import Signing

pytestmark = pytest.mark.full
ORGS = "/api/v1/orgs"


def found(http: httpx2.Client, headers: dict[str, str], name: str) -> str:
    org: str = http.post(ORGS, json={"name": name}, headers=headers).json()["id"]
    return f"{ORGS}/{org}"


def ask(http: httpx2.Client, org: str, headers: dict[str, str], value: bool) -> httpx2.Response:
    version = {"if-match": http.get(org, headers=headers).headers["etag"]}
    return http.patch(org, json={"require_mfa": value}, headers=headers | version)


def join(mailed: Signing, org: str, email: str, role: str = "member") -> None:
    mailed.behind.execute(
        "insert into public.org_members (org_id, user_id, role)"
        " select %s, id, %s from auth.users where email = %s",
        (UUID(org.removeprefix(f"{ORGS}/")), role, email),
    )


def test_a_member_without_one_is_told_to_add_one_and_gets_in_with_it(
    api: Api, http: httpx2.Client, mailed: Signing
) -> None:
    _, _, _, owner = with_app(http, mailed)
    org = found(http, owner, "Guarded")
    email = sign_up(http, mailed)
    member = tokens(http, email)
    own = found(http, member, "Their own")
    join(mailed, org, email)
    assert http.get(f"{org}/clients", headers=member).status_code == 200

    asked = ask(http, org, owner, True)
    assert (asked.status_code, asked.json()["require_mfa"]) == (200, True)
    assert http.get(f"{org}/clients", headers=owner).status_code == 200
    for method, path in (("GET", "/clients"), ("GET", ""), ("POST", "/clients")):
        refused = http.request(method, f"{org}{path}", json={"name": "No"}, headers=member)
        assert refused.status_code == 403
        assert refused.json()["type"] == "second-factor-asked"
    # what is theirs goes on, and tells why
    assert http.get(f"{own}/clients", headers=member).status_code == 200
    listed = http.get(ORGS, headers=member).json()["data"]
    assert {each["name"]: each["require_mfa"] for each in listed} == {
        "Guarded": True,
        "Their own": False,
    }

    begun = http.post(FACTORS, json={"factor_type": "totp"}, headers=member).json()
    app = Base32App(begun["totp"]["secret"])
    raised = show(http, begun["id"], app.code(), member).json()
    with_two = {"authorization": f"Bearer {raised['access_token']}"}
    assert http.get(f"{org}/clients", headers=with_two).status_code == 200
    # and is out again when the factor is gone, with the same token
    assert http.delete(f"{FACTORS}/{begun['id']}", headers=with_two).status_code == 200
    assert http.get(f"{org}/clients", headers=with_two).status_code == 403
    assert http.get(f"{own}/clients", headers=with_two).status_code == 200


def test_an_owner_without_one_cannot_ask_for_it_and_another_rank_neither(
    http: httpx2.Client, mailed: Signing
) -> None:
    owner = tokens(http, sign_up(http, mailed))
    org = found(http, owner, "Open")
    refused = ask(http, org, owner, True)
    assert refused.status_code == 403
    assert refused.json()["type"] == "second-factor-asked"
    assert http.get(org, headers=owner).json()["require_mfa"] is False
    email, _, _, admin = with_app(http, mailed)
    join(mailed, org, email, "admin")
    assert ask(http, org, admin, True).status_code == 403
    assert ask(http, org, owner, False).status_code == 200
    _, _, _, stranger = with_app(http, mailed)
    assert (
        http.patch(
            org, json={"require_mfa": True}, headers=stranger | {"if-match": '"0"'}
        ).status_code
        == 404
    )


def test_keys_go_on_and_the_log_says_who_asked(http: httpx2.Client, mailed: Signing) -> None:
    _, _, _, owner = with_app(http, mailed)
    org = found(http, owner, "With a key")
    made = http.post(f"{org}/keys", json={"name": "A program", "rank": "member"}, headers=owner)
    key = {"authorization": f"Bearer {made.json()['token']}"}
    assert ask(http, org, owner, True).status_code == 200
    assert http.get(f"{org}/clients", headers=key).status_code == 200
    assert ask(http, org, owner, True).status_code == 200
    assert ask(http, org, owner, False).status_code == 200
    said = mailed.behind.execute(
        "select detail from public.audit_log where org_id = %s and action = 'organization.changed'"
        " order by id",
        (UUID(org.removeprefix(f"{ORGS}/")),),
    ).fetchall()
    assert [row[0] for row in said] == [{"require_mfa": True}, {}, {"require_mfa": False}]


def test_a_browser_that_showed_one_keeps_it_in_its_next_cookie(
    http: httpx2.Client, mailed: Signing
) -> None:
    email, factor, app, owner = with_app(http, mailed)
    org = found(http, owner, "In a browser")
    assert ask(http, org, owner, True).status_code == 200
    first = sign_in(http, email)
    waiting = {"cookie": f"__Host-sb={cookies_of(first)['__Host-sb']}"} | OWN
    assert http.get(f"{org}/clients", headers=waiting).status_code == 401
    shown = show(http, factor, app.code(), waiting)
    cookie = {"cookie": f"__Host-sb={cookies_of(shown)['__Host-sb']}"} | OWN
    assert http.get(f"{org}/clients", headers=cookie).status_code == 200
    changed = http.put(
        "/auth/v1/user",
        json={"password": "another horse battery", "current_password": "correct horse battery"},
        headers=cookie,
    )
    assert changed.status_code == 200
    renewed = {"cookie": f"__Host-sb={cookies_of(changed)['__Host-sb']}"} | OWN
    assert http.get(f"{org}/clients", headers=renewed).status_code == 200
