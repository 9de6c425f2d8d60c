"""A rule that needs no password is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from sealedbid.isolation.audit import audit_database
from tests.fixtures.server import Installation
from tests.isolation.lints.conftest import Planted


def test_a_rule_that_says_trust_is_found(behind: Connection[Any], planted: Planted) -> None:
    """The server reads the rules from the file at each query, without a reload."""
    row = behind.execute("show hba_file").fetchone()
    assert row is not None
    file = Path(row[0])
    before = file.read_bytes()
    try:
        file.write_bytes(before + b"host all sb_api 10.0.0.0/8 trust\n")
        (found,) = planted()
    finally:
        file.write_bytes(before)
    assert found.startswith("pg_hba.conf, line ")
    assert found.endswith("lets sb_api into all without a password, by host 10.0.0.0 255.0.0.0")


@pytest.mark.full
def test_it_is_asked_by_whoever_may_read_the_rules(installation: Installation) -> None:
    def asked(installer: str | None) -> bool:
        report = audit_database(installation.conninfo("sb_api"), installer=installer)
        return "0099" in {lint.number for lint in report.lints}

    assert not asked(None)
    assert not asked(installation.owner)
    assert asked(installation.superuser)


def test_as_it_is_everybody_is_asked(planted: Planted) -> None:
    assert planted() == []
