"""Skips the tests with a reason if a judge is missing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from tests.fixtures.server import Installation
from tests.judges.planted import planted_database
from tests.judges.tools import PGRLS


@pytest.fixture(scope="session")
def judges() -> None:
    if PGRLS.exists():
        return
    reason = "pgrls is not installed: `make test-full` puts it into .venv-judges, with a network"
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def ours(judges: None, make_database: Callable[..., Installation]) -> Installation:
    """A migrated database that no other test has touched."""
    return make_database()


@pytest.fixture(scope="session")
def planted(judges: None) -> Iterator[str]:
    with planted_database() as server:
        yield server.url()
