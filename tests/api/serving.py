"""Serves the application in a thread of its own, and speaks to it over real sockets."""

from __future__ import annotations

import hashlib
import secrets
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr

from sealedbid.api.app import create_app
from sealedbid.api.serving import configuration
from sealedbid.platform.config import Settings
from tests.fixtures.people import Organization, Person
from tests.fixtures.server import Installation


def settings_of(installation: Installation) -> Settings:
    """Settings with the URLs of the API's two logins, and no other way to the database."""
    urls = {
        f"{name}_url": SecretStr(installation.conninfo(f"sb_{name}"))  # type: ignore[arg-type] # one of the logins
        for name in ("api", "auth")
    }
    return installation.settings.model_copy(update=urls)


@contextmanager
def served(installation: Installation, **settings: Any) -> Iterator[str]:
    """Serve the API of the installation; yields its URL."""
    with started(create_app(settings_of(installation).model_copy(update=settings))) as url:
        yield url


@contextmanager
def started(app: FastAPI) -> Iterator[str]:
    """Serve the application in a thread, until the block ends; yields its URL."""
    listening = socket.socket(proto=socket.IPPROTO_TCP)  # answers are not held back then
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(configuration(app, loop="asyncio"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    assert server.started
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
        listening.close()


@dataclass(frozen=True, slots=True)
class Api:
    """The served API; requests are sent as somebody, or as nobody."""

    installation: Installation
    url: str
    _clients: list[httpx2.Client] = field(default_factory=list)

    def close(self) -> None:
        """Close the connections of all clients."""
        for client in self._clients:
            client.close()

    def token(self, person: Person) -> str:
        """Sign the person in once more; returns the access token."""
        text = secrets.token_urlsafe(32)
        with self.installation.as_owner() as owner:
            owner.execute(
                "select core.start_session(%s, %s, %s, clock_timestamp() + interval '1 hour')",
                (hashlib.sha256(text.encode()).digest(), person.id, uuid.uuid4()),
            )
        return text

    def client(self, token: str | None = None, **headers: str) -> httpx2.Client:
        """A client that sends this bearer token."""
        if token is not None:
            headers["authorization"] = f"Bearer {token}"
        client = httpx2.Client(base_url=self.url, headers=headers, timeout=30)
        self._clients.append(client)
        return client

    def member(self, organization: Organization, role: str = "member") -> OrgClient:
        """A client of a person in the organization."""
        return OrgClient(self.client(self.token(organization.person(role))), organization.id)


class OrgClient:
    """Requests below one organization's path."""

    def __init__(self, client: httpx2.Client, org_id: uuid.UUID) -> None:
        self.client = client
        self.org_id = org_id

    def __call__(self, method: str, path: str, **given: Any) -> httpx2.Response:
        return self.client.request(method, f"/api/v1/orgs/{self.org_id}{path}", **given)
