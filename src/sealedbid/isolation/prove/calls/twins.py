"""Rows of ``a`` with the ids of ``b``'s rows: ids are unique within an organization only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from psycopg import Connection, Error, sql
from psycopg.rows import dict_row

from sealedbid.isolation.catalog import ORG, Table
from sealedbid.isolation.factory import Row, dependency_order, parameter
from sealedbid.isolation.prove.calls.callers import Caller, opened
from sealedbid.isolation.prove.outcome import Outcome
from sealedbid.platform.postgres.queries import Queries

if TYPE_CHECKING:
    from sealedbid.isolation.prove.calls.attack import Stage

_STATEMENTS: Final = Queries("sealedbid.isolation", "calls")
OWNER: Final = Caller("sb_api", "owner", 4)
Transcript = dict[str, list[object]]


def attack_same_ids(stage: Stage) -> dict[str, Outcome]:
    """Insert, read and delete rows with ids of ``b``, then with fresh ids: answers must match."""
    theirs = _ids(stage)
    same, changed = _transcript(stage, {each: each for each in theirs})
    fresh, _ = _transcript(stage, {each: uuid4() for each in theirs})
    found = {}
    for name, said in same.items():
        outcome = Outcome("nothing", len(said))
        if said != fresh[name]:
            told = next(pair for pair in zip(said, fresh[name], strict=False) if pair[0] != pair[1])
            outcome = Outcome("LEAK", len(said), f"rows of {name} with ids of the other", f"{told}")
        if name in changed:
            what = f"it changes rows of {name}"
            outcome = Outcome("LEAK", len(said), f"rows of {name} with ids of the other", what)
        found[f"same ids: {name}"] = outcome
    for name in changed - same.keys():
        found[f"same ids: {name}"] = Outcome(
            "LEAK", 1, "rows with ids of the other", f"it changes {name}"
        )
    return found


def _ids(stage: Stage) -> list[UUID]:
    return [
        row["id"]
        for name, row in stage.ground.b.rows.items()
        if stage.ground.tables[name].has_org and isinstance(row.get("id"), UUID)
    ]


def _transcript(stage: Stage, ids: Mapping[UUID, UUID]) -> tuple[Transcript, set[str]]:
    """The answers for each row, and the tables in which rows of ``b`` changed."""
    said: Transcript = {}
    made: dict[str, Row] = {}
    order = [n for n in dependency_order(stage.ground.tables) if _takes(stage.ground.tables[n])]
    with opened(OWNER, stage.connections, stage.ground) as connection:
        for name in order:
            table = stage.ground.tables[name]
            if name in stage.ground.b.rows:
                row = _row(stage, table, made, ids)
                said[name] = [_insert(connection, table, row)]
                if said[name] == ["done"]:
                    made[name] = row
        for name, row in made.items():
            said[name].append(_read(connection, stage.ground.tables[name], row, ids))
        for name, row in reversed(made.items()):
            said[name].append(_delete(connection, stage.ground.tables[name], row))
        answer = connection.execute(_STATEMENTS["noted"]).fetchone()
        assert answer is not None
    return said, set((answer[0] or "").split())


def _takes(table: Table) -> bool:
    return table.has_org and "id" in table.granted("sb_tenant", "INSERT")


def _row(stage: Stage, table: Table, made: Mapping[str, Row], ids: Mapping[UUID, UUID]) -> Row:
    """The row of ``b`` in ``a``'s name; it refers to rows inserted before, or ``a``'s own."""
    row = dict(stage.ground.b.rows[table.name])
    for key in table.foreign_keys:
        ours = stage.ground.a.rows[table.name]
        if key.parent in made and key.parent != table.name:
            row |= {name: ids.get(row[name], row[name]) for name in key.columns}
        else:
            row |= {name: ours[name] for name in key.columns if name != "id"}
    granted = table.granted("sb_tenant", "INSERT")
    row |= {"id": ids[row["id"]], ORG: stage.ground.a.org_id}
    return {name: value for name, value in row.items() if name in granted}


def _insert(connection: Connection[Any], table: Table, row: Row) -> str:
    columns = {column.name: column for column in table.columns}
    statement = sql.SQL("insert into {} ({}) values ({})").format(
        sql.Identifier(table.schema, table.relation),
        sql.SQL(", ").join(map(sql.Identifier, row)),
        sql.SQL(", ").join(
            sql.Literal(parameter(columns[name], value)) for name, value in row.items()
        ),
    )
    return _run(connection, statement)


def _delete(connection: Connection[Any], table: Table, row: Row) -> str:
    statement = sql.SQL("delete from {} where org_id = {} and id = {}").format(
        sql.Identifier(table.schema, table.relation), row[ORG], row["id"]
    )
    return _run(connection, statement)


def _run(connection: Connection[Any], statement: sql.Composed) -> str:
    try:
        with connection.transaction():
            connection.execute(statement)
    except Error as error:
        return f"{error.sqlstate} {error.diag.constraint_name}"
    return "done"


def _read(
    connection: Connection[Any], table: Table, row: Row, ids: Mapping[UUID, UUID]
) -> list[object]:
    """The row as it is now, without ids and times."""
    back = {str(fresh): str(theirs) for theirs, fresh in ids.items()}
    readable = [
        column.name
        for column in table.columns
        if column.name in table.granted("sb_tenant", "SELECT") and "timestamp" not in column.type
    ]
    statement = sql.SQL("select {} from {} where org_id = {} and id = {}").format(
        sql.SQL(", ").join(map(sql.Identifier, readable)),
        sql.Identifier(table.schema, table.relation),
        row[ORG],
        row["id"],
    )
    with connection.cursor(row_factory=dict_row) as cursor:
        found = cursor.execute(statement).fetchone() or {}
    return [f"{name} {back.get(str(value), value)}" for name, value in found.items()]
