"""Rows with a rank: nobody may insert one above their own rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from psycopg import Connection, sql

from sealedbid.isolation.catalog import ORG, Table
from sealedbid.isolation.factory import Row, parameter
from sealedbid.isolation.prove.calls.callers import ALL, Caller, opened
from sealedbid.isolation.prove.calls.watch import rank_columns
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.isolation.prove.statements import Statements

if TYPE_CHECKING:
    from sealedbid.isolation.prove.calls.attack import Stage

HIGHEST: Final = {"text": "owner"}


def attack_ranks(stage: Stage) -> dict[str, Outcome]:
    """Insert by default and by name, as everybody below the highest rank."""
    found = {}
    tables = [table for table in stage.ground.tables.values() if rank_columns(table)]
    for table in tables:
        if not table.may("sb_tenant", "INSERT"):
            continue
        outcomes = []
        for caller in ALL:
            if caller.rank is not None and caller.rank < 4:
                with opened(caller, stage.connections, stage.ground) as connection:
                    outcomes += _insert(stage, caller, connection, table)
        found[f"insert: {table.name}"] = worst(outcomes)
    return found


def _insert(
    stage: Stage, caller: Caller, connection: Connection[Any], table: Table
) -> list[Outcome]:
    granted = table.granted("sb_tenant", "INSERT")
    ranks = rank_columns(table)
    row = Statements(stage.ground, table, 0).mine() | {ORG: stage.ground.a.org_id}
    plain = {name: value for name, value in row.items() if name in granted - set(ranks)}
    kinds = {column.name: column.type for column in table.columns}
    highest = {name: HIGHEST.get(kinds[name], 4) for name in ranks}
    # the sample row may be refused for reasons besides ranks: insert the least row as well
    least = {
        column.name: row[column.name]
        for column in table.columns
        if column.name in plain and not (column.is_optional and column.name != ORG)
    }
    texts = [
        _statement(connection, table, values | more)
        for values in (plain, least)
        for more in ({}, highest)
    ]
    outcomes = []
    for text, result in zip(texts, stage.run(connection, texts), strict=True):
        if facts := "; ".join(stage.judge.facts(caller, text, result)):
            outcomes.append(Outcome("LEAK", 1, text, f"{caller}: {facts}"))
        else:
            outcomes.append(Outcome("refused" if result.sqlstate else "nothing"))
    return outcomes


def _statement(connection: Connection[Any], table: Table, row: Row) -> str:
    columns = {column.name: column for column in table.columns}
    return (
        sql.SQL("insert into {} ({}) values ({})")
        .format(
            sql.Identifier(table.schema, table.relation),
            sql.SQL(", ").join(map(sql.Identifier, row)),
            sql.SQL(", ").join(
                sql.Literal(parameter(columns[name], value)) for name, value in row.items()
            ),
        )
        .as_string(connection)
    )
