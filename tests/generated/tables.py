"""The table of tables in db/README.md: from comments, privileges, policies and functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from psycopg import Connection
from psycopg.rows import class_row

RANKS: Final = ("guest", "viewer", "member", "admin", "owner")
DOMAINS: Final = ("core", "content", "intelligence", "billing", "system", "seal")
VERBS: Final = {
    "SELECT": None,
    "INSERT": "insert into",
    "UPDATE": "update",
    "DELETE": "delete from",
}
"""And how each begins in the body of a function."""
_PLAIN: Final = re.compile(r"(\(org_id = \( SELECT seal\.org\(\d\) AS org\)\))+")
"""A policy that asks for the organization and a rank, and for nothing else."""
TABLES: Final = """
select n.nspname || '.' || c.relname as name,
       coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
       (select jsonb_object_agg(v.verb, has_any_column_privilege('sb_tenant', c.oid, v.verb))
          from unnest(array['SELECT', 'INSERT', 'UPDATE']) v (verb))
         || jsonb_build_object('DELETE', has_table_privilege('sb_tenant', c.oid, 'DELETE'))
         as granted,
       array(select array[p.cmd, p.policyname::text, concat(p.qual, p.with_check)]
               from pg_policies p
              where (p.schemaname, p.tablename) = (n.nspname, c.relname)
                and p.permissive = 'PERMISSIVE' and p.roles && '{sb_tenant,public}'
              order by p.policyname) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p')
   and c.relowner in (select oid from pg_roles where rolname ~ '^sb_')
"""
WRITERS: Final = """
select split_part(d.signature, '(', 1) as function,
       coalesce(nullif(p.prosrc, ''), pg_get_functiondef(p.oid)) as body
  from seal.definer_functions d join pg_proc p on p.oid = d.signature::regprocedure
 order by 1
"""


class _Table(NamedTuple):
    name: str
    comment: str
    granted: Mapping[str, bool]
    policies: list[list[str]]


class _Writer(NamedTuple):
    function: str
    body: str


_TABLE: Final = re.compile(r"\bcreate (?:unlogged )?table ([\w.]+)")


def tables(connection: Connection[Any], migrations: Path) -> list[tuple[str, ...]]:
    """A row of each table: domain, name, read, add, change, remove, and what it holds."""
    with connection.cursor(row_factory=class_row(_Table)) as cursor:
        found = cursor.execute(TABLES).fetchall()
    with connection.cursor(row_factory=class_row(_Writer)) as cursor:
        writers = cursor.execute(WRITERS).fetchall()
    domains = _domains(migrations)
    rows = [
        (
            domains[table.name],
            f"`{table.name.removeprefix('public.')}`",
            *(_who(table, verb, writers) for verb in VERBS),
            table.comment.partition("\n")[0],
        )
        for table in found
    ]
    return sorted(rows, key=lambda row: (DOMAINS.index(row[0]), row[1]))


def _domains(migrations: Path) -> dict[str, str]:
    """The folder in which each table is made."""
    return {
        name: path.parent.name
        for path in migrations.glob("*/*.sql")
        for name in re.findall(
            r"\bcreate (?:unlogged )?table ([\w.]+)", path.read_text(encoding="utf-8")
        )
    }


def _who(table: _Table, verb: str, writers: Iterable[_Writer]) -> str:
    """Name the ranks and policies that may do it, and the definer functions that do."""
    said: list[str] = []
    if table.granted[verb]:
        for command, policy, expression in table.policies:
            if command in (verb, "ALL"):
                said.append(_rank(policy, expression))
    writes = re.compile(rf"\b{VERBS[verb]} {re.escape(table.name)}\b")
    if by := [writer.function for writer in writers if writes.search(writer.body)]:
        said.append("*by* " + ", ".join(f"`{name}`" for name in dict.fromkeys(by)))
    return "; ".join(dict.fromkeys(said))


def _rank(policy: str, expression: str) -> str:
    ranks = [int(rank) for rank in re.findall(r"seal\.org\((\d)\)", expression)]
    if policy.startswith("tenant_") and ranks:
        return RANKS[min(ranks)] + ("" if _PLAIN.fullmatch(expression) else ", on conditions")
    return f"{policy.replace('_', ' ')}" + (f" ({RANKS[min(ranks)]})" if ranks else "")
