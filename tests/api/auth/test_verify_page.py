"""The page of a mail's link uses nothing up; its button does, from that page alone."""

from __future__ import annotations

import base64
import re
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from sealedbid.auth.tokens import proof_of
from tests.api.serving import Api, served
from tests.auth.signing import Signing, new_address
from tests.fixtures.server import Installation

OWN = {"sec-fetch-site": "same-origin"}


def ask(client: httpx2.Client, mailed: Signing, kind: str = "magic") -> tuple[str, str]:
    """Ask for a link; returns the address and the secret of the link."""
    email = new_address()
    assert client.post("/auth/v1/otp", json={"email": email}).json() == {}
    secret = mailed.secret_of(email, kind)
    return email, base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


def cookies_of(answer: httpx2.Response) -> dict[str, str]:
    return {
        name: value.partition(";")[0]
        for name, _, value in (
            each.partition("=") for each in answer.headers.get_list("set-cookie")
        )
    }


def test_looking_at_a_link_uses_nothing_up(api: Api, mailed: Signing) -> None:
    with api.client() as client:
        _, token = ask(client, mailed)
        given = {"token": token, "type": "magiclink"}
        for _ in range(3):
            page = client.get("/auth/v1/verify", params=given)
            assert page.status_code == 200
            assert page.headers["content-type"].startswith("text/html")
            assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
            assert re.findall('name="token" value="(.*?)"', page.text) == [token]
            assert not page.headers.get_list("set-cookie")
        used = client.post("/auth/v1/verify/page", data=given, headers=OWN)
        assert used.status_code == 200
        cookies = cookies_of(used)
        assert set(cookies) == {"__Host-sb", "__Host-sb-device"}
        assert mailed.opens(proof_of(cookies["__Host-sb"])) is not None
        assert "HttpOnly" in used.headers["set-cookie"]
        assert client.post("/auth/v1/verify/page", data=given, headers=OWN).status_code == 403


@pytest.mark.parametrize(
    "headers", [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}]
)
def test_another_sites_form_signs_nobody_in(
    api: Api, mailed: Signing, headers: dict[str, str]
) -> None:
    with api.client() as client:
        _, token = ask(client, mailed)
        given = {"token": token, "type": "magiclink"}
        refused = client.post("/auth/v1/verify/page", data=given, headers=headers)
        assert refused.status_code == 403
        assert not refused.headers.get_list("set-cookie")
        assert client.post("/auth/v1/verify/page", data=given, headers=OWN).status_code == 200


def test_what_is_in_the_link_is_text_on_the_page(api: Api) -> None:
    with api.client() as client:
        given = {"token": '"><script>x</script>', "type": "signup", "redirect_to": "'\"><b>"}
        page = client.get("/auth/v1/verify", params=given).text
    assert "<script>" not in page
    assert "<b>" not in page


def test_a_link_leads_to_addresses_on_the_list_alone(
    installation: Installation, mailed: Signing
) -> None:
    listed = "https://app.example/welcome"
    with (
        served(
            installation, auth_redirects=(listed,), public_url="https://sealedbid.example"
        ) as url,
        httpx2.Client(base_url=url) as client,
    ):
        for wanted, led_to in (
            (listed, listed),
            ("https://sealedbid.example/desk", "https://sealedbid.example/desk"),
            ("https://app.example/welcome/else", None),
            ("https://sealedbid.example.evil.example/", None),
            ("https://sealedbid.example@evil.example/", None),
            ("//evil.example", None),
            ("/\\evil.example", None),
            ("javascript:alert(1)", None),
        ):
            _, token = ask(client, mailed)
            given = {"token": token, "type": "magiclink", "redirect_to": wanted}
            used = client.post("/auth/v1/verify/page", data=given, headers=OWN)
            if led_to is None:
                assert used.status_code == 200, wanted
                continue
            assert used.status_code == 303
            target, _, behind = used.headers["location"].partition("#")
            assert target == led_to
            if led_to == listed:
                tokens = parse_qs(behind)
                assert mailed.opens(proof_of(tokens["access_token"][0])) is not None
                assert not used.headers.get_list("set-cookie")
            else:
                assert (urlsplit(used.headers["location"]).fragment, behind) == ("", "")
                assert "__Host-sb" in cookies_of(used)
