"""The real server, a process of its own on a database of its own, and its two organizations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.api.abuse.process import Process, serving
from tests.api.serving import Api
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: the server is another process, which has its statements as written."""


@pytest.fixture(scope="session")
def abused(make_database: Callable[..., Installation]) -> Installation:
    """A database of the attacks' own."""
    return make_database()


@pytest.fixture(scope="session")
def served(abused: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """The running server."""
    with serving(abused, tmp_path_factory.mktemp("serve")) as process:
        yield process


@pytest.fixture(scope="session")
def real(abused: Installation, served: Process) -> Iterator[Api]:
    """The served API."""
    api = Api(abused, served.url)
    yield api
    api.close()


@pytest.fixture
def two(abused: Installation) -> World:
    """Two organizations of the test's own, and a stranger."""
    return People(abused).world()
