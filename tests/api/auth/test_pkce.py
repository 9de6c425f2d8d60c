"""Flows (PKCE): a code for the browser that began, once, for five minutes, with its verifier."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from sealedbid.auth.tokens import proof_of
from tests.api.serving import served
from tests.auth.signing import Signing, new_address
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

LISTED = "https://app.example/welcome?from=mail"
OWN = {"sec-fetch-site": "same-origin"}
PASSWORD = "correct horse battery"


class Program:
    """A program that begins flows, and keeps its cookie and its verifier."""

    def __init__(self, client: httpx2.Client, mailed: Signing) -> None:
        self.client = client
        self.mailed = mailed
        self.email = new_address()
        self.verifier = secrets.token_hex(40)
        self.cookie = ""

    def begin(self, path: str = "/otp", **body: Any) -> httpx2.Response:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        answer = self.client.post(
            f"/auth/v1{path}",
            params={"redirect_to": LISTED},
            json={
                "email": self.email,
                "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
                "code_challenge_method": "s256",
                **body,
            },
        )
        for each in answer.headers.get_list("set-cookie"):
            self.cookie = each.partition(";")[0]
        return answer

    def open_link(self, kind: str = "magic", cookie: str | None = None) -> httpx2.Response:
        secret = self.mailed.secret_of(self.email, kind)
        return self.client.post(
            "/auth/v1/verify/page",
            data={
                "token": base64.urlsafe_b64encode(secret).rstrip(b"=").decode(),
                "type": {"magic": "magiclink"}.get(kind, kind),
                "redirect_to": "https://sealedbid.example/elsewhere",
            },
            headers=OWN | {"cookie": self.cookie if cookie is None else cookie},
        )

    def code(self, kind: str = "magic") -> str:
        led = self.open_link(kind)
        assert led.status_code == 303, led.text
        target = urlsplit(led.headers["location"])
        assert f"{target.scheme}://{target.netloc}{target.path}" == "https://app.example/welcome"
        assert parse_qs(target.query)["from"] == ["mail"]
        assert not target.fragment
        assert not led.headers.get_list("set-cookie")
        return parse_qs(target.query)["code"][0]

    def exchange(self, code: str, verifier: str | None = None) -> httpx2.Response:
        return self.client.post(
            "/auth/v1/token?grant_type=pkce",
            json={"auth_code": code, "code_verifier": verifier or self.verifier},
        )


@pytest.fixture(scope="module")
def url(installation: Installation) -> Iterator[str]:
    with served(
        installation, auth_redirects=(LISTED,), public_url="https://sealedbid.example"
    ) as url:
        yield url


@pytest.fixture
def program(url: str, mailed: Signing) -> Iterator[Program]:
    with httpx2.Client(base_url=url, timeout=30) as client:
        yield Program(client, mailed)


def assert_refused(answer: httpx2.Response) -> None:
    assert (answer.status_code, answer.json()["error_code"]) == (404, "flow_state_not_found")


def test_a_code_and_its_verifier_sign_in_once(program: Program) -> None:
    assert program.begin().json() == {}
    assert "__Host-sb-flow=" in program.cookie
    code = program.code()
    signed_in = program.exchange(code)
    assert signed_in.status_code == 200, signed_in.text
    assert program.mailed.opens(proof_of(signed_in.json()["access_token"])) is not None
    assert signed_in.json()["user"]["email"] == program.email
    assert_refused(program.exchange(code))
    assert program.open_link().status_code == 403


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [("/signup", "signup", {"password": PASSWORD}), ("/magiclink", "magic", {})],
)
def test_every_mail_that_signs_in_has_a_flow(
    program: Program, path: str, kind: str, body: dict[str, Any]
) -> None:
    assert program.begin(path, **body).status_code == 200
    assert program.exchange(program.code(kind)).status_code == 200


def resent(program: Program, **body: Any) -> httpx2.Response:
    """Ask for the mail of a sign-up again, without a wait."""
    program.mailed.behind.execute("delete from auth.tries")
    answer = program.client.post(
        "/auth/v1/resend", json={"type": "signup", "email": program.email, **body}
    )
    assert (answer.status_code, answer.json()) == (200, {})
    return answer


def test_a_sign_up_that_is_mailed_again_stays_with_the_program_that_began_it(
    program: Program,
) -> None:
    program.begin("/signup", password=PASSWORD)
    first = program.mailed.secret_of(program.email, "signup")
    assert not resent(program).headers.get_list("set-cookie")
    resent(program)
    assert program.mailed.secret_of(program.email, "signup") != first
    signed_in = program.exchange(program.code("signup"))
    assert signed_in.status_code == 200, signed_in.text
    assert signed_in.json()["user"]["email"] == program.email


def test_a_challenge_said_with_the_second_mail_takes_the_place_of_the_first(
    program: Program,
) -> None:
    """Supabase's client makes a new verifier for each mail that it asks for."""
    program.begin("/signup", password=PASSWORD)
    before = program.verifier
    program.verifier = secrets.token_hex(40)
    program.mailed.behind.execute("delete from auth.tries")
    assert program.begin("/resend", type="signup").status_code == 200
    code = program.code("signup")
    assert_refused(program.exchange(code, before))


def test_a_flow_of_the_second_mail_signs_in(program: Program) -> None:
    program.begin("/signup", password=PASSWORD)
    program.verifier = secrets.token_hex(40)
    program.mailed.behind.execute("delete from auth.tries")
    assert program.begin("/resend", type="signup").status_code == 200
    assert program.exchange(program.code("signup")).status_code == 200


