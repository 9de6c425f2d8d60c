"""Runs all lints on one database, in one snapshot."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from psycopg import Connection, IsolationLevel, sql

from sealedbid.isolation.audit.lints import Level, Lint, read_lints
from sealedbid.isolation.audit.trusted import TrustedFunction, trusted_functions
from sealedbid.isolation.audit.views import over_views
from sealedbid.isolation.errors import IsolationError
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

STATEMENTS: Final = Queries("sealedbid.isolation", "audit")


class NotSealedError(IsolationError):
    """The database has no seal to audit."""


class UnknownSchemaError(IsolationError):
    """A requested schema does not exist: its silence would prove nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, and the lint that found it."""

    lint: str
    level: Level
    object: str
    fault: str

    @property
    def sentence(self) -> str:
        """The object and its fault."""
        return f"{self.object} {self.fault}"


@dataclass(frozen=True, slots=True)
class Report:
    """Findings and trusted functions of one audit."""

    database: str
    schemas: tuple[str, ...]
    """Schemas that were audited; empty means all."""
    lints: tuple[Lint, ...]
    findings: tuple[Finding, ...]
    trusted: tuple[TrustedFunction, ...]
    tables: int
    seconds: float

    def count(self, level: Level) -> int:
        """Count the findings of this level."""
        return sum(finding.level == level for finding in self.findings)


def audit_database(
    conninfo: str,
    *,
    schemas: Sequence[str] | None = None,
    tenant_column: str | None = None,
    installer: str | None = None,
) -> Report:
    """Audit over a connection of its own; raises DatabaseUnreachableError too.

    Lints that the role of ``conninfo`` may not run are run as the role of ``installer``, if it may.
    """
    with connect(conninfo, name="audit") as connection:
        report = audit(connection, schemas=schemas, tenant_column=tenant_column)
    if installer is not None:
        with connect(installer, name="audit") as connection:
            return _ask_rest(connection, report, is_ours=tenant_column is None)
    return report


def audit(
    connection: Connection[Any],
    *,
    schemas: Sequence[str] | None = None,
    tenant_column: str | None = None,
) -> Report:
    """Run every lint, or with ``tenant_column`` those that suit any database.

    The connection is in no transaction. Catalogs are open to all roles; the seal's own lists, which
    ``tenant_column`` does not use, to the logins of requests and jobs.

    Raises:
        NotSealedError: the seal is not installed, and no tenant column was named.
        UnknownSchemaError: a requested schema does not exist.

    """
    began = time.monotonic()
    before = connection.isolation_level, connection.read_only
    connection.isolation_level, connection.read_only = IsolationLevel.REPEATABLE_READ, True
    try:
        with connection.transaction():
            return audit_here(connection, began, schemas=schemas, tenant_column=tenant_column)
    finally:
        connection.isolation_level, connection.read_only = before


def audit_here(
    connection: Connection[Any],
    began: float,
    *,
    schemas: Sequence[str] | None = None,
    tenant_column: str | None = None,
) -> Report:
    """Audit in the open transaction, as ``audit`` does."""
    connection.execute(STATEMENTS["plain_names"])
    row = connection.execute(STATEMENTS["database"]).fetchone()
    assert row is not None
    database, sealed = row
    if tenant_column is None and not sealed:
        raise NotSealedError(
            f"{database} has no seal: run `sealedbid migrate` on it first. To check another "
            "database, name the column that says whose a row is: --tenant-column org_id."
        )
    parameters: dict[str, Any] = {
        "schemas": list(schemas) if schemas else None,
        "tenant_column": tenant_column or "org_id",
    }
    unknown = connection.execute(STATEMENTS["unknown_schemas"], parameters).fetchone()
    if unknown is not None and unknown[0]:
        raise UnknownSchemaError(f"{database} has no schema {', '.join(unknown[0])}.")
    is_ours = tenant_column is None
    if is_ours and not schemas:
        own = connection.execute(STATEMENTS["own_schemas"]).fetchone()
        parameters["schemas"] = own[0] if own is not None else None
    lints = _askable(connection, is_ours=is_ours)
    findings = _ask(connection, lints, parameters, is_ours=is_ours)
    count = connection.execute(
        over_views(STATEMENTS["tables"], is_ours=is_ours), parameters
    ).fetchone()
    assert count is not None
    return Report(
        database=database,
        schemas=tuple(parameters["schemas"] or ()),
        lints=lints,
        findings=findings,
        trusted=trusted_functions(
            connection, over_views(STATEMENTS["trusted"], is_ours=is_ours), parameters
        ),
        tables=count[0],
        seconds=time.monotonic() - began,
    )


def _askable(connection: Connection[Any], *, is_ours: bool) -> tuple[Lint, ...]:
    """The lints for this database whose functions the connection's role may call."""
    lints = [lint for lint in read_lints() if is_ours or lint.scope == "any"]
    needed = {"functions": [lint.needs for lint in lints if lint.needs]}
    closed = {name for (name,) in connection.execute(STATEMENTS["not_callable"], needed)}
    return tuple(lint for lint in lints if lint.needs not in closed)


def _ask(
    connection: Connection[Any],
    lints: Sequence[Lint],
    parameters: dict[str, Any],
    *,
    is_ours: bool,
) -> tuple[Finding, ...]:
    return tuple(
        Finding(lint.label, lint.level, name, fault)
        for lint in lints
        for name, fault in connection.execute(question(lint, is_ours=is_ours), parameters)
    )


def _ask_rest(connection: Connection[Any], report: Report, *, is_ours: bool) -> Report:
    """Add the lints that the report's own role could not run; they concern the server alone."""
    asked = set(report.lints)
    rest = [lint for lint in _askable(connection, is_ours=is_ours) if lint not in asked]
    if not rest:
        return report
    began = time.monotonic()
    found = _ask(connection, rest, {"schemas": None, "tenant_column": "org_id"}, is_ours=is_ours)
    return replace(
        report,
        lints=tuple(sorted(asked.union(rest), key=lambda lint: lint.number)),
        findings=report.findings + found,
        seconds=report.seconds + time.monotonic() - began,
    )


def question(lint: Lint, *, is_ours: bool) -> sql.Composed:
    """Put the lint's statement over the views of the catalog; its rows are objects and faults."""
    return over_views(lint.statement, is_ours=is_ours)
