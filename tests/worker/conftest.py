"""A database whose jobs are the test's own, and workers that run their bodies."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest_asyncio

from tests.fixtures.people import People
from tests.fixtures.server import Installation
from tests.worker.yard import Yard


@pytest_asyncio.fixture(scope="module")
async def yard(make_database: Callable[..., Installation]) -> AsyncIterator[Yard]:
    installation = make_database()
    people = People(installation)
    async with installation.gateway("sb_api") as gateway:
        yield Yard(installation, gateway, people, people.world())
