"""Sign-up, sign-in and sign-out, on the login sb_auth. The caller has checked who the person is."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from sealedbid.platform.postgres.connecting import PATIENCE, connect_async
from sealedbid.platform.postgres.errors import AddressTakenError
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.violations import Violation, register, translated

_STATEMENTS = Queries(__package__, "sign_in")

register(
    {
        "users_email_key": Violation(
            AddressTakenError, "email: this address has an account: sign in instead.", "email"
        )
    }
)


@dataclass(frozen=True, slots=True, repr=False)
class Session:
    """A person's sign-in; ``proof``, 32 bytes, opens transactions for them."""

    id: UUID
    proof: bytes


class SignIn:
    """Signs people up, in and out, on a connection of sb_auth."""

    def __init__(self, connection: AsyncConnection[Any]) -> None:
        self._connection = connection

    async def create_user(self, email: str, full_name: str) -> UUID:
        """Create a person without a password, whose address is not proven yet; return their id.

        Raises AddressTakenError, and AccountsElsewhereError where another auth server owns them.
        """
        id: UUID = await self._value("create_user", email=email, full_name=full_name)
        return id

    async def confirm(self, user_id: UUID, email: str) -> None:
        """Record that the person has proven that the address is theirs; from now on it counts."""
        await self._value("confirm", user_id=user_id, email=email)

    async def change_email(self, user_id: UUID, email: str) -> None:
        """Set another address; it counts once it is confirmed. Raises AddressTakenError."""
        await self._value("change_email", user_id=user_id, email=email)

    async def start_session(self, user_id: UUID, life: timedelta) -> Session:
        """Sign a person in for ``life``. The secret behind the proof is not kept."""
        session = Session(uuid.uuid4(), hashlib.sha256(secrets.token_bytes(32)).digest())
        await self._value(
            "start_session",
            proof=session.proof,
            user_id=user_id,
            session_id=session.id,
            expires_at=datetime.now(UTC) + life,
        )
        return session

    async def end_session(self, session: Session) -> None:
        """Sign the person out: the session's proof opens nothing any more."""
        await self._value("end_session", session_id=session.id)

    async def _value(self, name: str, **params: Any) -> Any:
        with translated():
            cursor = await self._connection.execute(_STATEMENTS[name], params)
        row = await cursor.fetchone()
        return row[0] if row else None


@asynccontextmanager
async def sign_in(conninfo: str) -> AsyncIterator[SignIn]:
    """Connect as sb_auth to ``conninfo``. Raises DatabaseUnreachableError, LoginRefusedError."""
    connection = await connect_async(conninfo, name="sign-in", patience=PATIENCE)
    async with connection:
        yield SignIn(connection)
