"""A database of a development version is refused, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sealedbid.platform.migrations import migrate, status
from sealedbid.platform.migrations.development import (
    refuse_development,
    refuse_development_schema,
)
from sealedbid.platform.migrations.errors import DevelopmentVersionError
from tests.fixtures.commands import OnDatabase
from tests.fixtures.server import Installation

SENTENCE = "made by a development version of Sealedbid; start with an empty database"


@pytest.fixture
def of_development(fresh_installation: Installation) -> Installation:
    """A database as those versions left it: other numbers, and no open_column()."""
    with fresh_installation.as_superuser() as behind:
        behind.execute("delete from dbmate.schema_migrations")
        behind.execute("insert into dbmate.schema_migrations values ('0001'), ('0055')")
        behind.execute(
            "drop function seal_private.open_column(regclass, name, boolean, boolean, boolean,"
            " bigint)"
        )
    return fresh_installation


@pytest.mark.parametrize("ask", [status, lambda owner: migrate(owner, str)])
def test_a_database_of_a_development_version_is_neither_migrated_nor_described(
    of_development: Installation, ask: Callable[[str], Any]
) -> None:
    with pytest.raises(DevelopmentVersionError, match=SENTENCE):
        ask(of_development.owner)


@pytest.mark.full
def test_the_commands_refuse_a_database_of_a_development_version(
    of_development: Installation,
) -> None:
    command = OnDatabase(of_development)
    for words in (["migrate"], ["up"], ["status"], ["worker", "--until-idle"]):
        ended = command(*words)
        assert ended.returncode == 1
        assert SENTENCE in " ".join(ended.stderr.split())


def test_a_released_one_is_let_in(installation: Installation) -> None:
    refuse_development_schema(installation.conninfo("sb_worker"))
    refuse_development(["0100", "0910"])
