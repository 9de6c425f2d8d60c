"""Functions that only the database's owner may call, as the commands of an installation do."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from sealedbid.platform.errors import NotFoundError, SealedbidError
from sealedbid.platform.postgres import connecting
from sealedbid.platform.postgres.errors import AddressTakenError
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.violations import Violation, register, translated

_STATEMENTS = Queries(__package__, "installer")

register(
    {
        "users_email_key": Violation(
            AddressTakenError, "email: this address has an account: sign in instead.", "email"
        )
    }
)


class UnknownPersonError(SealedbidError):
    """The address has no account."""


@dataclass(frozen=True, slots=True)
class Owner:
    """An organization and its first owner."""

    org_id: UUID
    name: str
    user_id: UUID
    full_name: str
    email: str


@dataclass(frozen=True, slots=True, repr=False)
class Session:
    """A session that the installer started; ``proof``, 32 bytes, opens transactions by it."""

    id: UUID
    proof: bytes


def create_account(conninfo: str, email: str, full_name: str) -> UUID:
    """Create a person without a password, whose address counts as proven; return their id.

    Raises AddressTakenError, and AccountsElsewhereError where another auth server owns them.
    """
    with _connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["create_account"], {"email": email, "full_name": full_name}
        ).fetchone()
    assert row is not None  # a select without from has one row
    user_id: UUID = row[0]
    return user_id


def start_session(conninfo: str, user_id: UUID, life: timedelta) -> Session:
    """Sign in as a person for ``life``. The secret behind the proof is not kept."""
    session = Session(uuid4(), hashlib.sha256(secrets.token_bytes(32)).digest())
    with _connect(conninfo) as connection:
        connection.execute(
            _STATEMENTS["start_session"],
            {
                "proof": session.proof,
                "user": user_id,
                "session": session.id,
                "expires": datetime.now(UTC) + life,
            },
        )
    return session


def end_session(conninfo: str, session: Session) -> None:
    """End the session: its proof opens nothing any more."""
    with _connect(conninfo) as connection:
        connection.execute(_STATEMENTS["end_session"], {"session": session.id})


@dataclass(frozen=True, slots=True)
class Account:
    """A person who can sign in; ``sessions`` are those that last."""

    id: UUID
    email: str
    full_name: str
    created_at: datetime
    last_sign_in_at: datetime | None
    banned_until: datetime | None
    has_password: bool
    sessions: int


def accounts(conninfo: str) -> list[Account]:
    """Return every person who can sign in, by address. Raises AccountsElsewhereError."""
    with _connect(conninfo) as connection:
        cursor = connection.cursor(row_factory=class_row(Account))
        return cursor.execute(_STATEMENTS["accounts"]).fetchall()


def suspend_account(conninfo: str, email: str, until: datetime | None) -> int:
    """Suspend a person until then, None lifts it; return how many sessions ended.

    Raises UnknownPersonError, AccountsElsewhereError.
    """
    return _of_person(conninfo, "suspend_account", email, until=until)


def sign_out_account(conninfo: str, email: str) -> int:
    """End all sessions of a person, who is told by mail; return how many.

    Raises UnknownPersonError, AccountsElsewhereError.
    """
    return _of_person(conninfo, "sign_out_account", email)


def remove_factors(conninfo: str, email: str) -> int:
    """Remove every factor, passkey and recovery code of a person; return how many of the first two.

    Their sessions end, and they are told by mail. Raises UnknownPersonError,
    AccountsElsewhereError.
    """
    return _of_person(conninfo, "remove_factors", email)


@dataclass(frozen=True, slots=True)
class SealedFactor:
    """A second factor that a file of the installation sealed, and the sha256 of its pad."""

    email: str
    factor: UUID
    pad_proof: bytes


def sealed_factors(conninfo: str) -> list[SealedFactor]:
    """Return every sealed factor, by the person's address. Raises AccountsElsewhereError."""
    with _connect(conninfo) as connection:
        cursor = connection.cursor(row_factory=class_row(SealedFactor))
        return cursor.execute(_STATEMENTS["pads"]).fetchall()


def keep_accounts_elsewhere(conninfo: str, key: bytes | None) -> int:
    """Give the signing in of people to another auth server, or take it back; all sessions end.

    ``key`` is that by which the process vouches for what the other one says; None takes back.
    Returns how many tokens are void by it. Taking back raises AccountsElsewhereError where the
    database is one of an auth server's own.
    """
    with _connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["keep_accounts_elsewhere"], {"elsewhere": key is not None, "key": key}
        ).fetchone()
    return 0 if row is None else int(row[0])


