"""Triggers that note what a call did to rows; they are added to the copy, and to nothing else."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from psycopg import Connection, sql
from psycopg.rows import dict_row

from sealedbid.isolation.catalog import ORG, Table
from sealedbid.isolation.factory import Row, unforced
from sealedbid.isolation.prove.ground import Ground
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS: Final = Queries("sealedbid.isolation", "calls")
PLATFORM: Final = UUID(int=0)
"""The organization whose rows are the operator's."""
_RANK: Final = sql.SQL(
    "pg_catalog.array_position(array['guest', 'viewer', 'member', 'admin', 'owner'], {}) - 1"
)

# A trigger gets the rows themselves: it needs no privilege, and no policy hides them.
_TRIGGER: Final = sql.SQL("""
create function prove_watch.{name}() returns trigger language plpgsql as $body$
begin
    if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
    if (case when tg_op <> 'INSERT' then {old} else false end)
       or (case when tg_op <> 'DELETE' then {new} else false end) then
        perform prove_watch.add('prove.changed', {table});
    end if;
    if (case when tg_op <> 'DELETE' then {owned} else false end)
       and (case when tg_op = 'UPDATE' then {rank} > {before} else true end) then
        perform prove_watch.add('prove.ranked', {table} || ':' || {rank});
    end if;
    return null;
end $body$""")


def plant(owner: Connection[Any], ground: Ground) -> None:
    """Add the triggers to the copy that ``owner`` owns."""
    for name in ("schema", "open_schema", "add", "caller", "open_functions"):
        owner.execute(_STATEMENTS[name])
    for place, table in enumerate(ground.tables.values()):
        function = sql.Identifier(f"watch_{place}")
        relation = sql.Identifier(table.schema, table.relation)
        owner.execute(_trigger(ground, table, function))
        owner.execute(
            sql.SQL(
                "create trigger zz_prove_watch after insert or update or delete on {} "
                "for each row execute function prove_watch.{}()"
            ).format(relation, function)
        )


def rows_of(owner: Connection[Any], ground: Ground) -> dict[str, list[Row]]:
    """Every row of ``b``, and those of no organization, by table."""
    rows = {}
    with owner.transaction(force_rollback=True), unforced(owner, ground.tables):
        for name, table in ground.tables.items():
            relation = sql.Identifier(table.schema, table.relation)
            statement = sql.SQL("select * from {} t where {}").format(
                relation, _theirs(ground, table, "t")
            )
            with owner.cursor(row_factory=dict_row) as cursor:
                rows[name] = cursor.execute(statement).fetchall()
    return rows


def rank_columns(table: Table) -> list[str]:
    """Columns of a rank: a number whose name ends in rank, or the name of a role."""
    if not table.has_org or table.schema != "public":
        return []
    roles = {
        name
        for check in table.checks
        if "'owner'" in check.definition and "'viewer'" in check.definition
        for name in check.columns
    }
    return [
        column.name
        for column in table.columns
        if column.name in roles or (column.name.endswith("rank") and "int" in column.type)
    ]


def _trigger(ground: Ground, table: Table, name: sql.Identifier) -> sql.Composed:
    is_ranked = bool(rank_columns(table))
    owned = sql.SQL("new.org_id = {}").format(sql.Literal(ground.a.org_id))
    return _TRIGGER.format(
        name=name,
        table=sql.Literal(table.name),
        old=_theirs(ground, table, "old"),
        new=sql.SQL("tg_op <> 'INSERT'") if _counts(table) else _theirs(ground, table, "new"),
        owned=owned if is_ranked else sql.SQL("false"),
        rank=_rank(table, "new"),
        before=_rank(table, "old"),
    )


def _counts(table: Table) -> bool:
    """True of a table that only counts: nobody's, and empty after a crash.

    A new row of it is no change of anything that was there; a changed one is.
    """
    columns = {column.name for column in table.columns}
    return table.unlogged and columns.isdisjoint({ORG, "user_id"})


def _rank(table: Table, row: str) -> sql.Composable:
    """The highest rank in the row."""
    kinds = {column.name: column.type for column in table.columns}
    expressions = [
        (sql.SQL("{}") if "int" in kinds[name] else _RANK).format(sql.Identifier(row, name))
        for name in rank_columns(table)
    ]
    if not expressions:
        return sql.SQL("-1")
    return sql.SQL("greatest({})").format(sql.SQL(", ").join(expressions))


def _theirs(ground: Ground, table: Table, row: str) -> sql.Composable:
    """Condition for rows that no call of ``a`` may change: of ``b``, the operator or nobody."""
    columns = {column.name for column in table.columns}

    def is_in(name: str, ids: list[UUID]) -> sql.Composed:
        return sql.SQL("coalesce({} = any ({}), false)").format(
            sql.Identifier(row, name), sql.Literal(ids)
        )

    persons, orgs = ground.b.persons, [ground.b.org_id, PLATFORM]
    if table.has_org:
        theirs = is_in("org_id", orgs)
        if "user_id" in columns:  # a session is a person's, and of no organization
            theirs = sql.SQL("({} or {} is null and {})").format(
                theirs, sql.Identifier(row, "org_id"), is_in("user_id", persons)
            )
        return theirs
    if table.name == ground.root:
        return is_in("id", orgs)
    if table.name in ground.persons or table.name == "auth.users":
        return is_in("id", persons)
    return is_in("user_id", persons) if "user_id" in columns else sql.SQL("true")
