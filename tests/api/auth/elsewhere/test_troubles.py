"""A project that is away, slow, or answers what nobody expects."""

from __future__ import annotations

import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from joserfc.jwk import OctKey

from sealedbid.auth.elsewhere import keys
from tests.api.auth.elsewhere.project import JWKS, USER, Project, new_key
from tests.api.serving import Api, served

pytestmark = pytest.mark.full

PROFILE = "/api/v1/profile"
Troubled = tuple[Project, Api]
JSON = {"content-type": "application/json"}
HUGE = b'{"keys": [' + b" " * 100_000 + b"]}"


def test_fifty_requests_with_one_new_token_verify_it_once(troubled: Troubled) -> None:
    project, api = troubled
    token = project.sign_in()
    project.slow[USER] = 0.3

    def ask(_: int) -> int:
        answer = httpx2.get(api.url + PROFILE, headers={"authorization": f"Bearer {token}"})
        return answer.status_code

    with ThreadPoolExecutor(50) as threads:
        assert set(threads.map(ask, range(50))) == {200}
    assert project.asked == {JWKS: 1, USER: 1}


def test_a_project_that_is_away_is_unavailable_and_not_a_refusal(troubled: Troubled) -> None:
    project, api = troubled
    known = project.sign_in()
    assert api.client(known).get(PROFILE).status_code == 200
    with served(
        api.installation, requests_per_address=None, supabase_url="http://127.0.0.1:1"
    ) as url:
        away = Api(api.installation, url)
        claims = project.claims(project.person(), iss="http://127.0.0.1:1/auth/v1")
        answer = away.client(project.sign(claims)).get(PROFILE)
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert away.client(known).get(PROFILE).status_code == 200  # it was registered before
        away.close()


TROUBLES: dict[str, tuple[str, tuple[int, dict[str, str], bytes]]] = {
    "keys: a fault": (JWKS, (500, {}, b"")),
    "keys: huge": (JWKS, (200, JSON, HUGE)),
    "keys: a redirect": (JWKS, (302, {"location": "/elsewhere"}, b"")),
    "keys: no JSON": (JWKS, (200, {}, b"<html>")),
    "keys: no list": (JWKS, (200, JSON, b'{"keys": {"a": 1}}')),
    "keys: nested": (JWKS, (200, JSON, b"[" * 60_000)),
    "keys: compressed": (JWKS, (200, JSON | {"content-encoding": "gzip"}, b"\x1f\x8b")),
    "user: a fault": (USER, (502, {}, b"")),
    "user: too many requests": (USER, (429, JSON, b'{"msg": "slow down"}')),
    "user: huge": (USER, (200, JSON, HUGE)),
    "user: a redirect": (USER, (307, {"location": JWKS}, b"")),
    "user: no JSON": (USER, (200, {}, b"<html>")),
    "user: a list": (USER, (200, JSON, b"[]")),
    "user: nobody": (USER, (200, JSON, b"{}")),
    "user: our own key is wrong": (USER, (401, JSON, b'{"message": "Invalid API key"}')),
}


@pytest.mark.parametrize(("path", "odd"), TROUBLES.values(), ids=TROUBLES)
def test_an_answer_that_nobody_expects_is_unavailable(
    troubled: Troubled, path: str, odd: tuple[int, dict[str, str], bytes]
) -> None:
    project, api = troubled
    token = project.sign_in()
    project.odd[path] = odd
    client = api.client(token)
    assert client.get(PROFILE).status_code == 503
    assert project.asked["/elsewhere"] == 0
    if path == USER:  # and it is not remembered against the token
        del project.odd[path]
        assert client.get(PROFILE).status_code == 200


@pytest.mark.parametrize("path", [JWKS, USER])
def test_a_slow_project_stops_nobody_else(troubled: Troubled, path: str) -> None:
    project, api = troubled
    known = api.client(project.sign_in())
    if path == USER:
        assert known.get(PROFILE).status_code == 200
    else:  # registered by another process
        with served(api.installation, requests_per_address=None, supabase_url=project.url) as url:
            answer = httpx2.get(url + PROFILE, headers=known.headers)
            assert answer.status_code == 200
    project.slow[path] = 4
    tokens = [project.sign_in() for _ in range(30)]  # three times what the pool has connections

    def ask(token: str) -> int:
        headers = {"authorization": f"Bearer {token}"}
        return httpx2.get(api.url + PROFILE, headers=headers, timeout=30).status_code

    with ThreadPoolExecutor(30) as threads:
        waiting = [threads.submit(ask, token) for token in tokens]
        answered = [known.get(PROFILE).status_code for _ in range(20)]
        still = sum(not each.done() for each in waiting)
        assert {each.result() for each in waiting} == {503}
    assert answered == [200] * 20
    assert still > 0


