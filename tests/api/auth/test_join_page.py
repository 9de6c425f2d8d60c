"""The page of an invitation tells its holder alone, uses nothing up, and joins by its button."""

from __future__ import annotations

import httpx2
import pytest

from tests.api.core.test_joining import token_of
from tests.api.serving import Api
from tests.fixtures.people import People, Person
from tests.fixtures.server import Installation

OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: other tests run the statements both ways."""


def invited(
    api: Api, installation: Installation, host: Person, email: str, name: str = "Nordlicht"
) -> tuple[str, str, str]:
    """Found an organization, invite the address; returns path, invitation and token."""
    client = api.client(api.token(host))
    org = f"/api/v1/orgs/{client.post('/api/v1/orgs', json={'name': name}).json()['id']}"
    made = client.post(f"{org}/invitations", json={"email": email, "role": "viewer"}).json()["id"]
    return org, made, token_of(installation, made)


def browser(api: Api, person: Person) -> httpx2.Client:
    return api.client(cookie=f"__Host-sb={api.token(person)}", **OWN)


def test_the_holder_sees_what_it_is_for_and_nothing_is_used_up(
    api: Api, installation: Installation, people: People
) -> None:
    host, guest = people.sign_up_all("host", "guest")
    org, _, token = invited(api, installation, host, guest.email)
    with api.client() as stranger:
        for _ in range(3):
            page = stranger.get("/join", params={"token": token})
            assert page.status_code == 200
            assert "invites you to Nordlicht" in page.text
            assert "a viewer" in page.text
            assert "unsafe" not in page.headers["content-security-policy"]
            assert "<script" not in page.text
    with browser(api, guest) as theirs:
        assert "Join Nordlicht</button>" in theirs.get("/join", params={"token": token}).text
        joined = theirs.post("/join", data={"token": token})
        assert "You joined Nordlicht" in joined.text
        assert theirs.post("/join", data={"token": token}).status_code == 410
    with api.client(api.token(guest)) as member:
        assert member.get(org).status_code == 200


def test_used_revoked_made_up_and_no_tokens_are_one_page(
    api: Api, installation: Installation, people: People
) -> None:
    host, guest = people.sign_up_all("host", "guest")
    org, id, token = invited(api, installation, host, guest.email)
    with api.client(api.token(host)) as mine:
        assert mine.delete(f"{org}/invitations/{id}").status_code == 204
    made_up = token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")
    with api.client() as stranger:
        pages = [
            stranger.get("/join", params={"token": text})
            for text in (token, made_up, "x", "", "\x00", "sb_key_1")
        ]
    assert {page.status_code for page in pages} == {410}
    assert len({page.text for page in pages}) == 1


def test_another_person_and_another_site_do_not_join(
    api: Api, installation: Installation, people: People
) -> None:
    host, guest, other = people.sign_up_all("host", "guest", "other")
    _, _, token = invited(api, installation, host, guest.email)
    with browser(api, other) as theirs:
        assert "you are signed in as" in theirs.get("/join", params={"token": token}).text
        assert theirs.post("/join", data={"token": token}).status_code == 403
    with api.client(cookie=f"__Host-sb={api.token(guest)}") as lured:
        evil = {"sec-fetch-site": "cross-site"}
        assert lured.post("/join", data={"token": token}, headers=evil).status_code == 403
    with browser(api, guest) as theirs:
        assert theirs.post("/join", data={"token": token}).status_code == 200


def test_who_is_not_signed_in_is_mailed_a_link(
    api: Api, installation: Installation, people: People
) -> None:
    [host] = people.sign_up_all("host")
    _, _, token = invited(api, installation, host, "new-person@example.org")
    with api.client(**OWN) as stranger:
        mailed = stranger.post("/join/sign-in", data={"token": token})
        assert mailed.status_code == 200
        assert "A mail is on its way" in mailed.text
        assert stranger.post("/join/sign-in", data={"token": "x"}).status_code == 410
    with installation.as_superuser() as behind:
        row = behind.execute(
            "select count(*), bool_or(params::text like %s) from public.deliveries"
            " where recipient = 'new-person@example.org' and template = 'magic_link'",
            (f"%{token[-20:]}%",),
        ).fetchone()
    assert row == (1, False)


def test_names_are_text_on_the_page(api: Api, installation: Installation, people: People) -> None:
    host, guest = people.sign_up_all("host", "guest")
    _, _, token = invited(api, installation, host, guest.email, name="<b>N</b>&\"'")
    with browser(api, guest) as theirs:
        text = theirs.get("/join", params={"token": token}).text
    assert "<b>" not in text
    assert "&lt;b&gt;N" in text


def test_refusals_are_pages_for_a_browser(
    api: Api, installation: Installation, people: People
) -> None:
    host, guest = people.sign_up_all("host", "guest")
    _, _, token = invited(api, installation, host, guest.email)
    with api.client(**OWN) as nobody, browser(api, guest) as theirs:
        answers = {
            401: nobody.post("/join", data={"token": token}),
            403: theirs.post("/join", data={"token": token}, headers={"sec-fetch-site": "none"}),
            415: theirs.post("/join", json={"token": token}),
        }
    for status, answer in answers.items():
        assert answer.headers["content-type"].startswith("text/html")
        assert "<title>" in answer.text
        assert answer.status_code in (status, 410)


def test_signs_that_nobody_sees_do_not_turn_a_name_round(
    api: Api, installation: Installation, people: People
) -> None:
    host, guest = people.sign_up_all("host", "guest")
    _, _, token = invited(api, installation, host, guest.email, name="Nord\u202elicht\u200b")
    with api.client() as stranger:
        text = stranger.get("/join", params={"token": token}).text
    assert "Nord licht" in text
    assert not {"\u202e", "\u200b"} & set(text)


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("شركة النور للاستشارات", "شركة النور للاستشارات"),
        ("North\u202egnilaeD\u200b\u2066 Light", "North gnilaeD Light"),
        ("Donaudampfschifffahrtsgesellschaft und Söhne", "Donaudampfschifffahrtsgesellschaft und…"),
        ("<b>R&D</b>", "&lt;b&gt;R&amp;D&lt;/b&gt;"),
    ],
)
def test_a_button_has_the_name_in_print(
    api: Api, installation: Installation, people: People, name: str, button: str
) -> None:
    host, guest = people.sign_up_all("host", "guest")
    _, _, token = invited(api, installation, host, guest.email, name)
    with browser(api, guest) as theirs:
        shown = theirs.get("/join", params={"token": token}).text
    assert f">Join {button}</button>" in shown
    assert "\u202e" not in shown
