"""A statement of an attacker, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection, AsyncCursor, Error, sql
from psycopg.errors import DatabaseError

from sealedbid.isolation.prove.outcome import MalformedAttackError, Outcome
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.postgres.errors import ForeignStatementError

MANY = 1_000_000
PRIVILEGE = "42501"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A statement with its values; it may touch ``own`` rows."""

    statement: sql.SQL
    params: dict[str, Any]
    own: int = 0
    is_write: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's answer."""

    rows: int
    text: str
    """Every value of every row, or the error with its details."""
    sqlstate: str | None = None
    constraint: str | None = None


async def ask(tx: Transaction, attempt: Attempt) -> Answer:
    """Run it as a request does, in the open transaction; an error ends that."""
    try:
        rows, given = await tx.answer(attempt.statement.as_string(), **attempt.params)
        return Answer(max(rows, 0), repr(given))
    except DatabaseError as error:
        return Answer(0, _said(error), error.sqlstate, error.diag.constraint_name)
    except ForeignStatementError as error:
        return Answer(MANY, str(error))  # it ran, and was no statement over data


async def ask_on(connection: AsyncConnection[Any], attempt: Attempt) -> Answer:
    """Run it on a connection past the gateway, then roll back to the savepoint ``attempt``."""
    cursor = AsyncCursor(connection)
    try:
        await cursor.execute(attempt.statement, attempt.params)
        given = await cursor.fetchall() if cursor.description else []
        answer = Answer(max(cursor.rowcount, 0), repr(given))
    except DatabaseError as error:
        answer = Answer(0, _said(error), error.sqlstate, error.diag.constraint_name)
    if attempt.is_write or answer.sqlstate is not None:
        await cursor.execute("rollback to savepoint attempt")
    return answer


def _said(error: Error) -> str:
    diag = error.diag
    parts = (diag.message_primary, diag.message_detail, diag.message_hint, diag.context)
    return " ".join(part for part in parts if part)


def judge(attempt: Attempt, answer: Answer, tokens: frozenset[str]) -> Outcome:
    """Judge whether the answer is a leak.

    A leak is a value of ``b`` in the answer, more rows than its own, or an evaluated constraint of
    a foreign row, since policies come before constraints. Raises MalformedAttackError.
    """
    for token in {token for token in tokens if token in answer.text}:
        # values that the attacker sent come back in errors
        if not any(token in str(value) for value in attempt.params.values()):
            return _leak(attempt, f"the answer holds {token}")
    if answer.sqlstate is not None:
        # class 42 is syntax and names; of it, only the missing privilege is a refusal
        if answer.sqlstate.startswith("42") and answer.sqlstate != PRIVILEGE:
            raise MalformedAttackError(
                "An attack does not fit this schema, so nothing is proven:"
                f" {answer.text} ({attempt.statement.as_string()})"
            )
        is_constraint = answer.sqlstate.startswith("23") and answer.constraint is not None
        if attempt.is_write and is_constraint and not attempt.own:
            return _leak(attempt, f"it came as far as {answer.constraint}")
        return Outcome("refused")
    if answer.rows > attempt.own:
        verb = "touched" if attempt.is_write else "was shown"
        return _leak(attempt, f"{verb} {answer.rows} rows, and has {attempt.own}")
    return Outcome("nothing")


def _leak(attempt: Attempt, what: str) -> Outcome:
    return Outcome("LEAK", 1, attempt.statement.as_string(), what)
