"""Makes mutants, and tries audit and then prove on each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import psycopg
from psycopg import Connection, sql
from psycopg.conninfo import make_conninfo

from sealedbid.isolation.audit.run import audit_here
from sealedbid.isolation.factory import FactoryError
from sealedbid.isolation.prove import prove
from sealedbid.isolation.scratch import NotCopiedError
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.errors import UnsafeLoginError
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.server import Installation

_STATEMENTS: Final = Queries("tests.isolation.mutants", "mutants")
# Lints that compare with what was noted notice any change: what they alone notice is told apart.
NOTED: Final = {
    *("0075_function_changed", "0076_privilege_changed"),
    *("0078_policy_changed", "0079_constraint_changed"),
    *("0080_trigger_changed", "0081_index_changed"),
    *("0085_default_changed", "0086_parameter_changed"),
}

Catcher: TypeAlias = Literal["a rule", "the notes", "an attack", "none", "not possible"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A statement that makes one guard of the schema weaker."""

    kind: str
    object: str
    statement: str

    @property
    def label(self) -> str:
        """Kind and object."""
        return f"{self.kind}: {self.object}"


@dataclass(frozen=True, slots=True)
class Catch:
    """The check that noticed a mutant: ``by`` names the lint, or the attack and the table."""

    mutant: Mutant
    catcher: Catcher
    by: str = ""


def read_mutants(behind: Connection[Any]) -> list[Mutant]:
    """Return every mutant of the catalog, ordered by kind and object."""
    behind.execute("set search_path = pg_catalog, pg_temp")
    found = {
        (row[0], row[1]): Mutant(*row)
        for statement in _STATEMENTS
        for row in behind.execute(_STATEMENTS[statement])
        if row[2] is not None
    }
    return [found[key] for key in sorted(found)]


def audited(behind: Connection[Any], mutant: Mutant) -> Catch | None:
    """Run the audit on the mutant and roll it back. Returns None if no lint found it."""
    try:
        with behind.transaction(force_rollback=True):
            behind.execute("set local check_function_bodies = off")
            behind.execute(sql.SQL(mutant.statement))
            lints = {finding.lint for finding in audit_here(behind, 0.0).findings}
    except psycopg.Error as error:
        return Catch(mutant, "not possible", str(error).partition("\n")[0])
    if rules := sorted(lints - NOTED):
        return Catch(mutant, "a rule", rules[0])
    return Catch(mutant, "the notes", min(lints)) if lints else None


def attacked(
    installation: Installation, maker: str, mutant: Mutant, *tables: str, quick: bool = False
) -> Catch:
    """Run prove on a copy of the database with the mutant; on all tables, or the ones named."""
    with _copy(installation, maker) as copy:
        with copy.as_superuser() as behind:
            behind.execute("set check_function_bodies = off")
            behind.execute(sql.SQL(mutant.statement))
        conninfos = {login: copy.conninfo(login) for login in LOGINS} | {"owner": copy.owner}
        try:
            proof = prove(conninfos, maker, copy.settings, tables=tables, quick=quick)
        except (
            psycopg.Error,
            FactoryError,
            NotCopiedError,
            UnsafeLoginError,
            LookupError,
        ) as error:
            return Catch(mutant, "an attack", f"does not run: {str(error).partition(chr(10))[0]}")
    if proof.holds:
        return Catch(mutant, "none")
    table, vector, _ = proof.leaks[0] if proof.leaks else (proof.changed[0], "changed", None)
    return Catch(mutant, "an attack", f"{vector} on {table}")


@contextmanager
def _copy(installation: Installation, maker: str) -> Iterator[Installation]:
    name = f"{installation.database}_mutant"
    with psycopg.connect(maker, autocommit=True) as admin:
        admin.execute(
            sql.SQL("create database {} template {} owner sealedbid").format(
                sql.Identifier(name), sql.Identifier(installation.database)
            )
        )
        try:
            yield Installation(
                installation.settings,
                name,
                make_conninfo(installation.owner, dbname=name),
                make_conninfo(installation.superuser, dbname=name),
            )
        finally:
            admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))
