"""The functions of sign-in as sb_auth calls them, and a look behind them at mailed secrets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from sealedbid.auth.accounts import Accounts, accounts_of
from sealedbid.platform.postgres import open_pool
from tests.auth.signing import Signing
from tests.fixtures.server import Installation


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use no statement over rows of an organization."""


@pytest.fixture
def signing(installation: Installation) -> Iterator[Signing]:
    with installation.connect("sb_auth") as auth, installation.as_superuser() as behind:
        yield Signing(installation, auth, behind)


@pytest_asyncio.fixture(scope="session")
async def accounts(installation: Installation) -> AsyncIterator[Accounts]:
    """Accounts as the API uses them: on a pool of sb_auth, with argon2 and signed tokens."""
    pool = await open_pool(installation.conninfo("sb_auth"), installation.settings, name="auth")
    try:
        yield accounts_of(pool, installation.settings)
    finally:
        await pool.close()
