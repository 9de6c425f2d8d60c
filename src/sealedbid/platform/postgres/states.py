"""SQLSTATEs and their classes: those that our functions raise, and the server's own."""

from __future__ import annotations

from typing import Final

from psycopg import Error

from sealedbid.platform.errors import (
    NotAllowedError,
    NotFoundError,
    RefusedError,
    SealedbidError,
    ValueRefusedError,
    ended,
)
from sealedbid.platform.postgres.errors import (
    AccountsElsewhereError,
    BusyError,
    ConflictError,
    CredentialRefusedError,
    FactorAskedError,
    LeaseLostError,
    NotReadyError,
    TimedOutError,
    TransactionLostError,
)

RAISED: Final[dict[str, type[SealedbidError]]] = {
    "0A000": AccountsElsewhereError,
    "22004": ValueRefusedError,
    "22023": ValueRefusedError,
    "28000": CredentialRefusedError,
    "28S02": FactorAskedError,
    "40001": LeaseLostError,
    "42501": NotAllowedError,
    "55000": NotReadyError,
    "P0002": NotFoundError,
}
"""By the SQLSTATE that a function of ours raises without a constraint's name."""

SERVER: Final[dict[str, tuple[type[SealedbidError], str]]] = {
    "42501": (NotAllowedError, "Not allowed: your rank does not reach this."),
    "40001": (ConflictError, "Somebody else changed the same at the same moment: try again."),
    "40P01": (ConflictError, "Somebody else changed the same at the same moment: try again."),
    "55P03": (BusyError, "Somebody else is changing the same: try again."),
    "57014": (TimedOutError, "The database took too long: try again, or ask for less at once."),
    "25P02": (TransactionLostError, "A statement had failed: open a new transaction."),
    "25P03": (TransactionLostError, "The transaction waited too long for its next statement."),
    **dict.fromkeys(
        ("22001", "22003", "22007", "22008", "22021", "22032", "22P02", "22P03", "22P05"),
        (ValueRefusedError, "A value has a form in which it cannot be stored."),
    ),
}
"""By the SQLSTATE that the server itself gives; it is not quoted, for it may quote a value."""


def of_state(error: Error) -> SealedbidError | None:
    """Return the error by its SQLSTATE alone, or None if the state means a bug."""
    state = error.sqlstate or ""
    if was_raised(error):
        if (kind := RAISED.get(state)) is None:
            return None
        return _made(kind, _said(kind, error), error, _split(error)[0])
    if state == "23502":
        field = error.diag.column_name
        return _made(ValueRefusedError, f"{field}: a value is missing.", error, field)
    if (found := SERVER.get(state)) is None:
        return None
    return _made(*found, error, None)


def was_raised(error: Error) -> bool:
    """True if a function of the database raised it, and not the server itself."""
    return error.diag.source_function == "exec_stmt_raise"


def _said(kind: type[SealedbidError], error: Error) -> str:
    """The function's words as a sentence."""
    if kind is NotReadyError:
        return _sentence(error.diag.message_primary or "")  # with the remedy behind its colon
    field, words = _split(error)
    if kind is NotAllowedError and not words.startswith("not allowed"):
        words = f"not allowed: {words}"
    return f"{field}: {ended(words)}" if field else _sentence(words)


def _split(error: Error) -> tuple[str | None, str]:
    """Field and words. Behind the colon of words may stand a value, which is left out."""
    before, _, after = (error.diag.message_primary or "").partition(": ")
    if after and " " not in before:
        return before, after.partition(": ")[0]
    return None, before


def _sentence(words: str) -> str:
    return ended(words[:1].upper() + words[1:])


def _made(
    kind: type[SealedbidError], message: str, error: Error, field: str | None
) -> SealedbidError:
    if issubclass(kind, RefusedError):
        return kind(message, table=error.diag.table_name, field=field, sqlstate=error.sqlstate)
    return kind(message)
