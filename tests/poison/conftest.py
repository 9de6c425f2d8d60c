"""A stocked database, which tests clone."""

from __future__ import annotations

import pytest

from sealedbid.platform.embedded import EmbeddedServer
from tests.poison.battery import Battery
from tests.poison.databases import Databases
from tests.poison.stock import Stock, stocked


@pytest.fixture(scope="session")
def databases(server: EmbeddedServer) -> Databases:
    return Databases(server)


@pytest.fixture(scope="session")
def stocked_database(databases: Databases) -> tuple[str, Stock]:
    """Its name, and what is in it."""
    installation = databases.clone()
    return installation.database, stocked(installation)


@pytest.fixture
def battery(databases: Databases, stocked_database: tuple[str, Stock]) -> Battery:
    return Battery(databases, *stocked_database)
