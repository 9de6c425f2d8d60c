"""The attackers' statements for any table, built from the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any, LiteralString, TypeAlias
from uuid import UUID, uuid4

from psycopg import sql

from sealedbid.isolation.catalog import ORG, Key, Table
from sealedbid.isolation.factory import Row, parameter
from sealedbid.isolation.prove.attempt import Attempt
from sealedbid.isolation.prove.ground import Ground

Attempts: TypeAlias = tuple[Attempt, ...]

_ROLES = ("sb_tenant", "public")


def _once(make: Callable[[Statements], Iterator[Attempt]]) -> Callable[[Statements], Attempts]:
    """Build the attempts once, for every vector asks for them again."""

    @wraps(make)
    def made(self: Statements) -> Attempts:
        if make.__name__ not in self._made:
            self._made[make.__name__] = tuple(make(self))
        return self._made[make.__name__]

    return made


class Statements:
    """Attacks on the rows of ``b`` in one table, as a login in the group of tenants."""

    def __init__(self, ground: Ground, table: Table, own: int, *, quick: bool = False) -> None:
        self.ground = ground
        self.table = table
        self.own = own
        self.quick = quick
        self.theirs: Row = ground.b.rows.get(table.name, {})
        self._made: dict[str, Attempts] = {}

    @_once
    def reads(self) -> Iterator[Attempt]:
        """Read by scan, by organization, by key, and inside a statement over own rows."""
        columns = self._columns(self._granted("SELECT") or {self.table.columns[0].name})
        yield self._attempt("select {columns} from {table}", columns=columns, own=self.own)
        yield self._attempt("select count(*) from {table} having count(*) > %(own)s")
        if self._granted("SELECT"):
            yield self._attempt("select {columns} from {table} where {theirs}", columns=columns)
            yield self._attempt("select {columns} from {table} where {key}", columns=columns)
            yield self._attempt(
                "select 1 from (select 1) mine, lateral (select from {table} where {key}) other"
            )
            yield self._attempt(
                "with other as materialized (select * from (select {columns} from {table}) s)"
                " select 1 where (select count(*) from other) > %(own)s",
                columns=columns,
            )

    @_once
    def changes(self) -> Iterator[Attempt]:
        """Update and delete by key and by organization, with and without returning; lock."""
        column = sql.Identifier(self._updatable())
        for where in ("{key}", "{theirs}"):
            yield self._write("update {table} set {c} = {c} where " + where, c=column)
            yield self._write("delete from {table} where " + where)
        yield self._write("update {table} set {c} = {c} where {key} returning {c}", c=column)
        yield self._write("delete from {table} where {key} returning 1")
        yield self._write("select 1 from {table} where {theirs} for update")

    @_once
    def blind(self) -> Iterator[Attempt]:
        """Write without WHERE and RETURNING: policies for reading do not apply."""
        column = sql.Identifier(self._updatable())
        yield self._write("update {table} set {c} = {c}", c=column, own=self.own)
        yield self._write("delete from {table}", own=self.own)
        yield self._write("truncate {table} cascade")

    @_once
    def moves(self) -> Iterator[Attempt]:
        """Give own rows away, and take ``b``'s."""
        if not self.table.has_org:
            return
        yield self._write("update {table} set org_id = %(other)s")
        yield self._write("update {table} set org_id = %(mine)s", own=self.own)
        if self._granted("SELECT"):
            yield self._write("update {table} set org_id = %(mine)s where {theirs}")

    @_once
    def plants(self) -> Iterator[Attempt]:
        """Insert a row in ``b``'s name, all values fitting."""
        if not self.theirs:
            return
        yield self._insert(self.planted(), "")
        yield self._insert(self.planted(), " returning 1")
        yield self._insert(self.planted(), " on conflict do nothing")

    @_once
    def upserts(self) -> Iterator[Attempt]:
        """Insert a row with ``b``'s key, which exists; and MERGE."""
        if not self.table.key or not self.theirs:
            return
        key = sql.SQL(", ").join(map(sql.Identifier, self.table.key))
        c = sql.Identifier(self._updatable())
        update = sql.SQL(" on conflict ({key}) do update set {c} = excluded.{c}").format(
            key=key, c=c
        )
        yield self._insert(self.theirs, update, more=self.table.key)
        yield self._insert(self.theirs, " on conflict do nothing", more=self.table.key)
        for action in ("update set {c} = t.{c}", "delete"):
            yield self._write(
                "merge into {table} t using (select 1) s on {theirs} when matched then " + action,
                c=c,
            )

    def references(self) -> Iterator[tuple[Attempt, Attempt]]:
        """Pairs of own rows: one refers to ``b``'s row, the other to nothing."""
        for key in self.table.foreign_keys if self.theirs else ():
            names = [name for name in key.columns if name != ORG]
            if not names or not self._granted("INSERT") >= set(names):
                continue
            if any(self.theirs.get(name) is None for name in names):
                continue
            theirs = self.mine() | {name: self.theirs[name] for name in names}
            absent = self.mine() | {name: self._fresh(name) for name in names}
            yield self._insert(theirs, ""), self._insert(absent, "")

    def collisions(self) -> Iterator[tuple[Key, Attempt]]:
        """Own rows with ``b``'s values of a key."""
        for key in self.table.keys:
            names = [name for name in key.columns if name and name != ORG]
            if names and self.theirs and self._granted("INSERT") >= set(names):
                row = self.mine() | {name: self.theirs[name] for name in names}
                yield key, self._insert(row, "")

    def mine(self) -> Row:
        """A row that ``a`` could insert: own values, existing parents."""
        row = dict(self.ground.spare[self.table.name])
        for key in self.table.foreign_keys:
            row |= {name: self.ground.a.rows[self.table.name][name] for name in key.columns}
        return row

    def planted(self) -> Row:
        """The same row in ``b``'s name, with ``b``'s parents."""
        row = dict(self.ground.spare[self.table.name])
        for key in self.table.foreign_keys:
            row |= {name: self.theirs[name] for name in key.columns}
        return row | ({ORG: self.ground.b.org_id} if self.table.has_org else {})

    def _fresh(self, name: str) -> Any:
        value = self.ground.spare[self.table.name][name]
        return uuid4() if isinstance(self.theirs[name], UUID) else value

    def _granted(self, verb: str) -> set[str]:
        return {name for role in _ROLES for name in self.table.granted(role, verb)}

    def _updatable(self) -> str:
        keyed = {name for key in self.table.keys for name in key.columns}
        granted = self._granted("UPDATE")
        return min(granted - keyed or granted or {self.table.columns[-1].name})

    def _insert(self, row: Mapping[str, Any], tail: Any, more: tuple[str, ...] = ()) -> Attempt:
        columns = {column.name: column for column in self.table.columns}
        names = self._granted("INSERT") | set(more)
        if not self._granted("INSERT"):
            names |= {column.name for column in self.table.columns if not column.is_optional}
        given = sorted(name for name in names if not columns[name].is_generated)
        statement = sql.SQL("insert into {} ({}) values ({})").format(
            sql.Identifier(self.table.schema, self.table.relation),
            sql.SQL(", ").join(map(sql.Identifier, given)),
            sql.SQL(", ").join(map(sql.Placeholder, (f"v_{name}" for name in given))),
        ) + (tail if isinstance(tail, sql.Composed) else sql.Composed([sql.SQL(tail)]))
        values = {f"v_{name}": parameter(columns[name], row.get(name)) for name in given}
        return Attempt(written(statement), values, is_write=True)

    def _write(self, text: LiteralString, *, own: int = 0, **parts: Any) -> Attempt:
        attempt = self._attempt(text, own=own, **parts)
        return Attempt(attempt.statement, attempt.params, own, is_write=True)

    def _attempt(self, text: LiteralString, *, own: int = 0, **parts: Any) -> Attempt:
        table = self.table
        theirs: sql.Composable
        if table.has_org:
            theirs = sql.SQL("org_id = %(other)s")
        else:
            theirs = sql.SQL("{} = %(k_0)s").format(sql.Identifier((table.key or ("id",))[0]))
        key = sql.SQL(" and ").join(
            sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(f"k_{place}"))
            for place, name in enumerate(table.key)
        )
        statement = sql.SQL(text).format(
            table=sql.Identifier(table.schema, table.relation),
            key=key if table.key else sql.SQL("true"),
            theirs=theirs,
            **parts,
        )
        values = {f"k_{place}": self.theirs.get(name) for place, name in enumerate(table.key)}
        sides = {"other": self.ground.b.org_id, "mine": self.ground.a.org_id, "own": self.own}
        return Attempt(written(statement), values | sides, own)

    def _columns(self, names: set[str]) -> sql.Composed:
        return sql.SQL(", ").join(map(sql.Identifier, sorted(names)))


def written(statement: sql.Composed) -> sql.SQL:
    """Compose the statement into one text, for it is sent often."""
    text: Any = statement.as_string()
    return sql.SQL(text)
