"""Writers: A's people by rank, a guest, a key, a job, a person between organizations, nobody."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from psycopg import Connection, Error

from tests.fixtures.server import Installation
from tests.poison.stock import Stock
from tests.poison.values import HUGE_NAME

RANKS: Final = ("member", "admin", "owner", "viewer")
JOBS: Final = {"a job": "job", "a job of billing": "billing", "a job of system": "system"}
"""Names of writers, and the kinds of their contexts."""
BETWEEN: Final = "somebody between organizations"
PATIENCE: Final = "20s"
"""Time limit for one statement of a tenant."""

Login = Literal["sb_api", "sb_worker"]


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer, and the statement that opens their context."""

    name: str
    login: Login
    opening: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One statement of one writer, that gives one place one value."""

    writer: Writer
    place: str
    value: str
    statement: str

    @property
    def is_huge(self) -> bool:
        """True if the value is one of 190 MB."""
        return self.value.startswith(HUGE_NAME)

    def __str__(self) -> str:
        return f"{self.place} = {self.value}, as {self.writer.name}: {self.statement[:1000]}"


def writers_of(stock: Stock) -> list[Writer]:
    """Writers whose context serves any number of statements."""
    a = stock.world.a
    found = [session(f"{rank}", a.person(rank).proof, stock) for rank in RANKS]
    found.append(Writer("a key", "sb_api", _opening("key", stock.key, stock)))
    found.append(Writer("a guest", "sb_api", _opening("link", stock.link, stock)))
    found += [job(stock, kind) for kind in JOBS.values()]
    return found


def session(name: str, proof: bytes, stock: Stock) -> Writer:
    """A person of A, signed in."""
    return Writer(name, "sb_api", _opening("session", proof, stock))


def between(stock: Stock, number: int) -> Writer:
    """One of A's spare people, between organizations."""
    proof = stock.people[number % len(stock.people)].proof
    return Writer(BETWEEN, "sb_api", f"select seal.open_person({b(proof)})")


def job(stock: Stock, kind: str = "job", number: int = 0) -> Writer:
    """A job of A, by one of its leases."""
    job_id, lease = stock.leases[kind][number]
    opening = f"select seal.open_job('{job_id}', '{lease}', '{stock.world.a.id}')"
    return Writer(next(name for name, k in JOBS.items() if k == kind), "sb_worker", opening)


def operator(stock: Stock) -> Writer:
    """An owner of the platform."""
    proof = b(stock.operator.proof)
    nil = "00000000-0000-0000-0000-000000000000"
    return Writer("an operator", "sb_api", f"select seal.open('session', {proof}, '{nil}')")


def nobody(login: Login) -> Writer:
    """A login without a context."""
    return Writer(f"nobody on {login}", login, "select 1")


def b(value: bytes) -> str:
    """A literal of bytes."""
    return f"'\\x{value.hex()}'::bytea"


def _opening(kind: str, proof: bytes, stock: Stock) -> str:
    return f"select seal.open('{kind}', {b(proof)}, '{stock.world.a.id}')"


@dataclass(slots=True)
class Writing(AbstractContextManager["Writing"]):
    """Connections of both logins to one database; counts refusals, by SQLSTATE."""

    installation: Installation
    refused: dict[str, int] = field(default_factory=dict)
    last: str = ""
    """Message of the last refusal."""
    broken: list[str] = field(default_factory=list)
    """Attempts with an internal error of the server (class XX), or without an end in time."""
    _connections: dict[Login, Connection[Any]] = field(default_factory=dict)

    def __exit__(self, *_: object) -> None:
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

    def run(self, attempts: Iterable[Attempt]) -> list[Attempt]:
        """Write each in a subtransaction of its writer; accepted values stay."""
        accepted: list[Attempt] = []
        for writer, group in itertools.groupby(attempts, key=lambda attempt: attempt.writer):
            connection = self._connection(writer.login)
            with connection.transaction():
                connection.execute(writer.opening.encode())
                connection.execute(f"set local statement_timeout = '{PATIENCE}'".encode())
                connection.execute("set constraints all immediate")
                accepted += self._write(connection, group)
        return accepted

    def _write(self, connection: Connection[Any], attempts: Iterable[Attempt]) -> Iterator[Attempt]:
        for attempt in attempts:
            text = f"savepoint attempt; {attempt.statement}; release savepoint attempt"
            try:
                connection.execute(text.encode())
            except Error as error:
                state = error.sqlstate or ""
                if connection.closed:
                    raise AssertionError(f"the connection ended: {attempt}") from error
                connection.execute("rollback to savepoint attempt; release savepoint attempt")
                self.last = f"{attempt}: {error}"
                self.refused[state] = self.refused.get(state, 0) + 1
                if state.startswith("XX") or state == "57014":
                    self.broken.append(self.last)
            else:
                yield attempt

    def _connection(self, login: Login) -> Connection[Any]:
        if login not in self._connections:
            self._connections[login] = self.installation.connect(login)
            self._connections[login].prepare_threshold = None
        return self._connections[login]
