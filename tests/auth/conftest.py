"""The functions of sign-in as sb_auth calls them, and a look behind them at the secrets of mails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.auth.signing import Signing
from tests.fixtures.server import Installation


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use no statement over rows of an organization."""


@pytest.fixture
def signing(installation: Installation) -> Iterator[Signing]:
    with installation.connect("sb_auth") as auth, installation.as_superuser() as behind:
        yield Signing(installation, auth, behind)
