"""A temporary database to attack."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import Connection, sql
from psycopg.conninfo import make_conninfo

from sealedbid.isolation.scratch.copy import NotCopiedError, copy_schema, schemas_beside
from sealedbid.isolation.scratch.fingerprint import Difference, compare, fingerprint
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

TEMPLATE: Final = "sealedbid_scratch"
"""Suggested name of a template."""

_STATEMENTS = Queries("sealedbid.isolation", "scratch_database")


@dataclass(frozen=True, slots=True)
class ScratchDatabase:
    """A copy, and its differences from the original."""

    name: str
    of: str
    """The database that was copied."""
    owner: str
    """Connection string to the copy, as the owner of the running database."""
    fingerprint: str
    """Digest of the running schema."""
    differences: tuple[Difference, ...]
    beside: tuple[str, ...]
    """Schemas of other products, which were not copied."""


@contextmanager
def scratch_database(
    owner: str, maker: str, template: str | None = None
) -> Iterator[ScratchDatabase]:
    """Copy the database at ``owner``; the role at ``maker`` creates and drops the copy.

    ``template`` is a database with nothing but the extensions, for a role that may not create them.
    Raises NotCopiedError if the role may not create databases, if there is no such template, or if
    the schema cannot be copied.
    """
    name = f"sealedbid_scratch_{secrets.token_hex(6)}"
    with (
        connect(owner, name="prove") as source,
        connect(maker, name="prove") as admin,
    ):
        role = source.info.user
        _create(admin, name, role, template)
        try:
            for row in source.execute(_STATEMENTS["database_privileges"], {"name": name}):
                admin.execute(row[0])
            admin_of_copy = make_conninfo(maker, dbname=name)
            with connect(admin_of_copy, name="prove") as inside:
                _extend(inside, [row[0] for row in source.execute(_STATEMENTS["extension"])])
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
            _drop(admin, name)


def _create(admin: Connection[Any], name: str, owner: str, template: str | None) -> None:
    statement = sql.SQL("create database {} owner {}").format(
        sql.Identifier(name), sql.Identifier(owner)
    )
    if template is not None:
        statement += sql.SQL(" template {}").format(sql.Identifier(template))
    try:
        admin.execute(statement)
    except psycopg.errors.InsufficientPrivilege as error:
        if template is not None and "copy" in str(error):
            raise NotCopiedError(
                f"{admin.info.user} may not copy {template}: "
                f"`alter database {template} is_template true`, as an administrator."
            ) from None
        raise NotCopiedError(
            f"{admin.info.user} may not create a database for the copy: "
            f"`alter role {admin.info.user} createdb`, or attack in place."
        ) from None
    except psycopg.errors.InvalidCatalogName:
        raise NotCopiedError(f"There is no database {template} to be the template.") from None


def _extend(inside: Connection[Any], statements: Sequence[str]) -> None:
    """Create the extensions of the running database, unless the template brought them."""
    try:
        for statement in statements:
            inside.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        wanted = "; ".join(statements)
        raise NotCopiedError(
            f"{inside.info.user} may not create the extension that the schema needs. Once, as an "
            f"administrator: `create database {TEMPLATE} is_template true`, and in it `{wanted}`. "
            f"Then: `sealedbid prove --scratch-template {TEMPLATE}`."
        ) from None


def _drop(admin: Connection[Any], name: str) -> None:
    """Drop the copy; the server waits for its sessions, then they are ended."""
    statement = sql.SQL("drop database if exists {}").format(sql.Identifier(name))
    try:
        admin.execute(statement)
    except psycopg.errors.ObjectInUse:
        # the owner of a database may not end another role's session
        admin.execute(statement + sql.SQL(" with (force)"))