def test_a_new_key_is_found_by_one_more_fetch_and_garbage_causes_no_others(
    troubled: Troubled, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, api = troubled
    assert api.client(project.sign_in()).get(PROFILE).status_code == 200
    for _ in range(20):
        garbage = project.sign(project.claims(project.person()), new_key())
        assert api.client(garbage).get(PROFILE).status_code == 401
    assert project.asked[JWKS] == 1  # the first was a moment ago
    project.keys.insert(0, new_key())
    token = project.sign_in()
    assert api.client(token).get(PROFILE).status_code == 401
    monkeypatch.setattr(keys, "APART", 0.0)
    assert api.client(token).get(PROFILE).status_code == 200
    assert project.asked[JWKS] == 2


def test_a_key_that_was_withdrawn_counts_no_longer(
    troubled: Troubled, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, api = troubled
    project.keys.append(new_key())
    assert api.client(project.sign_in()).get(PROFILE).status_code == 200
    withdrawn = project.keys.pop(0)
    token = project.sign(person := project.claims(project.person()), withdrawn)
    project.users[token] = project.person(id=person["sub"])
    monkeypatch.setattr(keys, "KEPT", 0.0)
    assert api.client(token).get(PROFILE).status_code == 401


@pytest.mark.parametrize("has_list", [True, False])
def test_a_project_without_key_pairs_says_itself_whose_a_token_is(
    troubled: Troubled, has_list: bool
) -> None:
    project, api = troubled
    project.keys.clear()
    if not has_list:
        project.odd[JWKS] = (404, {}, b"page not found")
    secret = OctKey.import_key("the secret of a project, 32 bytes and more")
    person = project.person()
    token = project.sign(project.claims(person), secret)
    project.users[token] = person
    assert api.client(token).get(PROFILE).json()["id"] == person["id"]
    forged = project.sign(project.claims(person), OctKey.import_key("another secret" * 4))
    client = api.client(forged)
    assert [client.get(PROFILE).status_code for _ in range(5)] == [401] * 5
    assert project.asked[USER] == 2
    unsigned = project.sign(project.claims(person), new_key())
    project.users[unsigned] = person  # of an algorithm that such a project has not
    assert api.client(unsigned).get(PROFILE).status_code == 401


def test_keys_of_other_kinds_verify_nothing(troubled: Troubled) -> None:
    project, api = troubled
    good, other = project.keys[0], new_key()
    public: dict[str, Any] = other.as_dict(private=False)
    entries = [
        public | {"use": "enc"},
        public | {"alg": "RS256"},
        public | {"kid": 7},
        {"kty": "oct", "kid": other.kid, "k": "c2VjcmV0"},
        {"kty": "EC", "kid": other.kid, "crv": "P-256"},
        {"kty": "RSA", "kid": other.kid, "n": "AQAB", "e": "AQAB"},
        None,
        good.as_dict(private=False),
    ]
    project.odd[JWKS] = (200, JSON, json.dumps({"keys": entries}).encode())
    assert api.client(project.sign_in()).get(PROFILE).status_code == 200
    person = project.person(id=str(uuid.uuid4()))
    token = project.sign(project.claims(person), other)
    project.users[token] = person
    assert api.client(token).get(PROFILE).status_code == 401


def test_the_projects_publishable_key_is_sent(troubled: Troubled, tmp_path: Any) -> None:
    project, api = troubled
    project.apikey = "sb_publishable_of_a_test"
    file = tmp_path / "supabase.key"
    file.write_text(project.apikey + "\n")
    file.chmod(0o600)
    token = project.sign_in()
    assert api.client(token).get(PROFILE).status_code == 503
    with served(
        api.installation,
        requests_per_address=None,
        supabase_url=project.url,
        supabase_key_file=file,
    ) as url:
        answer = httpx2.get(url + PROFILE, headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 200
