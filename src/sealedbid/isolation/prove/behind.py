"""The tables' real content, read by their owner past row-level security."""

from __future__ import annotations

from typing import Any

from psycopg import Connection, sql

from sealedbid.isolation.catalog import ORG, Table
from sealedbid.isolation.factory import unforced
from sealedbid.isolation.prove.ground import Ground, Side


class Behind:
    """The owner, in transactions without forced row-level security; rolled back."""

    def __init__(self, owner: Connection[Any], ground: Ground) -> None:
        self.owner = owner
        self.ground = ground

    def counts(self) -> dict[str, int]:
        """Number of rows of ``a``, by table."""
        return {name: count for name, (count, _) in self._look(self.ground.a).items()}

    def hashes(self) -> dict[str, str]:
        """One hash over all rows of ``b``, by table."""
        return {name: digest for name, (_, digest) in self._look(self.ground.b).items()}

    def _look(self, side: Side) -> dict[str, tuple[int, str]]:
        found = {}
        tables = {n: t for n, t in self.ground.tables.items() if self.ground.is_tenants(t)}
        with self.owner.transaction(force_rollback=True), unforced(self.owner, tables):
            for name, table in tables.items():
                statement = sql.SQL(
                    "select count(*), coalesce(md5(string_agg(t::text, ' ' order by t::text)), '')"
                    " from {} t where {}"
                ).format(sql.Identifier(table.schema, table.relation), _theirs(self.ground, table))
                row = self.owner.execute(statement, {"org": side.org_id}).fetchone()
                assert row is not None
                found[name] = (row[0], row[1])
        return found


def _theirs(ground: Ground, table: Table) -> sql.Composable:
    """Condition for an organization's rows: by org_id, as the organization, or by membership."""
    if table.has_org:
        return sql.SQL("t.org_id = %(org)s")
    key = sql.Identifier((table.key or (ORG,))[0])
    if table.name == ground.root:
        return sql.SQL("t.{} = %(org)s").format(key)
    members, column = _membership(ground, table)
    return sql.SQL("t.{} in (select {} from {} where org_id = %(org)s)").format(
        key, sql.Identifier(column), sql.Identifier(members.schema, members.relation)
    )


def _membership(ground: Ground, persons: Table) -> tuple[Table, str]:
    """The table of memberships: its key is the organization and a person."""
    for table in ground.tables.values():
        for key in table.foreign_keys:
            if key.parent == persons.name and {ORG, *key.columns} == set(table.key):
                return table, key.columns[0]
    raise LookupError(f"no table has the memberships of {persons.name}")
