"""The API of the shared installation on loopback, as programs reach it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api.serving import Api, served
from tests.fixtures.people import World
from tests.fixtures.server import Installation


@pytest.fixture(scope="session")
def api(installation: Installation, world: World) -> Iterator[Api]:
    """The API, and the two organizations of the shared database."""
    with served(installation) as url:
        api = Api(installation, url)
        yield api
        api.close()
