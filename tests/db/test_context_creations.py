"""No login creates an object that could hide one of ours."""

from __future__ import annotations

from typing import LiteralString

import pytest
from psycopg import sql

from sealedbid.platform.postgres.logins import LOGINS, Login
from tests.db.contexts import REFUSED, refused
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

# Each with {} for a schema.
CREATIONS: list[LiteralString] = [
    "create table {}.clients (org_id uuid)",
    "create view {}.clients as select 1 as org_id",
    "create function {}.sha256(bytea) returns bytea language sql return $1",
    "create operator {}.= (leftarg = text, rightarg = text, function = texteq)",
    "create type {}.text as (a int)",
    "create domain {}.uuid as text",
    "create sequence {}.jobs",
    "create aggregate {}.max(text) (sfunc = textcat, stype = text)",
    "create collation {}.c (locale = 'C')",
]


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_creates_nothing_in_any_schema(installation: Installation, login: Login) -> None:
    with installation.connect(login) as connection:
        rows = connection.execute("select nspname from pg_namespace").fetchall()
        for (schema,) in [*rows, ("pg_temp",)]:
            for creation in CREATIONS:
                with refused(REFUSED):
                    connection.execute(sql.SQL(creation).format(sql.Identifier(schema)))


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_creates_neither_schemas_nor_what_stands_in_none(
    installation: Installation, login: Login
) -> None:
    statements: list[LiteralString] = [
        "create schema evil",
        "create extension pg_trgm",
        "create temporary table clients (org_id uuid)",
        "select 1 as org_id into temporary clients",
        "create role evil",
        "create database evil",
        "create language plpython3u",
        "create foreign data wrapper evil",
        "create publication evil",
        "create event trigger evil on ddl_command_end execute function pg_catalog.now()",
        "create cast (text as uuid) without function",
        "alter function seal.org(int) reset all",
        "alter table public.clients disable row level security",
        "alter database postgres set search_path = evil",
        "grant sb_gate to sb_api",
    ]
    with installation.connect(login) as connection:
        for statement in statements:
            with refused(REFUSED, "0A000", "42704", "42P17", "42883"):
                connection.execute(statement)
