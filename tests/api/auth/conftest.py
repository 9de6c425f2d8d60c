"""Clients of the served API that sign people up, and a look at what was mailed to them."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest

from tests.api.serving import Api
from tests.auth.signing import Signing
from tests.fixtures.server import Installation


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use no statement over rows of an organization."""


@pytest.fixture
def mailed(installation: Installation, api: Api) -> Iterator[Signing]:
    """Secrets of mails; the tries of this machine's network are forgotten."""
    with installation.connect("sb_auth") as auth, installation.as_superuser() as behind:
        behind.execute("delete from auth.tries")
        yield Signing(installation, auth, behind)


@pytest.fixture
def http(api: Api) -> Iterator[httpx2.Client]:
    """A client that sends nothing by itself."""
    with api.client() as client:
        yield client
