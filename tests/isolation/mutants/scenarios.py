"""Calls that were thought of: lists of statements of one login, in files beside this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from psycopg import Connection, Error, sql

from tests.isolation.mutants.answers import Settler, now

_FOLDER: Final = Path(__file__).parent / "scenarios"
_RUN: Final = "select state, said from m.run(%s)"


class Scenario(NamedTuple):
    """Statements that are made one after the other in a transaction, which is undone."""

    login: str
    statements: tuple[str, ...]
    place: str
    """File and line."""

    def mentions(self, function: str) -> bool:
        """True if a statement calls the function."""
        return any(f"{function}(" in statement for statement in self.statements)


def read_scenarios() -> list[Scenario]:
    """Every scenario: a paragraph of a file, in which each statement ends with its line."""
    found = []
    for path in sorted(_FOLDER.glob("*.sql")):
        login, line = "", 1
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.splitlines()
            for comment in lines:
                if comment.startswith("-- as: "):
                    login = comment.removeprefix("-- as: ")
            code = "\n".join(each for each in lines if not each.startswith("--"))
            statements = tuple(_statements(code))
            if statements:
                found.append(Scenario(login, statements, f"{path.name}:{line}"))
            line += len(lines) + 1
    return found


def _statements(code: str) -> Iterator[str]:
    for statement in re.split(r";\n", code.strip() + "\n"):
        if statement.strip():
            yield statement.strip()


def play(
    scenario: Scenario, connection: Connection[tuple[object, ...]], settler: Settler
) -> tuple[str, ...]:
    """What each statement said, the context at the end, and all that was written."""
    began = now()
    try:
        with connection.transaction(force_rollback=True):
            rows = connection.execute(sql.SQL(_RUN), [list(scenario.statements)]).fetchall()
    except Error as error:  # it took too long
        return (str(error.sqlstate),) * (len(scenario.statements) + 2)
    return settler.settle([f"{state or ''} {said or ''}" for state, said in rows], began)
