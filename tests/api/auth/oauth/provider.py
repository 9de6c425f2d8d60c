"""Google and GitHub on loopback: the code flow with PKCE, id_tokens by a real key, an API."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

CLIENT_ID = "sealedbid.apps.example"
CLIENT_SECRET = "s" * 32
Key: TypeAlias = ECKey | RSAKey


@dataclass
class Person:
    """A person as the provider knows them."""

    subject: str
    email: str
    is_verified: bool = True
    name: str = "A Person"


@dataclass
class Code:
    """A code that was given to a browser."""

    provider: str
    person: Person
    query: dict[str, str]


@dataclass
class Provider:
    """Two providers; the fields may be changed while they are served."""

    url: str
    person: Person
    """The person in front of every browser."""
    key: RSAKey | ECKey
    claims: dict[str, Any] = field(default_factory=dict)
    """Claims in the place of the right ones; None leaves one out."""
    signs_by: Key | bytes | None = None
    """Another key, or a secret for HS256, which the library does not sign by."""

    header: dict[str, Any] = field(default_factory=dict)
    odd: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    """Answers, by path, in the place of the right ones: status, type, body."""
    slow: dict[str, float] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    tokens: dict[str, Person] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    extra: dict[str, str] = field(default_factory=dict)
    """Parameters that the browser is sent back with as well."""

    def authorize(self, provider: str, query: dict[str, str]) -> str:
        """Let the person in; returns where the browser goes."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = Code(provider, self.person, query)
        back = {"code": code, "state": query["state"]} | self.extra
        return f"{query['redirect_uri']}?{urlencode(back)}"

    def exchange(self, provider: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Give tokens for a code, once, to the client with the verifier."""
        code = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            code is None
            or code.provider != provider
            or code.query["code_challenge"] != challenge
            or code.query["code_challenge_method"] != "S256"
            or code.query["redirect_uri"] != form.get("redirect_uri")
            or (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET)
            or form.get("grant_type") != "authorization_code"
        ):
            # GitHub says so with status 200
            return (400 if provider == "google" else 200), {"error": "invalid_grant"}
        token = secrets.token_urlsafe(16)
        self.tokens[token] = code.person
        answer: dict[str, Any] = {"access_token": token, "token_type": "bearer"}
        if provider == "google":
            answer |= {"token_type": "Bearer", "id_token": self.id_token(code)}
        return 200, answer

    def id_token(self, code: Code) -> str:
        now, person = int(time.time()), code.person
        claims = {
            "iss": f"{self.url}/google",
            "aud": CLIENT_ID,
            "azp": CLIENT_ID,
            "sub": person.subject,
            "iat": now,
            "exp": now + 3600,
            "nonce": code.query.get("nonce"),
            "email": person.email,
            "email_verified": person.is_verified,
            "hd": person.email.partition("@")[2],
            "name": person.name,
        } | self.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        key = self.signs_by or self.key
        if isinstance(key, bytes):
            signed = f"{_text({'alg': 'HS256', 'kid': self.key.kid})}.{_text(claims)}"
            mac = hmac.new(key, signed.encode(), hashlib.sha256).digest()
            return f"{signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
        algorithm = {"EC": "ES256", "RSA": "RS256"}[key.key_type]
        header = {"alg": algorithm, "kid": self.key.kid} | self.header
        if header["alg"] == "none":
            return ".".join((_text(header), _text(claims), "")) + "x"
        return jwt.encode(header, claims, key, algorithms=[header["alg"]])

    def api(self, path: str, bearer: str) -> tuple[int, Any]:
        person = self.tokens.get(bearer.removeprefix("Bearer "))
        if person is None:
            return 401, {"message": "Bad credentials"}
        if path == "/github/user":
            # the address of the profile is anybody's to write
            return 200, {
                "id": int(person.subject),
                "name": person.name,
                "email": "boss@example.org",
            }
        return 200, [
            {"email": "other@example.org", "primary": False, "verified": True},
            {"email": person.email, "primary": True, "verified": person.is_verified},
        ]


def _text(value: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


class Server(ThreadingHTTPServer):
    provider: Provider

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that has gone: it need not wait."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        name = parts.path.split("/")[1]
        if self._is_odd(parts.path):
            return
        if parts.path.endswith("/authorize"):
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            self.send_response(302)
            self.send_header("Location", self.server.provider.authorize(name, query))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif parts.path.endswith("/keys"):
            self._say(200, {"keys": [self.server.provider.key.as_dict(private=False)]})
        else:
            self._say(*self.server.provider.api(parts.path, self.headers.get("Authorization", "")))

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        form = parse_qs(self.rfile.read(length).decode())
        if not self._is_odd(self.path):
            name = self.path.split("/")[1]
            values = {key: found[0] for key, found in form.items()}
            self._say(*self.server.provider.exchange(name, values))

    def _is_odd(self, path: str) -> bool:
        self.server.provider.asked[path] += 1
        time.sleep(self.server.provider.slow.get(path, 0))
        if path not in self.server.provider.odd:
            return False
        status, kind, body = self.server.provider.odd[path]
        self._write(status, kind, body)
        return True

    def _say(self, status: int, content: Any) -> None:
        self._write(status, "application/json", json.dumps(content).encode())

    def _write(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", f"{self.server.provider.url}/google/keys")
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the client has had enough
            self.wfile.write(body)


@contextmanager
def serving() -> Iterator[Provider]:
    """Serve both providers until the block ends."""
    server = Server(("127.0.0.1", 0), Handler)
    provider = Provider(
        url=f"http://127.0.0.1:{server.server_address[1]}",
        person=Person("1", "nobody@example.org"),
        key=RSAKey.generate_key(2048, {"use": "sig"}, auto_kid=True),
    )
    server.provider = provider
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
