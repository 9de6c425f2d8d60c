"""Rights of tenants on every table, by the specification and by the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, LiteralString, TypeAlias
from uuid import UUID, uuid4

from psycopg import Connection, Error, sql

from sealedbid.isolation.catalog import ORG, Table
from sealedbid.isolation.factory import Row, parameter
from tests.fixtures.people import World

RANKS: Final = {"viewer": 1, "member": 2, "admin": 3, "owner": 4}
VIEWER, MEMBER, ADMIN = 1, 2, 3
TENANT = "sb_tenant"
REFUSED = "42501"

# The specification: the least rank for each verb; None means functions alone, or nobody.
VERBS: Final = ("SELECT", "INSERT", "UPDATE", "DELETE")
SPECIFIED: Final[dict[str, tuple[int | None, int | None, int | None, int | None]]] = {
    "organizations": (VIEWER, None, None, None),
    "profiles": (VIEWER, None, None, None),
    "org_members": (VIEWER, None, None, None),
    "clients": (VIEWER, MEMBER, MEMBER, ADMIN),
    "client_contacts": (VIEWER, MEMBER, MEMBER, MEMBER),
    "invitations": (ADMIN, None, None, None),
    "api_keys": (ADMIN, ADMIN, ADMIN, ADMIN),
    "org_settings": (VIEWER, ADMIN, ADMIN, ADMIN),
    "services": (VIEWER, ADMIN, ADMIN, ADMIN),
    "templates": (VIEWER, MEMBER, MEMBER, ADMIN),
    "jobs": (VIEWER, MEMBER, None, None),
    "deliveries": (ADMIN, None, None, None),
    "audit_log": (ADMIN, None, None, None),
    "audit_heads": (ADMIN, None, None, None),
    "system_settings": (None, None, None, None),
    "idempotency_keys": (None, None, None, None),
    "files": (VIEWER, MEMBER, MEMBER, ADMIN),
    "proposals": (VIEWER, MEMBER, MEMBER, ADMIN),
    "proposal_versions": (VIEWER, MEMBER, None, None),
    "proposal_line_items": (VIEWER, MEMBER, MEMBER, MEMBER),
    "contracts": (VIEWER, MEMBER, MEMBER, ADMIN),
    "content_blocks": (VIEWER, MEMBER, MEMBER, ADMIN),
    "share_links": (MEMBER, MEMBER, MEMBER, MEMBER),
    "knowledge_sources": (VIEWER, MEMBER, MEMBER, ADMIN),
    "org_brain": (VIEWER, MEMBER, MEMBER, MEMBER),
    "client_intelligence": (VIEWER, MEMBER, MEMBER, ADMIN),
    "prospect_intelligence": (VIEWER, MEMBER, MEMBER, ADMIN),
    "agent_runs": (VIEWER, None, None, None),  # written in a context of kind job
    "agent_steps": (VIEWER, None, None, None),  # written in a context of kind job
    "model_keys": (ADMIN, None, None, None),
    "rfp_requirements": (VIEWER, MEMBER, MEMBER, MEMBER),
    "citations": (VIEWER, MEMBER, MEMBER, MEMBER),
    "brief_facts": (VIEWER, None, None, None),  # written in a context of kind job
    "proposal_questions": (VIEWER, MEMBER, MEMBER, MEMBER),
    "proposal_sentences": (VIEWER, None, None, None),  # written in a context of kind job
    "sentence_resolutions": (VIEWER, MEMBER, None, MEMBER),
    "job_lanes": (ADMIN, None, None, None),
    "job_schedules": (ADMIN, None, None, None),
    "usage_events": (ADMIN, None, None, None),
    "invoices": (ADMIN, None, None, None),  # written in a context of kind billing
    "subscriptions": (ADMIN, None, None, None),  # written in a context of kind billing
    "stripe_events": (None, None, None, None),
}
HIDDEN: Final = {
    "jobs": {"lease_token", "worker_id"},
    "model_keys": {"secret"},
    "share_links": {"password_salt", "password_proof"},
}
# The link is to an unsent contract; content/test_tables_links_contracts.py tests the others.
SHOWN_TO_GUESTS: Final = {"share_links"}

# The number of touched rows; if refused, its SQLSTATE, and the broken constraint if there is one.
Outcome: TypeAlias = int | str

_RANK = re.compile(r"\b(?:org_id|id) = \( SELECT seal\.org\((\d)\)")


def specified(table: Table, verb: str) -> int | None:
    return SPECIFIED[table.relation][VERBS.index(verb)]


def catalogued(table: Table, verb: str) -> int | None:
    """The least rank that grants and permissive policies let do it, inside an organization."""
    if not table.may(TENANT, verb):
        return None
    expressions = [
        (policy.check if verb == "INSERT" else policy.using) or ""
        for policy in table.policies
        if policy.permissive and TENANT in policy.roles and policy.verb in (verb, "ALL")
    ]
    # No rank suffices for the worker's own writes, and a guest needs none for the link's document.
    texts = [
        text for text in expressions if "seal.kind()" not in text and "seal.org(0)" not in text
    ]
    ranks = [int(match[1]) for text in texts for match in _RANK.finditer(text)]
    return min(ranks, default=None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The filled database, and statements over any of its tables."""

    tables: Mapping[str, Table]
    world: World
    link: bytes
    mine: Mapping[str, Row]
    theirs: Mapping[str, Row]
    spare: Mapping[str, Row]  # valid rows that do not exist
    api: Connection[Any]
    superuser: Connection[Any]

    @contextmanager
    def opened(self, rank: str | None) -> Iterator[None]:
        """A transaction of organization a that is rolled back: as a rank, a guest, or nobody."""
        with self.api.transaction(force_rollback=True):
            kind, proof = ("link", self.link) if rank == "guest" else ("session", b"")
            if rank in RANKS:
                proof = self.world.a.person(rank).proof
            if rank is not None:
                self.api.execute("select seal.open(%s, %s, %s)", (kind, proof, self.world.a.id))
            yield

    def run(self, statement: sql.Composed, *values: Any) -> Outcome:
        try:
            with self.api.transaction():
                return int(self.api.execute(statement, values).rowcount)
        except Error as error:
            return f"{error.sqlstate} {error.diag.constraint_name or ''}".strip()

    def absent(self, table: Table) -> Row:
        """Key of a row of the other organization that does not exist."""
        last = table.key[-1]
        here = self.theirs[table.name]
        return here | {last: uuid4() if isinstance(here[last], UUID) else "absent"}

    def select(self, table: Table, row: Row) -> Outcome:
        return self.run(_statement("select from {table} where {key}", table), *_key(table, row))

    def select_all(self, table: Table) -> Outcome:
        return self.run(
            _statement("select from {table} where {column} is not null", table, table.key[0])
        )

    def select_column(self, table: Table, column: str) -> Outcome:
        return self.run(_statement("select {column} from {table}", table, column))

    def read(self, table: Table, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Every visible row, in these columns; none if reading is refused."""
        if not columns:
            return []
        statement = sql.SQL("select {} from {}").format(
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.Identifier(table.schema, table.relation),
        )
        return self.api.execute(statement).fetchall()

    def delete(self, table: Table, row: Row) -> Outcome:
        return self.run(_statement("delete from {table} where {key}", table), *_key(table, row))

    def update(
        self, table: Table, row: Row, column: str | None = None, value: Any = None
    ) -> Outcome:
        """Write one column: the one named, or one that may be written if there is any."""
        name = column or self.updatable(table)
        statement = _statement("update {table} set {column} = %s where {key}", table, name)
        new = value if column else row[name]
        return self.run(statement, self._adapted(table, name, new), *_key(table, row))

    def update_blindly(self, table: Table) -> Outcome:
        """Write without WHERE and RETURNING: policies for reading do not apply."""
        name = self.updatable(table)
        value = self._adapted(table, name, self.mine[table.name][name])
        return self.run(_statement("update {table} set {column} = %s", table, name), value)

    def delete_blindly(self, table: Table) -> Outcome:
        return self.run(_statement("delete from {table}", table))

    def insert(self, table: Table, row: Row, *more: str) -> Outcome:
        """Insert into the columns that may be written, and into ``more`` that may not."""
        names = sorted(self.insertable(table) | set(more))
        statement = sql.SQL("insert into {} ({}) values ({})").format(
            sql.Identifier(table.schema, table.relation),
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join(sql.Placeholder() * len(names)),
        )
        return self.run(statement, *(self._adapted(table, name, row[name]) for name in names))

    def insertable(self, table: Table) -> set[str]:
        """Columns that a tenant may insert into; if none, those that a row needs."""
        granted = set(table.granted(TENANT, "INSERT"))
        return granted or {column.name for column in table.columns if not column.is_optional}

    def updatable(self, table: Table) -> str:
        keyed = {name for key in table.keys for name in key.columns}
        granted = table.granted(TENANT, "UPDATE")
        return min(granted - keyed or granted or {table.columns[-1].name})

    def new(self, table: Table) -> Row:
        """A row that organization a could insert: own values, existing parents."""
        row = dict(self.spare[table.name])
        for key in table.foreign_keys:
            row |= {name: self.mine[table.name][name] for name in key.columns}
        return row

    def untouched(self, table: Table) -> bool:
        """True if the running transaction has locked or changed no row of the other organization.

        Its changes are invisible to other sessions, but rows that it touched cannot be locked.
        """
        theirs = self.theirs[table.name]
        with self.superuser.transaction(force_rollback=True):
            return self._behind(table, theirs, "for update skip locked") == self.count(
                table, theirs
            )

    def all_untouched(self) -> bool:
        """True if no table is touched, in two statements instead of two for each."""
        with self.superuser.transaction(force_rollback=True):
            return self._all_behind("for update skip locked") == self._all_behind("")

    def _all_behind(self, lock: LiteralString) -> tuple[Any, ...] | None:
        """Numbers of lockable rows of the other organization, by table."""
        found = {
            name: _statement("select from {table} where {column} = %s ", table, _owner(table))
            for name, table in self.tables.items()
        }
        return self.superuser.execute(
            sql.SQL("with {} select {}").format(
                sql.SQL(", ").join(
                    sql.SQL("{} as materialized ({})").format(
                        sql.Identifier(name), rows + sql.SQL(lock)
                    )
                    for name, rows in found.items()
                ),
                sql.SQL(", ").join(
                    sql.SQL("(select count(*) from {})").format(sql.Identifier(name))
                    for name in found
                ),
            ),
            [self.theirs[name][_owner(table)] for name, table in self.tables.items()],
        ).fetchone()

    def count(self, table: Table, row: Row) -> int:
        """Number of rows of the organization of ``row``, as a superuser."""
        return self._behind(table, row, "")

    def _behind(self, table: Table, row: Row, lock: LiteralString) -> int:
        column = _owner(table)
        statement = sql.SQL("select from {} where {} = %s {}").format(
            sql.Identifier(table.schema, table.relation), sql.Identifier(column), sql.SQL(lock)
        )
        return self.superuser.execute(statement, [row[column]]).rowcount

    @staticmethod
    def _adapted(table: Table, name: str, value: Any) -> Any:
        column = next(column for column in table.columns if column.name == name)
        return parameter(column, value)


def _owner(table: Table) -> str:
    """The column with a row's owner."""
    return ORG if table.has_org else table.key[0]


def _statement(text: LiteralString, table: Table, column: str = "") -> sql.Composed:
    key = sql.SQL(" and ").join(
        sql.SQL("{} = %s").format(sql.Identifier(name)) for name in table.key
    )
    return sql.SQL(text).format(
        table=sql.Identifier(table.schema, table.relation),
        key=key,
        column=sql.Identifier(column or "x"),
    )


def _key(table: Table, row: Row) -> list[Any]:
    return [row[name] for name in table.key]
