"""Plants faults in the migrated schema and runs the lint that the test file is named after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, LiteralString, TypeAlias

import pytest
from psycopg import Connection

from sealedbid.isolation.audit import read_lints
from sealedbid.isolation.audit.run import STATEMENTS, question
from tests.fixtures.server import Installation

Planted: TypeAlias = Callable[..., list[str]]


@pytest.fixture
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    """A superuser's transaction that is rolled back."""
    with installation.as_superuser() as connection, connection.transaction(force_rollback=True):
        yield connection


@pytest.fixture
def planted(behind: Connection[Any], request: pytest.FixtureRequest) -> Planted:
    """Runs statements and returns the lint's sentences, as in our own database.

    With ``tenant_column`` as in any other database, with that column.
    """
    label = re.sub(r".*\.test_", "", request.module.__name__)
    lint = next(lint for lint in read_lints() if lint.label == label)

    def plant(*statements: LiteralString, tenant_column: str | None = None) -> list[str]:
        behind.execute("set local search_path = public")
        for statement in statements:
            behind.execute(statement)
        behind.execute(STATEMENTS["plain_names"])
        answer = behind.execute(
            question(lint, is_ours=tenant_column is None),
            {"schemas": None, "tenant_column": tenant_column or "org_id"},
        )
        return sorted(f"{name} {fault}" for name, fault in answer)

    return plant
