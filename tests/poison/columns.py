"""Every column that a tenant may write, by insert and by update, with the extremes of its type."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg import sql

from sealedbid.isolation.catalog import ORG, Column, Key, Table
from sealedbid.isolation.factory import parameter
from tests.poison.stock import Stock, proof_number
from tests.poison.values import HEAVY, Value, extremes, huge
from tests.poison.writers import Attempt, Writer, Writing, between, writers_of

TENANT: Final = "sb_tenant"
_LENGTH = re.compile(r"length\(\(?\w+(?:\)::text)?\) <= (\d+)")
_WORD = re.compile(r"'((?:[^'])*)'::text")


@dataclass(slots=True)
class Columns:
    """Attempts on the columns of tables; ``tried`` are types that had 190 MB already."""

    stock: Stock
    tried: set[str] = field(default_factory=set)
    _number: int = 10_000

    def tables(self) -> list[Table]:
        """Tables with a column that a tenant may write."""
        return [
            table
            for table in self.stock.tables.values()
            if table.may(TENANT, "INSERT") or table.may(TENANT, "UPDATE")
        ]

    def write(self, writing: Writing, table: Table) -> list[Attempt]:
        """Try every value in every column, as everybody who may write; returns those accepted."""
        if not table.may(TENANT, "INSERT"):
            return writing.run(self._updates_of_persons(table))
        names = table.granted(TENANT, "INSERT")
        plain = [
            Attempt(writer, table.name, "a row", self._insert(table))
            for writer in writers_of(self.stock)
        ]
        accepted = writing.run(plain)
        may = [attempt.writer for attempt in accepted]
        assert may, f"nobody could insert a row into {table.name}: {writing.last}"
        may_update = self._who_updates(writing, table, may)
        for column in table.columns:
            if column.name in names and column.name != ORG:
                accepted += writing.run(self._inserts(table, column, may))
            if column.name in table.granted(TENANT, "UPDATE") and may_update:
                accepted += writing.run(self._updates(table, column, may_update))
        return accepted

    def _who_updates(self, writing: Writing, table: Table, may: list[Writer]) -> list[Writer]:
        column = next((c for c in table.columns if c.name in table.granted(TENANT, "UPDATE")), None)
        if column is None:
            return []
        same = sql.Identifier(column.name).as_string()
        attempts = [
            Attempt(writer, table.name, "itself", self._update(table, column, same))
            for writer in may
        ]
        return [attempt.writer for attempt in writing.run(attempts)]

    def _inserts(self, table: Table, column: Column, may: list[Writer]) -> Iterator[Attempt]:
        place = f"{table.name}.{column.name}"
        for writer in may:
            for value in self._values(table, column):
                if value.weight <= HEAVY or writer is may[0]:
                    yield Attempt(writer, place, value.name, self._insert(table, column, value.sql))
        if column.type not in self.tried:
            self.tried.add(column.type)
            for value in huge(column.type):
                yield Attempt(may[0], place, value.name, self._insert(table, column, value.sql))

    def _updates(self, table: Table, column: Column, may: list[Writer]) -> Iterator[Attempt]:
        for writer in may:
            for value in self._values(table, column):
                if value.weight <= HEAVY:
                    statement = self._update(table, column, value.sql)
                    place = f"{table.name}.{column.name}"
                    yield Attempt(writer, place, f"{value.name}, by update", statement)

    def _updates_of_persons(self, table: Table) -> Iterator[Attempt]:
        """Updates of a table in which people see their own row: each value in another person's."""
        number = 0
        for column in table.columns:
            if column.name not in table.granted(TENANT, "UPDATE"):
                continue
            for value in self._values(table, column):
                writer = between(self.stock, number)
                number += 1
                own = (
                    f"update {table.name} set {column.name} = {value.sql} where id = seal.user_id()"
                )
                yield Attempt(writer, f"{table.name}.{column.name}", value.name, own)

    def _values(self, table: Table, column: Column) -> list[Value]:
        most = self.stock.bounds.get((table.name, column.name))
        definitions = _definitions(table, column.name)
        lengths = sorted({int(n) for d in definitions for n in _LENGTH.findall(d)})
        bounds = [most] if most else []
        return extremes(column.type, bounds, lengths, _words(table, column.name))

    def _insert(self, table: Table, column: Column | None = None, value: str = "") -> str:
        before, row = self._fresh(table)
        given = {} if column is None else {column.name: value}
        return before + _insertion(table, row, given)

    def _update(self, table: Table, column: Column, value: str) -> str:
        """Insert a new row, then update the column of that row."""
        before, row = self._fresh(table)
        key = " and ".join(f"{name} = {sql.Literal(row[name]).as_string()}" for name in table.key)
        change = f"update {table.name} set {column.name} = {value} where {key}"
        return f"{before}{_insertion(table, row, {})}; {change}"

    def _fresh(self, table: Table) -> tuple[str, dict[str, Any]]:
        """The spare row with keys that no other row has, and the statements to run before it."""
        self._number += 1
        row = dict(self.stock.spare[table.name])
        before = ""
        referring = {name for key in table.foreign_keys for name in key.columns}
        row |= {name: self.stock.mine[table.name][name] for name in referring - {"id"}}
        for key in table.keys:
            own = [name for name in key.columns if name and name not in referring]
            # A word that a constraint allows stays: the rest differs, or the row that it refers to.
            other = [name for name in own if not isinstance(row[name], str)]
            other = other or [name for name in own if row[name] not in _words(table, name)]
            if "" in key.columns:
                other = [name for name in ("name", "email") if name in row]
            # One of them is enough, best one without a pattern.
            other.sort(key=lambda name: any("~" in d for d in _definitions(table, name)))
            row |= {name: self._another(row[name]) for name in other[:1]}
            if not other:
                before += self._refer_anew(table, key, row)
        return before, row

    def _refer_anew(self, table: Table, key: Key, row: dict[str, Any]) -> str:
        """Make the row refer to a new row; returns that row's insert."""
        for foreign in table.foreign_keys:
            parent = self.stock.tables[foreign.parent]
            columns = dict(zip(foreign.columns, foreign.parent_columns, strict=True))
            is_of_key = len(columns) > 1 and set(columns) <= set(key.columns)
            if is_of_key and parent.may(TENANT, "INSERT"):
                before, made = self._fresh(parent)
                row |= {mine: made[theirs] for mine, theirs in columns.items()}
                return f"{before}{_insertion(parent, made, {})}; "
        return ""

    def _another(self, value: Any) -> Any:
        if isinstance(value, uuid.UUID):
            return uuid.uuid5(uuid.NAMESPACE_OID, f"poison {self._number}")
        if isinstance(value, str):
            return re.sub(r"\d+|$", str(self._number), value, count=1)
        if isinstance(value, int):
            return self._number
        if isinstance(value, bytes):
            return proof_number(self._number)
        return value


def _definitions(table: Table, column: str) -> list[str]:
    """The constraints of this column alone."""
    return [check.definition for check in table.checks if check.columns == [column]]


def _words(table: Table, column: str) -> list[str]:
    """Words that its constraints allow in a column."""
    found = _definitions(table, column)
    return sorted({word for d in found for word in _WORD.findall(d) if "^" not in word})


def _insertion(table: Table, row: dict[str, Any], given: dict[str, str]) -> str:
    """Insert the columns that a tenant may write; ``given`` are values in SQL."""
    columns = [c for c in table.columns if c.name in table.granted(TENANT, "INSERT")]
    names = ", ".join(sql.Identifier(c.name).as_string() for c in columns)
    values = ", ".join(
        given.get(c.name) or sql.Literal(parameter(c, row[c.name])).as_string() for c in columns
    )
    return f"insert into {table.name} ({names}) values ({values})"