def test_a_sign_up_without_a_flow_has_none_when_it_is_mailed_again(program: Program) -> None:
    given = {"email": program.email, "password": PASSWORD}
    assert program.client.post("/auth/v1/signup", json=given).status_code == 200
    resent(program)
    assert "__Host-sb=" in str(program.open_link("signup").headers.get_list("set-cookie"))


def test_a_stranger_who_asks_for_the_mail_again_gets_no_code(program: Program) -> None:
    program.begin("/signup", password=PASSWORD)
    own = program.cookie
    program.cookie = ""
    program.mailed.behind.execute("delete from auth.tries")
    program.begin("/resend", type="signup")  # by a browser of its own
    opened = program.open_link("signup", cookie=own)
    assert opened.status_code == 200
    assert "not the browser in which you began" in opened.text


def test_a_recovery_by_flow_may_set_another_password(program: Program) -> None:
    person = program.mailed.sign_up()
    program.email = person.email
    program.begin("/recover")
    tokens = program.exchange(program.code("recovery")).json()
    changed = program.client.put(
        "/auth/v1/user",
        json={"password": "another password"},
        headers={"authorization": f"Bearer {tokens['access_token']}"},
    )
    assert changed.status_code == 200


def test_a_wrong_verifier_uses_the_code_up(program: Program) -> None:
    program.begin()
    code = program.code()
    assert_refused(program.exchange(code, secrets.token_hex(40)))
    assert_refused(program.exchange(code))


@pytest.mark.parametrize(
    "verifier", ["", "short", "x" * 129, "é" * 50, "\x00" * 43, " " * 60, "x" * 8000]
)
def test_no_verifier_at_all_is_refused(program: Program, verifier: str) -> None:
    program.begin()
    answer = program.client.post(
        "/auth/v1/token?grant_type=pkce",
        json={"auth_code": program.code(), "code_verifier": verifier},
    )
    assert answer.status_code in (400, 404, 422)
    assert "access_token" not in answer.text


@pytest.mark.parametrize("cookie", ["", "__Host-sb-flow=another-browser-of-somebody-else"])
def test_a_link_opened_elsewhere_proves_the_address_alone(program: Program, cookie: str) -> None:
    program.begin("/signup", password=PASSWORD)
    opened = program.open_link("signup", cookie)
    assert opened.status_code == 200
    assert "sign in" in opened.text
    assert "location" not in opened.headers
    assert not opened.headers.get_list("set-cookie")
    signed_in = program.client.post(
        "/auth/v1/token?grant_type=password", json={"email": program.email, "password": PASSWORD}
    )
    assert signed_in.status_code == 200


def test_a_code_is_void_after_five_minutes(program: Program) -> None:
    program.begin()
    code = program.code()
    program.mailed.behind.execute(
        "update auth.flows set expires_at = expires_at - interval '5 minutes' where email = %s",
        (program.email,),
    )
    assert_refused(program.exchange(code))


def test_a_code_is_void_once_the_address_has_changed(program: Program) -> None:
    program.begin()
    code = program.code()
    program.mailed.behind.execute(
        "update auth.users set email = %s where email = %s", (new_address(), program.email)
    )
    assert_refused(program.exchange(code))


def test_a_suspended_account_gets_no_session_by_code(program: Program) -> None:
    program.begin()
    code = program.code()
    program.mailed.behind.execute(
        "update auth.users set banned_until = now() + interval '1 day' where email = %s",
        (program.email,),
    )
    assert_refused(program.exchange(code))


def test_another_programs_verifier_fits_no_code(program: Program) -> None:
    program.begin()
    other = Program(program.client, program.mailed)
    other.begin()
    assert_refused(program.exchange(other.code()))


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge_method": "plain"},
        {"code_challenge_method": None},
        {"code_challenge": None},
        {"code_challenge": "A" * 42},
        {"code_challenge": "A" * 44},
        {"code_challenge": "A" * 42 + "B"},
        {"code_challenge": "*" * 43},
    ],
)
def test_only_a_sha256_is_a_challenge(program: Program, changed: dict[str, Any]) -> None:
    answer = program.begin(**changed)
    assert (answer.status_code, answer.json()["error_code"]) == (422, "validation_failed")


def test_a_flow_tells_nothing_about_who_has_an_account(program: Program) -> None:
    known = program.mailed.sign_up().email
    program.mailed.behind.execute("delete from auth.tries")
    answers = []
    for email in (known, new_address()):
        for path, body in (
            ("/signup", {"password": PASSWORD}),
            ("/recover", {}),
            ("/otp", {"create_user": False}),
        ):
            program.email = email
            answer = program.begin(path, **body)
            answers.append(
                (path, answer.status_code, sorted(answer.headers), sorted(answer.json()))
            )
    assert answers[:3] == answers[3:]


def test_neither_code_nor_flow_is_in_the_mails_row(program: Program) -> None:
    program.begin()
    row = program.mailed.behind.execute(
        "select params from public.deliveries where recipient = %s", (program.email,)
    ).fetchone()
    assert row is not None
    assert set(row[0]) == {"redirect_to"}


@pytest.mark.parametrize(
    ("wanted", "sources"),
    [
        (LISTED, "'self' https://app.example;"),
        ("https://sealedbid.example/desk", "'self' https://sealedbid.example;"),
        ("https://evil.example/", "'self';"),
        ("https://sealedbid.example;x@evil.example/", "'self';"),
    ],
)
def test_the_page_lets_its_form_lead_to_addresses_on_the_list(
    program: Program, wanted: str, sources: str
) -> None:
    given = {"token": "x", "type": "magiclink", "redirect_to": wanted}
    page = program.client.get("/auth/v1/verify", params=given)
    assert f"form-action {sources}" in page.headers["content-security-policy"]
