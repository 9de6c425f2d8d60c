"""A database whose accounts are elsewhere, a project, and the API between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.api.auth.elsewhere.project import Project, new_key, new_rsa_key, project_served
from tests.api.serving import Api, served
from tests.fixtures.elsewhere import give_away
from tests.fixtures.server import Installation


@pytest.fixture(scope="session")
def given_away(make_database: Callable[..., Installation]) -> Installation:
    """A database whose owner has given the accounts away."""
    installation = make_database()
    give_away(installation)
    return installation


@pytest.fixture(scope="module")
def project() -> Iterator[Project]:
    """A project with a key of each kind."""
    with project_served(new_key(), new_rsa_key()) as project:
        yield project


@pytest.fixture(scope="module")
def there(given_away: Installation, project: Project) -> Iterator[Api]:
    """The API, where people sign in at the project."""
    with served(given_away, supabase_url=project.url, requests_per_address=None) as url:
        api = Api(given_away, url)
        yield api
        api.close()


@pytest.fixture
def troubled(given_away: Installation) -> Iterator[tuple[Project, Api]]:
    """A project of the test's own, which may fail, and an API that knows nothing of it yet."""
    with (
        project_served() as project,
        served(given_away, supabase_url=project.url, requests_per_address=None) as url,
    ):
        api = Api(given_away, url)
        yield project, api
        api.close()
