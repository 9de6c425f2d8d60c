"""An office with jobs of its own, and a post that takes its mails."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from tests.fixtures.people import People
from tests.fixtures.server import Installation
from tests.mail.office import Office
from tests.mail.post import Post, opened_post


@pytest_asyncio.fixture(scope="module")
async def module_office(make_database: Callable[..., Installation]) -> AsyncIterator[Office]:
    installation = make_database()
    people = People(installation)
    async with installation.gateway("sb_api") as gateway:
        yield Office(installation, gateway, people, people.world())


@pytest.fixture
def office(module_office: Office) -> Office:
    """The office of the module, without mails or jobs of other tests."""
    module_office.behind("delete from public.jobs")
    module_office.behind("delete from public.deliveries")
    return module_office


@pytest_asyncio.fixture
async def post() -> AsyncIterator[Post]:
    """An SMTP server that takes everything, without encryption."""
    async with opened_post(Post()) as post:
        yield post
