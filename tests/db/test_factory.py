"""The factory fills every table, for one organization, in words that stand out."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection

from sealedbid.isolation.catalog import ORG, read_tables
from sealedbid.isolation.factory import FactoryError, fill
from sealedbid.platform.postgres import Queries
from tests.fixtures.server import Installation

STRANGE = Queries("tests.db", "strange")


@pytest.fixture
def owner(installation: Installation) -> Iterator[Connection[Any]]:
    """The installer, in a transaction that is rolled back."""
    with installation.as_owner() as connection, connection.transaction(force_rollback=True):
        yield connection


@pytest.mark.full
def test_every_table_gets_rows_of_the_organization(owner: Connection[Any]) -> None:
    org_id = uuid.uuid4()
    filled = fill(owner, org_id, marker="canary", rows=2)
    tables = read_tables(owner)
    assert set(filled) == set(tables)
    for name, rows in filled.items():
        assert len(rows) == 2
        assert all(row[ORG] == org_id for row in rows if tables[name].has_org)


def test_filling_twice_adds_rows_and_keeps_the_organization(owner: Connection[Any]) -> None:
    org_id = uuid.uuid4()
    before, after = (fill(owner, org_id, marker="canary") for _ in range(2))
    assert before["public.organizations"][0] == after["public.organizations"][0]
    assert before["public.clients"][0]["id"] != after["public.clients"][0]["id"]


def test_rows_carry_the_marker(owner: Connection[Any]) -> None:
    filled = fill(owner, uuid.uuid4(), marker="canary")
    plain = {name for name, rows in filled.items() if "canary" not in repr(rows[0])}
    # a role, numbers, a number and its hash, ids and hashes: no words
    assert plain == {
        "public.org_members",
        "public.job_lanes",
        "public.audit_heads",
        "public.share_links",
    }


def test_row_level_security_is_forced_again(owner: Connection[Any]) -> None:
    fill(owner, uuid.uuid4(), marker="canary")
    assert all(table.secured and table.forced for table in read_tables(owner).values())


@pytest.mark.full
def test_tables_of_tomorrow_are_filled_too(owner: Connection[Any]) -> None:
    owner.execute(STRANGE["tables"])
    org_id = uuid.uuid4()
    for _ in range(2):
        filled = fill(owner, org_id, marker="canary", rows=2)
    parent, child = filled["public.parents"][-1], filled["public.children"][-1]
    assert parent["title"].startswith("canary")
    assert child[ORG] == org_id
    assert (child["proposal_id"] is None) != (child["contract_id"] is None)


def test_a_constraint_that_nothing_satisfies_is_named(owner: Connection[Any]) -> None:
    owner.execute("create table public.odd (id int not null, constraint never check (id % 2 = 5))")
    with pytest.raises(FactoryError, match=r"public\.odd: .*never"):
        fill(owner, uuid.uuid4(), marker="canary")


def test_a_type_without_samples_is_named(owner: Connection[Any]) -> None:
    owner.execute("create table public.odd (place point not null)")
    with pytest.raises(FactoryError, match=r"public\.odd\.place: no sample of point"):
        fill(owner, uuid.uuid4(), marker="canary")


def test_a_marker_is_a_word(owner: Connection[Any]) -> None:
    with pytest.raises(ValueError, match="no word"):
        fill(owner, uuid.uuid4(), marker="Two words")
