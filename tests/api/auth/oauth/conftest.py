"""The API with two providers on loopback, and browsers in front of it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator

import httpx2
import pytest

from sealedbid.auth.oauth.providers import NAMES
from sealedbid.auth.oauth.vouching import Client, path_of
from sealedbid.platform.installer import keep_provider
from sealedbid.platform.secrets import write_secret
from tests.api.auth.oauth.browser import LISTED, PUBLIC, Browser
from tests.api.auth.oauth.provider import CLIENT_ID, CLIENT_SECRET, Person, Provider, serving
from tests.api.serving import served
from tests.auth.signing import Signing, new_address
from tests.fixtures.server import Installation

KEY = hashlib.sha256(b"the tests' own").digest()
"""The same in every process of the tests, which share the folder of the installation."""


@pytest.fixture(scope="session")
def providers() -> Iterator[Provider]:
    with serving() as providers:
        yield providers


@pytest.fixture(scope="session")
def url(installation: Installation, providers: Provider) -> Iterator[str]:
    """The API, with both providers turned on."""
    for name in NAMES:
        client = Client(CLIENT_ID, CLIENT_SECRET, KEY)
        write_secret(path_of(installation.settings.home, name), client.line())
        keep_provider(installation.owner, name, KEY)
    with served(
        installation,
        auth_redirects=(LISTED,),
        public_url=PUBLIC,
        oauth_stand_in=providers.url,
    ) as url:
        yield url
    for name in NAMES:
        keep_provider(installation.owner, name, None)


@pytest.fixture
def provider(providers: Provider) -> Iterator[Provider]:
    """Both providers as they should be, with a person whom nobody knows."""
    providers.person = Person(str(secrets.randbelow(10**15) + 1), new_address("at.provider"))
    plain = (providers.key, providers.signs_by)
    yield providers
    providers.key, providers.signs_by = plain
    for each in (
        providers.claims,
        providers.header,
        providers.odd,
        providers.slow,
        providers.extra,
        providers.asked,
    ):
        each.clear()


@pytest.fixture
def browser(url: str, provider: Provider, mailed: Signing) -> Iterator[Browser]:
    with httpx2.Client(base_url=url, timeout=30) as client:
        yield Browser(client, provider, mailed)


@pytest.fixture
def other(url: str, provider: Provider, mailed: Signing) -> Iterator[Browser]:
    """Another browser, with another person's cookies."""
    with httpx2.Client(base_url=url, timeout=30) as client:
        yield Browser(client, provider, mailed)
