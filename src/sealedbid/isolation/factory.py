"""Fills any table for an organization, by the catalog alone."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeAlias
from uuid import UUID

import psycopg
from psycopg import Connection, sql
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from sealedbid.isolation.catalog import ORG, Check, Column, ForeignKey, Table, read_tables
from sealedbid.isolation.errors import IsolationError
from sealedbid.isolation.samples import OMIT, candidates

Row: TypeAlias = dict[str, Any]

ATTEMPTS = 2000
RENEWALS = 20  # further values for keys that are taken
_MARKER = re.compile(r"[a-z][a-z0-9_]*")


class FactoryError(IsolationError):
    """No row could be generated for a table."""


def fill(
    connection: Connection[Any], org_id: UUID, *, marker: str, rows: int = 1
) -> dict[str, list[Row]]:
    """Insert ``rows`` rows of the organization into every table of public; returns them by table.

    The connection is the installer's. Texts and documents contain ``marker``, lower-case letters
    and digits, where their constraints allow it. The organization is created if missing.
    """
    if not _MARKER.fullmatch(marker):
        raise ValueError(f"{marker!r} is no word of lower-case letters, digits and underscores")
    tables = read_tables(connection)
    made: dict[str, list[Row]] = defaultdict(list)
    with connection.transaction(), unforced(connection, tables):
        for name in dependency_order(tables):
            for _ in range(rows):
                row = _Row(tables[name], org_id, marker, made, is_root=name == root_of(tables))
                made[name].append(row.insert(connection))
    return dict(made)


def root_of(tables: Mapping[str, Table]) -> str | None:
    """The table that org_id refers to: the organizations themselves."""
    return next(
        (
            key.parent
            for table in tables.values()
            for key in table.foreign_keys
            if key.columns == [ORG]
        ),
        None,
    )


def dependency_order(tables: Mapping[str, Table]) -> list[str]:
    """Parents before children; in a cycle of references nullable ones do not count."""

    def order(*, nullable: bool) -> list[str]:
        graph = {
            name: {
                key.parent
                for key in table.foreign_keys
                if key.parent != name and (nullable or not _is_nullable(table, key))
            }
            for name, table in tables.items()
        }
        return [name for name in TopologicalSorter(graph).static_order() if name in tables]

    try:
        return order(nullable=True)
    except CycleError:
        return order(nullable=False)


def parameter(column: Column, value: Any) -> Any:
    """Adapt a value that was read, so that it can be written to ``column`` again."""
    if value is None or isinstance(value, Jsonb):
        return value
    if column.type in ("json", "jsonb"):
        return Jsonb(value)
    if column.type in ("json[]", "jsonb[]"):
        return [
            parameter_of if isinstance(parameter_of, Jsonb) else Jsonb(parameter_of)
            for parameter_of in value
        ]
    return value


@contextmanager
def unforced(connection: Connection[Any], tables: Mapping[str, Table]) -> Iterator[None]:
    """Lift forced row-level security in the block; a rollback restores it, too."""
    forced = [sql.Identifier(t.schema, t.relation) for t in tables.values() if t.forced]
    for name in forced:
        connection.execute(sql.SQL("alter table {} no force row level security").format(name))
    yield
    connection.execute("set constraints all immediate")  # pending constraints forbid altering
    for name in forced:
        connection.execute(sql.SQL("alter table {} force row level security").format(name))


def _is_nullable(table: Table, key: ForeignKey) -> bool:
    return any(column.name in key.columns and not column.not_null for column in table.columns)


class _Row:
    """The search for one row that all constraints of a table admit.

    Every column has candidates. Combinations that a constraint refused are remembered; the first
    combination that contains none of them is tried next.
    """

    def __init__(
        self,
        table: Table,
        org_id: UUID,
        marker: str,
        made: Mapping[str, list[Row]],
        *,
        is_root: bool,
    ) -> None:
        self.table = table
        self.org_id = org_id
        self.marker = marker
        self.made = made
        self.is_root = is_root
        self.refused: list[frozenset[tuple[str, int]]] = []
        self.choices: dict[str, list[Any]] = {}

    def insert(self, connection: Connection[Any]) -> Row:
        """Insert the row; returns the existing row if there can be only one."""
        if self.is_root and (there := self._there(connection)):
            return there
        for _ in range(RENEWALS):
            try:
                return self._search(connection)
            except (psycopg.errors.UniqueViolation, psycopg.errors.ExclusionViolation) as error:
                taken = error.diag.constraint_name
        if there := self._there(connection):
            return there
        raise FactoryError(f"{self.table.name}: no value was found that {taken} does not have yet.")

    def _search(self, connection: Connection[Any]) -> Row:
        self.choices, self.refused = self._all_choices(), []
        last = ""
        for _ in range(ATTEMPTS):
            chosen = self._choose(last)
            values = {name: self.choices[name][place] for name, place in chosen.items()}
            try:
                with connection.transaction():
                    return self._write(connection, values)
            except psycopg.errors.CheckViolation as error:
                check = self._check(error)
                last = check.name
                self.refused.append(frozenset((name, chosen[name]) for name in check.columns))
            except (psycopg.errors.UniqueViolation, psycopg.errors.ExclusionViolation):
                raise
            except psycopg.Error as error:
                raise FactoryError(f"{self.table.name} takes no generated row: {error}") from error
        raise self._unsatisfied(last)

    def _write(self, connection: Connection[Any], values: Mapping[str, Any]) -> Row:
        given = {name: value for name, value in values.items() if value is not OMIT}
        statement = sql.SQL("insert into {} ({}) values ({}) returning *").format(
            sql.Identifier(self.table.schema, self.table.relation),
            sql.SQL(", ").join(map(sql.Identifier, given)),
            sql.SQL(", ").join(sql.Placeholder() * len(given)),
        )
        with connection.cursor(row_factory=dict_row) as cursor:
            row = cursor.execute(statement, list(given.values())).fetchone()
        assert row is not None
        return row

    def _choose(self, last: str) -> dict[str, int]:
        """Position of each column's candidate in the first combination that was not refused."""
        chosen = dict.fromkeys(self.choices, 0)
        involved = sorted({name for combination in self.refused for name, _ in combination})
        for name in involved:
            alone = {place for c in self.refused for n, place in c if n == name and len(c) == 1}
            free = [p for p in range(len(self.choices[name])) if p not in alone]
            if not free:
                raise self._unsatisfied(last)
            chosen[name] = free[0]
        together = [combination for combination in self.refused if len(combination) > 1]
        if any(combination <= chosen.items() for combination in together):
            return self._choose_together(chosen, together, last)
        return chosen

    def _choose_together(
        self, chosen: dict[str, int], together: list[frozenset[tuple[str, int]]], last: str
    ) -> dict[str, int]:
        names = sorted({name for combination in together for name, _ in combination})
        single = {next(iter(c)) for c in self.refused if len(c) == 1}
        places = [
            [p for p in range(len(self.choices[name])) if (name, p) not in single] for name in names
        ]
        for places_tried in itertools.islice(itertools.product(*places), 100 * ATTEMPTS):
            trial = chosen | dict(zip(names, places_tried, strict=True))
            if not any(combination <= trial.items() for combination in together):
                return trial
        raise self._unsatisfied(last)

    def _all_choices(self) -> dict[str, list[Any]]:
        choices: dict[str, list[Any]] = {}
        for column in self.table.columns:
            if not column.is_generated:
                checks = [check for check in self.table.checks if column.name in check.columns]
                choices[column.name] = candidates(column, checks, self.marker)
                if not choices[column.name]:
                    raise FactoryError(
                        f"{self.table.name}.{column.name}: no sample of {column.type} is known."
                    )
        if ORG in choices:
            choices[ORG] = [self.org_id]
        if self.is_root:
            choices[self.table.key[0]] = [self.org_id]
        return choices | self._references(choices)

    def _references(self, choices: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        """Candidates of the columns of foreign keys: a row that was made before, else null."""
        columns = {column.name: column for column in self.table.columns}
        fixed: Row = {ORG: self.org_id} if ORG in choices else {}
        found: dict[str, list[Any]] = {}
        # the longest first: a shorter key over the same columns has to agree with it
        for key in sorted(self.table.foreign_keys, key=lambda key: -len(key.columns)):
            pairs = list(zip(key.columns, key.parent_columns, strict=True))
            parent = next(
                (
                    row
                    for row in reversed(self.made.get(key.parent, []))
                    if all(fixed.get(mine, row[theirs]) == row[theirs] for mine, theirs in pairs)
                ),
                None,
            )
            for mine, theirs in pairs:
                if mine in fixed:
                    continue
                none = [] if columns[mine].not_null else [None]
                if parent is None and not none:
                    raise FactoryError(f"{self.table.name}: {key.name} finds no row to refer to.")
                found[mine] = ([parent[theirs]] if parent else []) + none
                fixed[mine] = found[mine][0]
        return found

    def _there(self, connection: Connection[Any]) -> Row | None:
        column = self.table.key[0] if self.is_root else ORG
        if not (self.is_root or self.table.has_org):
            return None
        statement = sql.SQL("select * from {} where {} = %s limit 1").format(
            sql.Identifier(self.table.schema, self.table.relation), sql.Identifier(column)
        )
        with connection.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(statement, [self.org_id]).fetchone()

    def _check(self, error: psycopg.Error) -> Check:
        name = error.diag.constraint_name
        for check in self.table.checks:
            if check.name == name and set(check.columns) & set(self.choices):
                return check
        raise FactoryError(
            f"{self.table.name}: {name or 'a trigger'} takes no generated row: {error}"
        ) from error

    def _unsatisfied(self, constraint: str) -> FactoryError:
        check = next((c.definition for c in self.table.checks if c.name == constraint), "")
        return FactoryError(
            f"{self.table.name}: no row was found that {constraint} admits: {check}"
        )
