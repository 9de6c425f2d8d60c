"""The database's tables, read from its catalog: no list is kept here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from psycopg import Connection
from psycopg.rows import class_row, dict_row

from sealedbid.platform.postgres.queries import Queries

ORG = "org_id"

_STATEMENTS = Queries("sealedbid.isolation", "catalog")
_OWN = ("name", "schema", "relation", "secured", "forced", "unlogged")


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one of a domain has the domain's base type."""

    oid: int
    name: str
    type: str
    not_null: bool
    has_default: bool
    is_generated: bool
    labels: list[str]

    @property
    def is_optional(self) -> bool:
        """True if an insert may leave it out."""
        return self.has_default or self.is_generated or not self.not_null


@dataclass(frozen=True, slots=True)
class Check:
    """A check constraint, of the table or of a domain of its columns."""

    oid: int
    name: str
    definition: str
    columns: list[str]


@dataclass(frozen=True, slots=True)
class Key:
    """Columns that no two rows share; an expression among them is an empty string."""

    oid: int
    name: str
    is_primary: bool
    columns: list[str]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns that refer to a row of ``parent``."""

    oid: int
    name: str
    parent: str
    columns: list[str]
    parent_columns: list[str]


@dataclass(frozen=True, slots=True)
class Policy:
    """A row-level security policy; its expressions are as the server prints them."""

    oid: int
    name: str
    permissive: bool
    verb: str
    roles: list[str]
    using: str | None
    check: str | None


@dataclass(frozen=True, slots=True)
class Grant:
    """A privilege on the table, or on one column."""

    oid: int
    role: str
    verb: str
    column: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with all that guards it; ``name`` is qualified, and quoted if necessary."""

    name: str
    schema: str
    relation: str
    secured: bool
    forced: bool
    unlogged: bool
    columns: tuple[Column, ...]
    checks: tuple[Check, ...]
    keys: tuple[Key, ...]
    foreign_keys: tuple[ForeignKey, ...]
    policies: tuple[Policy, ...]
    grants: tuple[Grant, ...]

    @property
    def has_org(self) -> bool:
        """True if its rows belong to an organization."""
        return any(column.name == ORG for column in self.columns)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the primary key."""
        return next((tuple(key.columns) for key in self.keys if key.is_primary), ())

    def granted(self, role: str, verb: str) -> frozenset[str]:
        """Columns on which ``role`` itself holds the privilege; all if it holds it on the table."""
        columns = {
            grant.column for grant in self.grants if (grant.role, grant.verb) == (role, verb)
        }
        if None in columns:
            return frozenset(column.name for column in self.columns)
        return frozenset(column for column in columns if column is not None)

    def may(self, role: str, verb: str) -> bool:
        """True if ``role`` itself holds the privilege on the table or on any column."""
        return any((grant.role, grant.verb) == (role, verb) for grant in self.grants)


Part = TypeVar("Part", Column, Check, Key, ForeignKey, Policy, Grant)


def read_tables(
    connection: Connection[Any], schemas: Sequence[str] = ("public",)
) -> dict[str, Table]:
    """Every table of the schemas, by its qualified name."""
    with connection.cursor(row_factory=dict_row) as cursor:
        found = cursor.execute(_STATEMENTS["tables"], {"schemas": list(schemas)}).fetchall()
    oids = [row["oid"] for row in found]

    def parts(statement: str, kind: type[Part]) -> dict[int, tuple[Part, ...]]:
        by_table: dict[int, list[Part]] = defaultdict(list)
        with connection.cursor(row_factory=class_row(kind)) as cursor:
            for part in cursor.execute(_STATEMENTS[statement], {"oids": oids}):
                by_table[part.oid].append(part)
        return defaultdict(tuple, {oid: tuple(group) for oid, group in by_table.items()})

    columns, checks, keys = parts("columns", Column), parts("checks", Check), parts("keys", Key)
    foreign_keys = parts("foreign_keys", ForeignKey)
    policies, grants = parts("policies", Policy), parts("grants", Grant)
    return {
        row["name"]: Table(
            **{name: row[name] for name in _OWN},
            columns=columns[row["oid"]],
            checks=checks[row["oid"]],
            keys=keys[row["oid"]],
            foreign_keys=foreign_keys[row["oid"]],
            policies=policies[row["oid"]],
            grants=grants[row["oid"]],
        )
        for row in found
    }
