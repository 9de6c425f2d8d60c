"""A database for as long as it is attacked."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from sealedbid.isolation.scratch.copy import NotCopiedError, copy_schema, schemas_beside
from sealedbid.isolation.scratch.fingerprint import Difference, compare, fingerprint
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.isolation", "scratch_database")


@dataclass(frozen=True, slots=True)
class ScratchDatabase:
    """A copy, and how it differs from what it is a copy of."""

    name: str
    of: str
    """The database that it is a copy of."""
    owner: str
    """Connection string of the role that owns the running database, to the copy."""
    fingerprint: str
    """Of the running schema."""
    differences: tuple[Difference, ...]
    beside: tuple[str, ...]
    """Schemas that are not copied: somebody else's, beside ours."""


@contextmanager
def scratch_database(owner: str, maker: str) -> Iterator[ScratchDatabase]:
    """A copy of the database at ``owner``, made and dropped by the role at ``maker``.

    Raises NotCopiedError: the role may not create databases, or the schema cannot be copied.
    """
    name = f"sealedbid_scratch_{secrets.token_hex(6)}"
    with (
        connect(owner, name="prove") as source,
        connect(maker, name="prove") as admin,
    ):
        role = source.info.user
        try:
            admin.execute(
                sql.SQL("create database {} owner {}").format(
                    sql.Identifier(name), sql.Identifier(role)
                )
            )
        except psycopg.errors.InsufficientPrivilege:
            raise NotCopiedError(
                f"{admin.info.user} may not create a database for the copy: "
                f"`alter role {admin.info.user} createdb`, or attack in place."
            ) from None
        try:
            for row in source.execute(_STATEMENTS["database_privileges"], {"name": name}):
                admin.execute(row[0])
            admin_of_copy = make_conninfo(maker, dbname=name)
            with connect(admin_of_copy, name="prove") as inside:
                for (statement,) in source.execute(_STATEMENTS["extension"]):
                    inside.execute(statement)
                for (statement,) in source.execute(_STATEMENTS["closed_statements"]):
                    inside.execute(statement)
            copy = make_conninfo(owner, dbname=name)
            with connect(copy, name="prove") as target:
                copy_schema(source, target)
                target.execute(_STATEMENTS["context_key"])
                wanted, made = fingerprint(source), fingerprint(target)
            yield ScratchDatabase(
                name,
                source.info.dbname,
                copy,
                wanted.digest,
                compare(wanted, made),
                tuple(schemas_beside(source)),
            )
        finally:
            admin.execute(
                sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
            )
