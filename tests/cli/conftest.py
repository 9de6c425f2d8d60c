"""Runs commands on a database of the module's own: most tests need no server of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.commands import Commands, OnDatabase
from tests.fixtures.server import Installation


@pytest.fixture(scope="module")
def run(make_database: Callable[..., Installation]) -> Commands:
    """The commands of a migrated installation that no other test has touched."""
    return OnDatabase(make_database())
