"""From the catalog: everything that the database can refuse has a class, or a reason for none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.meanings import MEANINGS, meaning_of
from sealedbid.platform.postgres.states import RAISED
from sealedbid.platform.postgres.violations import Reference, known_constraints, register, value
from tests.fixtures.modules import import_all
from tests.fixtures.server import Installation
from tests.platform.unreachable import (
    BUGS,
    BY_RULE,
    RAISED_ON_THE_WAY_IN,
    UNREACHABLE,
    VALUES_IN_MESSAGES,
)

QUERIES = Queries("tests.platform", "violations")
# Tables without a privilege to write them, whose rows functions write for the tenant who calls.
BY_FUNCTIONS = [
    *("audit_heads", "audit_log", "challenges", "credentials", "deliveries", "factors", "flows"),
    *(
        "idempotency_keys",
        "identities",
        "invitations",
        "job_lanes",
        "job_schedules",
        "one_time_tokens",
    ),
    *(
        "org_members",
        "organizations",
        "passkey_challenges",
        "passkeys",
        "permits",
        "recovery_codes",
        "session_keys",
        "sessions",
    ),
    *("signing_keys", "stops", "stripe_events", "system_settings", "tries", "usage_events"),
    *("users", "waiting_tokens"),
]


@pytest.fixture(scope="module")
def catalog(installation: Installation) -> Iterator[Connection[Any]]:
    import_all()
    with installation.as_superuser() as connection:
        yield connection


@pytest.fixture(scope="module")
def columns(catalog: Connection[Any]) -> dict[str, list[str]]:
    return dict(catalog.execute(QUERIES["columns"]).fetchall())


@pytest.fixture(scope="module")
def constraints(catalog: Connection[Any]) -> list[tuple[str, str, str]]:
    """Table, name and kind."""
    return catalog.execute(QUERIES["constraints"], {"by_functions": BY_FUNCTIONS}).fetchall()


@pytest.fixture(scope="module")
def raised(catalog: Connection[Any]) -> set[str]:
    return {name for (name,) in catalog.execute(QUERIES["raised"])}


def test_every_constraint_has_a_class_or_a_reason(
    constraints: list[tuple[str, str, str]], columns: dict[str, list[str]]
) -> None:
    open_ones = {
        name
        for table, name, kind in constraints
        if name not in known_constraints()
        and name not in UNREACHABLE
        and name not in {rule.format(table=table) for rule in BY_RULE}
        and not (kind == "c" and says_its_meaning(table, name, columns))
    }
    assert open_ones == set()


def says_its_meaning(table: str, name: str, columns: dict[str, list[str]]) -> bool:
    """True if the name is of a column of the table and of a meaning with words."""
    found = meaning_of(table, name)
    return found is not None and found[0] in columns[table]


def test_no_key_and_no_foreign_key_is_left_to_a_rule(
    constraints: list[tuple[str, str, str]],
) -> None:
    """A message has to name the value that is taken or the row that is missing."""
    by_rule = {rule.format(table=table) for rule in BY_RULE for table, *_ in constraints}
    keys = {name for _, name, kind in constraints if kind != "c"}
    assert keys - by_rule <= set(known_constraints()) | set(UNREACHABLE)


def test_what_functions_raise_by_name_has_a_class_or_a_reason(
    raised: set[str], columns: dict[str, list[str]]
) -> None:
    tables = sorted(columns, key=len, reverse=True)
    for name in raised - set(known_constraints()) - set(UNREACHABLE):
        table = next(table for table in tables if name.startswith(f"{table}_"))
        bounded = name.removeprefix(f"{table}_").removesuffix("_bounded")
        assert says_its_meaning(table, name, columns) or bounded in columns[table], name


def test_no_entry_is_stale(constraints: list[tuple[str, str, str]], raised: set[str]) -> None:
    there = {name for _, name, _ in constraints} | raised
    assert set(known_constraints()) - there == set()
    assert set(UNREACHABLE) - there == set()
    assert set(UNREACHABLE) & set(known_constraints()) == set()
    for rule in BY_RULE:
        assert {rule.format(table=table) for table, *_ in constraints} & there


def test_every_meaning_is_used(constraints: list[tuple[str, str, str]]) -> None:
    for suffix in MEANINGS:
        assert any(name.endswith(f"_{suffix}") for _, name, kind in constraints if kind == "c")


def test_a_class_names_a_field_and_a_parent_of_the_schema(
    constraints: list[tuple[str, str, str]], columns: dict[str, list[str]]
) -> None:
    tables = {name: table for table, name, _ in constraints}
    for name, known in known_constraints().items():
        if name in tables and known.field is not None and name != "org_members_pkey":
            assert known.field in columns[tables[name]], name
        if isinstance(known, Reference):
            assert known.parent in columns, name


def test_every_bound_is_raised_under_a_name_that_the_border_knows(
    catalog: Connection[Any],
) -> None:
    bounds = catalog.execute(QUERIES["bounds"]).fetchall()
    assert len(bounds) > 100
    for table, body in {(table, body) for table, _, body in bounds}:
        assert "tg_table_name || '_' || v_column || '_bounded'" in body, table
    for table, column, _ in bounds:
        assert f"{table}_{column}_bounded" not in known_constraints()


def test_every_sqlstate_that_functions_raise_has_a_class_or_a_reason(
    catalog: Connection[Any],
) -> None:
    states = {state for _, _, state in catalog.execute(QUERIES["states"])}
    assert states == set(RAISED) | set(RAISED_ON_THE_WAY_IN) | set(BUGS)


def test_no_value_stands_in_a_message_that_people_read(catalog: Connection[Any]) -> None:
    messages = {message for _, message, _ in catalog.execute(QUERIES["states"])}
    assert {message for message in messages if "%" in message} == set(VALUES_IN_MESSAGES)


def test_a_constraint_has_one_meaning() -> None:
    import_all()
    with pytest.raises(ValueError, match="clients_name_key has two meanings"):
        register({"clients_name_key": value("name", "another meaning.")})
