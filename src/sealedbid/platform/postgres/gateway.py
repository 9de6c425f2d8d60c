"""The gateway: the only way in which product code opens a tenant transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass
from typing import Any, Literal, LiteralString, TypeAlias
from uuid import UUID

from psycopg import AsyncConnection, AsyncCursor, Error, OperationalError
from psycopg.pq import TransactionStatus
from psycopg.rows import scalar_row
from psycopg_pool import PoolTimeout

from sealedbid.platform.postgres.connection import TenantConnection
from sealedbid.platform.postgres.cursor import TenantCursor
from sealedbid.platform.postgres.errors import (
    CredentialRefusedError,
    DatabaseUnreachableError,
    FactorAskedError,
    NotAMemberError,
    OutcomeUnknownError,
    PasswordAskedError,
    SessionNotCleanError,
    TimedOutError,
    TransactionLostError,
)
from sealedbid.platform.postgres.literals import literal
from sealedbid.platform.postgres.pool import Pool
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.transaction import Rank, Transaction
from sealedbid.platform.postgres.violations import translate, translated

Kind: TypeAlias = Literal["session", "key", "link"]
Sealed: TypeAlias = Callable[[], AbstractAsyncContextManager[Transaction]]
"""Opens a transaction of one organization."""

# What an earlier request may have set ends here, before anything of the next one is read. The modes
# are spelt out: left to defaults, `begin` would take them from the session before it is reset. And
# no transaction is held open across slow work, a model's or a network's: the server ends it.
_BEGIN_READING: LiteralString = "begin isolation level read committed, read only, not deferrable"
_BEGIN_WRITING: LiteralString = "begin isolation level read committed, read write, not deferrable"
_RESET: LiteralString = (
    "; reset all; reset role; set local idle_in_transaction_session_timeout = '60s'"
)
FIRST_MESSAGE: LiteralString = _BEGIN_WRITING + _RESET
# A person waits for the answer of a request: behind a row that another transaction holds, and for
# a statement that takes too long, they are told so.
_BOUNDS: LiteralString = "; set local lock_timeout = '2s'; set local statement_timeout = '15s'"

_STATEMENTS = Queries(__package__, "openings")
# The database says so; or a statement_timeout of an earlier request cancelled the first message.
_NOT_CLEAN = ("55006", "57014")
_REFUSALS: dict[
    str | None,
    type[CredentialRefusedError | FactorAskedError | NotAMemberError | PasswordAskedError],
] = {
    "28000": CredentialRefusedError,
    "28P01": PasswordAskedError,
    "28S02": FactorAskedError,
    "42501": NotAMemberError,
}


@dataclass(frozen=True, slots=True)
class _Opening:
    statement: LiteralString
    params: dict[str, Any]
    org_id: UUID | None
    first: LiteralString
    """The message that goes before it, and begins the transaction."""


class Gateway:
    """Opens transactions for tenants, each by a proof of its own, on a pool of one login."""

    def __init__(self, pool: Pool, *, for_requests: bool = False) -> None:
        """``for_requests``: wait 2 s for a lock at most, and 15 s for a statement."""
        self._pool = pool
        self._bounds: LiteralString = _BOUNDS if for_requests else ""

    def pool_for(self, org_id: UUID | None) -> Pool:
        """Return the pool of the server with this organization's rows; None means people's rows.

        There is one pool today; callers must not rely on that.
        """
        del org_id
        return self._pool

    @asynccontextmanager
    async def sealed(
        self, kind: Kind, proof: bytes, org_id: UUID, *, read_only: bool = False
    ) -> AsyncIterator[Transaction]:
        """Open a transaction in ``org_id`` by the proof of a credential.

        ``proof`` is the sha256 of its secret, 32 bytes. A ``read_only`` transaction cannot write,
        whatever its statements are. It is committed when the block ends, and rolled back if the
        block raises. Raises CredentialRefusedError, NotAMemberError, PasswordAskedError,
        TransactionLostError, DatabaseUnreachableError.
        """
        params = {"kind": kind, "proof": proof, "org_id": org_id}
        opening = _Opening(_STATEMENTS["open"], params, org_id, self._first(read_only))
        async with self._transaction(opening) as (connection, rank):
            with closing(Transaction(connection, org_id=org_id, rank=Rank(rank))) as tx:
                yield tx

    @asynccontextmanager
    async def sealed_person(
        self, proof: bytes, *, read_only: bool = False
    ) -> AsyncIterator[Transaction]:
        """Open a transaction for a person who has chosen no organization yet.

        ``proof`` is the sha256 of the session's secret; the transaction's ``user_id`` is the
        person. Raises as ``sealed`` does.
        """
        first = self._first(read_only)
        opening = _Opening(_STATEMENTS["open_person"], {"proof": proof}, None, first)
        async with self._transaction(opening) as (connection, user_id):
            with closing(
                Transaction(connection, org_id=None, rank=Rank.GUEST, user_id=user_id)
            ) as tx:
                yield tx

    @asynccontextmanager
    async def sealed_job(
        self, job_id: UUID, lease: UUID, org_id: UUID
    ) -> AsyncIterator[Transaction]:
        """Open a transaction for the body of a running job, by its lease. Raises as ``sealed``."""
        params = {"job_id": job_id, "lease": lease, "org_id": org_id}
        opening = _Opening(_STATEMENTS["open_job"], params, org_id, self._first(read_only=False))
        async with self._transaction(opening) as (connection, rank):
            with closing(Transaction(connection, org_id=org_id, rank=Rank(rank))) as tx:
                yield tx

    def _first(self, read_only: bool) -> LiteralString:
        return (_BEGIN_READING if read_only else _BEGIN_WRITING) + _RESET + self._bounds

    @asynccontextmanager
    async def _transaction(
        self, opening: _Opening
    ) -> AsyncIterator[tuple[AsyncConnection[Any], Any]]:
        pool = self.pool_for(opening.org_id)
        connection, opened = await _open(pool, opening)
        try:
            yield connection, opened
            await _commit(connection)
        except BaseException as error:
            await _abandon(pool, connection, error)
            raise
        await pool.putconn(connection)


async def _open(pool: Pool, opening: _Opening) -> tuple[AsyncConnection[Any], Any]:
    """Return a connection with the context open, and what the opening returned.

    A session that is not clean is closed, and the opening is tried once more on another connection.
    A dead connection, as after a restart of the server, does not count as a try: there are at most
    as many as the pool has connections.
    """
    unclean = dead = 0
    while True:
        try:
            connection = await pool.getconn()
        except PoolTimeout as error:
            raise DatabaseUnreachableError(f"No connection in time: {error}") from None
        try:
            return connection, await _begin(connection, opening)
        except BaseException as error:
            await _abandon(pool, connection, error)
            if not isinstance(error, Error):
                raise
            if refusal := _REFUSALS.get(error.sqlstate):
                raise refusal(error.diag.message_primary) from None
            if error.sqlstate in _NOT_CLEAN:
                unclean += 1
            elif connection.closed:
                dead += 1
            elif (ours := translate(error)) is not None:
                raise ours from None
            else:
                raise
        if unclean > 1:
            raise SessionNotCleanError("Two sessions in a row were not clean.")
        if dead > pool.max_size:
            raise DatabaseUnreachableError("The database does not answer.")


async def _begin(connection: AsyncConnection[Any], opening: _Opening) -> Any:
    """Begin the transaction and open the context; return what the opening returned.

    One message is a quarter of the time of two, but its text holds the proof. So it is sent only
    where no view and no log shows the login's statements (docs/decisions/0024).
    """
    if isinstance(connection, TenantConnection) and connection.hides_texts:
        opened = await _begin_at_once(connection, opening)
    else:
        opened = await _begin_by_two(connection, opening)
    if opened is None:
        raise CredentialRefusedError("The opening was given a null.")
    return opened


async def _begin_at_once(connection: AsyncConnection[Any], opening: _Opening) -> Any:
    # By the simple protocol, so nothing is prepared under a name that could have been replaced.
    values = {name: literal(value) for name, value in opening.params.items()}
    cursor = AsyncCursor[Any](connection, row_factory=scalar_row)
    message: Any = f"{opening.first}; {opening.statement % values}"
    await cursor.execute(message, prepare=False)
    while cursor.nextset():
        pass
    return await cursor.fetchone()


async def _begin_by_two(connection: AsyncConnection[Any], opening: _Opening) -> Any:
    # Both unnamed: a statement that is prepared under a name could have been replaced.
    await AsyncCursor(connection).execute(opening.first, prepare=False)
    cursor = TenantCursor[Any](connection, row_factory=scalar_row)
    await cursor.execute(opening.statement, opening.params, prepare=False)
    return await cursor.fetchone()


async def _commit(connection: AsyncConnection[Any]) -> None:
    status = TransactionStatus(connection.pgconn.transaction_status)
    if status is not TransactionStatus.INTRANS:
        raise TransactionLostError(f"There is nothing to commit: the transaction is {status.name}.")
    try:
        with translated():
            await connection.commit()  # deferred constraints are asked here
    except DatabaseUnreachableError:
        raise OutcomeUnknownError(
            "The connection broke at the end: look whether it was done before you try again."
        ) from None


async def _abandon(pool: Pool, connection: AsyncConnection[Any], error: BaseException) -> None:
    """Return a connection to the pool after ``error``: rolled back, or closed.

    It is closed in mid-transaction if its session was not clean: then a pooler between us and the
    server closes the server's connection too. It is closed after a cancelled task as well, since
    the server may still run the statement.
    """
    unclean = isinstance(error, TimedOutError) or (
        isinstance(error, Error) and error.sqlstate in _NOT_CLEAN
    )
    try:
        if isinstance(error, Exception) and not unclean:
            await connection.rollback()
        else:
            await connection.close()
    except OperationalError:
        await connection.close()  # it is dead; the error that brought us here is the one to tell
    finally:
        await pool.putconn(connection)
