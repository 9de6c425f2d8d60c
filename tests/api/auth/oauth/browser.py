"""A browser that goes to a provider and comes back."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from sealedbid.auth.tokens import proof_of
from tests.api.auth.oauth.provider import Provider
from tests.auth.signing import Signing

PUBLIC = "https://sealedbid.example"
LISTED = "https://app.example/welcome?from=provider"
OWN = f"{PUBLIC}/desk"


@dataclass
class Browser:
    """Keeps its cookies by hand: they are for https alone, and the tests speak http."""

    client: httpx2.Client
    provider: Provider
    mailed: Signing
    cookies: dict[str, str] = field(default_factory=dict)
    verifier: str = field(default_factory=lambda: secrets.token_hex(40))

    def request(self, method: str, path: str, **given: Any) -> httpx2.Response:
        headers = {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if not self.cookies:
            headers = {}
        headers |= given.pop("headers", {})
        answer = self.client.request(method, path, headers=headers, **given)
        for each in answer.headers.get_list("set-cookie"):
            name, _, value = each.partition(";")[0].partition("=")
            assert name.startswith("__Host-sb")
            assert "Secure" in each
            assert "HttpOnly" in each
            assert "samesite=lax" in each.lower()
            self.cookies[name] = value
        return answer

    @property
    def challenge(self) -> dict[str, str]:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return {
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "s256",
        }

    def begin(
        self, name: str = "google", redirect_to: str = OWN, *, coded: bool = False, **query: str
    ) -> httpx2.Response:
        given = {"provider": name, "redirect_to": redirect_to}
        return self.request(
            "GET",
            "/auth/v1/authorize",
            params=given | (self.challenge if coded else {}) | query,
        )

    def let_in(self, begun: httpx2.Response) -> str:
        """Go to the provider, which lets its person in; returns where it sends the browser."""
        assert begun.status_code == 302, begun.text
        sent = httpx2.get(begun.headers["location"])
        assert sent.status_code == 302
        return str(sent.headers["location"])

    def come_back(self, location: str) -> httpx2.Response:
        parts = urlsplit(location)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{PUBLIC}/auth/v1/callback"
        return self.request("GET", f"{parts.path}?{parts.query}")

    def sign_in(
        self, name: str = "google", redirect_to: str = OWN, *, coded: bool = False
    ) -> httpx2.Response:
        return self.come_back(self.let_in(self.begin(name, redirect_to, coded=coded)))

    def code(self, ended: httpx2.Response) -> str:
        assert ended.status_code == 303, ended.text
        query = parse_qs(urlsplit(ended.headers["location"]).query)
        assert set(query) == {"code", "from"}, ended.headers["location"]
        return query["code"][0]

    def exchange(self, code: str, verifier: str | None = None) -> httpx2.Response:
        return self.client.post(
            "/auth/v1/token?grant_type=pkce",
            json={"auth_code": code, "code_verifier": verifier or self.verifier},
        )

    def user(self) -> dict[str, Any]:
        answer = self.request("GET", "/auth/v1/user")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def is_signed_in(self) -> bool:
        return self.request("GET", "/auth/v1/user").status_code == 200

    @property
    def proof(self) -> bytes:
        return proof_of(self.cookies["__Host-sb"])


def fault(ended: httpx2.Response, to: str = OWN) -> tuple[str, str]:
    """The error with which a browser was led back."""
    assert ended.status_code == 303, ended.text
    parts, wanted = urlsplit(ended.headers["location"]), urlsplit(to)
    assert (parts.scheme, parts.netloc, parts.path) == (wanted.scheme, wanted.netloc, wanted.path)
    query = parse_qs(parts.query)
    assert "code" not in query
    assert parse_qs(parts.fragment)["error_code"] == query["error_code"]
    assert not any(each.startswith("__Host-sb=") for each in ended.headers.get_list("set-cookie"))
    return query["error"][0], query["error_code"][0]
