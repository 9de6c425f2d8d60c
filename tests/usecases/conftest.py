"""Every repository test runs twice: as written, and without the org predicate."""

import pytest


@pytest.fixture(autouse=True)
def _both_ways(statements: str) -> str:
    return statements