def keep_provider(conninfo: str, provider: str, key: bytes | None) -> bool:
    """Turn sign-in by a provider on, with the key to vouch by, or off: None.

    Returns False if it was off already. Raises AccountsElsewhereError.
    """
    with _connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["keep_provider"], {"provider": provider, "key": key}
        ).fetchone()
    return row is not None and bool(row[0])


def providers(conninfo: str) -> list[str]:
    """Return the providers whose key is in the database."""
    with _connect(conninfo) as connection:
        row = connection.execute(_STATEMENTS["providers"]).fetchone()
    return [] if row is None else list(row[0])


def organization_owners(conninfo: str) -> list[Owner]:
    """Every organization of the installation, by name, except the platform's own."""
    return _owners(conninfo, "organization_owners")


def platform_owners(conninfo: str) -> list[Owner]:
    """The platform with its first owner; empty if it has none."""
    return _owners(conninfo, "platform_owners")


def record_acting(conninfo: str, org_id: UUID, user_id: UUID, command: str) -> None:
    """Record in the organization's audit log that a command acts as this person."""
    with _connect(conninfo) as connection:
        connection.execute(
            _STATEMENTS["record_acting"], {"org": org_id, "user": user_id, "command": command}
        )


def appoint_operator(conninfo: str, email: str) -> None:
    """Make the person with this address an owner of the platform. Raises UnknownPersonError."""
    try:
        with _connect(conninfo) as connection:
            connection.execute(_STATEMENTS["appoint_operator"], {"email": email})
    except NotFoundError:
        raise UnknownPersonError(
            f"Nobody has signed up as {email}: sign up first, then appoint."
        ) from None


def stop_jobs(conninfo: str, reason: str, org_id: UUID | None, job_type: str | None) -> int:
    """Stop jobs of an organization, of a type, of both, or all. Returns 0 if already stopped."""
    return _switch(conninfo, "stop_jobs", reason, org_id, job_type)


def resume_jobs(conninfo: str, reason: str, org_id: UUID | None, job_type: str | None) -> int:
    """Remove a stop. Returns 0 if there was none."""
    return _switch(conninfo, "resume_jobs", reason, org_id, job_type)


def set_schedule(
    conninfo: str,
    org_id: UUID,
    name: str,
    job_type: str,
    *,
    cron: str,
    timezone: str,
    next_run_at: datetime,
    payload: dict[str, Any],
    catch_up: bool,
) -> None:
    """Set a schedule of an organization as the operator, who alone may use the reserved types."""
    with _connect(conninfo) as connection:
        connection.execute(
            _STATEMENTS["set_schedule"],
            {
                "org": org_id,
                "name": name,
                "type": job_type,
                "cron": cron,
                "timezone": timezone,
                "next": next_run_at,
                "payload": Jsonb(payload),
                "catch_up": catch_up,
            },
        )


def remove_schedule(conninfo: str, org_id: UUID, name: str) -> bool:
    """Remove a schedule of an organization, also the operator's. Returns False if there is none."""
    with _connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["remove_schedule"], {"org": org_id, "name": name}
        ).fetchone()
    return row is not None and bool(row[0])


def rotate_context_key(conninfo: str, *, grace_seconds: int) -> int:
    """Make a new key for contexts; its version.

    Open contexts stay open for the grace; with 0 they end at once.
    """
    with _connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS["rotate_context_key"], {"seconds": grace_seconds}
        ).fetchone()
    assert row is not None  # a select without from has one row
    version: int = row[0]
    return version


def _of_person(conninfo: str, statement: str, email: str, **params: Any) -> int:
    try:
        with _connect(conninfo) as connection:
            row = connection.execute(_STATEMENTS[statement], {"email": email, **params}).fetchone()
    except NotFoundError:
        raise UnknownPersonError(
            f"Nobody has an account with the address {email}: `sealedbid users list` shows them."
        ) from None
    return 0 if row is None else int(row[0])


def _switch(
    conninfo: str, statement: str, reason: str, org_id: UUID | None, job_type: str | None
) -> int:
    with _connect(conninfo) as connection:
        row = connection.execute(
            _STATEMENTS[statement], {"reason": reason, "org": org_id, "type": job_type}
        ).fetchone()
    return 0 if row is None else int(row[0])


@contextmanager
def _connect(conninfo: str) -> Iterator[Connection[Any]]:
    with connecting.connect(conninfo, name="installer") as connection, translated():
        yield connection


def _owners(conninfo: str, statement: str) -> list[Owner]:
    with _connect(conninfo) as connection:
        cursor = connection.cursor(row_factory=class_row(Owner))
        return cursor.execute(_STATEMENTS[statement]).fetchall()
