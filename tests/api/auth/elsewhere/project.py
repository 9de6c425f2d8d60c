"""A project that signs people in, on loopback: it publishes keys and says whose a token is."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

JWKS, USER = "/auth/v1/.well-known/jwks.json", "/auth/v1/user"
Key: TypeAlias = ECKey | RSAKey | OctKey
NOT_SIGNED_IN = {"code": 403, "error_code": "session_not_found", "msg": "Session not found"}


@dataclass
class Project:
    """A project; its fields may be changed while it is served."""

    url: str
    keys: list[ECKey | RSAKey]
    apikey: str | None = None
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The person of each token, as the project describes them."""
    odd: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    """Answers, by path, in the place of the right ones: status, headers, body."""
    slow: dict[str, float] = field(default_factory=dict)
    """Seconds before the answer, by path."""
    asked: Counter[str] = field(default_factory=Counter)

    def person(self, name: str = "ada", **changed: Any) -> dict[str, Any]:
        """A person who has proven their address."""
        return {
            "id": str(uuid.uuid4()),
            "aud": "authenticated",
            "email": f"{name}.{uuid.uuid4().hex[:8]}@example.org",
            "email_confirmed_at": "2026-01-02T03:04:05.678901Z",
            "user_metadata": {"full_name": name.title(), "email": "claimed@example.org"},
            "is_anonymous": False,
        } | changed

    def claims(self, person: dict[str, Any], **changed: Any) -> dict[str, Any]:
        now = int(time.time())
        return {
            "iss": f"{self.url}/auth/v1",
            "sub": person["id"],
            "aud": "authenticated",
            "exp": now + 3600,
            "iat": now,
            "email": person.get("email", ""),
            "role": "authenticated",
            "session_id": str(uuid.uuid4()),
            "is_anonymous": False,
        } | changed

    def sign(self, claims: dict[str, Any], key: Key | None = None, **header: Any) -> str:
        """Sign as the project does, unless another key or header is given."""
        key = key or self.keys[0]
        algorithm = {"EC": "ES256", "RSA": "RS256", "oct": "HS256"}[key.key_type]
        return jwt.encode(
            {"alg": algorithm, "typ": "JWT"} | ({"kid": key.kid} if key.kid else {}) | header,
            claims,
            key,
            algorithms=[header.get("alg", algorithm)],
        )

    def sign_in(self, person: dict[str, Any] | None = None, **changed: Any) -> str:
        """Sign a person in; returns the access token."""
        person = person or self.person()
        token = self.sign(self.claims(person, **changed))
        self.users[token] = person
        return token

    def answer(self, path: str, headers: Any) -> tuple[int, dict[str, str], bytes]:
        """The answer to a request."""
        self.asked[path] += 1
        time.sleep(self.slow.get(path, 0))
        if path in self.odd:
            return self.odd[path]
        if self.apikey is not None and headers.get("apikey") != self.apikey:
            return _json(401, {"message": "Invalid API key"})
        if path == JWKS:
            public = [
                {**key.as_dict(private=False), "alg": _algorithm(key), "use": "sig"}
                for key in self.keys
            ]
            return _json(200, {"keys": public})
        found = self.users.get(headers.get("authorization", "").removeprefix("Bearer "))
        if path == USER and found is not None:
            return _json(200, found)
        return _json(403, NOT_SIGNED_IN)


@contextmanager
def project_served(*keys: ECKey | RSAKey) -> Iterator[Project]:
    """Serve a project with these keys, or with one of the usual kind."""
    given = list(keys) or [new_key()]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = project.answer(self.path, self.headers)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Say nothing of a client that has gone: it need not wait."""

    with Server(("127.0.0.1", 0), Handler) as server:
        project = Project(f"http://127.0.0.1:{server.server_port}", given)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield project
        finally:
            server.shutdown()
            thread.join()


def new_key() -> ECKey:
    return ECKey.generate_key("P-256", auto_kid=True)


def new_rsa_key(bits: int = 2048) -> RSAKey:
    return RSAKey.generate_key(bits, auto_kid=True)


def _algorithm(key: ECKey | RSAKey) -> str:
    return "ES256" if isinstance(key, ECKey) else "RS256"


def _json(status: int, content: Any) -> tuple[int, dict[str, str], bytes]:
    return status, {"content-type": "application/json"}, json.dumps(content).encode()
