"""The driver's errors, for code that must not import the driver: is it gone, and its name."""

from __future__ import annotations

from psycopg import Error, InterfaceError, OperationalError
from psycopg_pool import PoolTimeout

from sealedbid.platform.errors import RefusedError, ended
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, LoginRefusedError


def is_gone(error: BaseException | None) -> bool:
    """True if the database is away; False if it is there and refused something.

    psycopg calls both operational: a credential that has ended, and a lease that was lost, too.
    """
    if isinstance(error, LoginRefusedError):
        return False  # it is there, and waiting does not mend that
    if isinstance(error, (PoolTimeout, DatabaseUnreachableError, InterfaceError)):
        return True
    if not isinstance(error, OperationalError):
        return False
    return error.sqlstate is None or error.sqlstate.startswith(("08", "57P", "53"))


def unreachable(error: BaseException) -> DatabaseUnreachableError:
    """The class of an error that says that the database is gone, with what the driver said."""
    said = primary_message(error) or "no connection came in time"
    return DatabaseUnreachableError(f"The database cannot be reached: {ended(said)}")


def named(error: BaseException) -> str:
    """Class, SQLSTATE and constraint: the parts of an error that quote no row."""
    name = type(error).__name__
    if isinstance(error, Error):
        return " ".join(filter(None, (name, error.sqlstate, error.diag.constraint_name)))
    if isinstance(error, RefusedError):
        return " ".join(filter(None, (name, error.sqlstate, error.constraint)))
    return name


def primary_message(error: BaseException) -> str | None:
    """The first line of what the driver or the server said; None for any other error.

    DETAIL and CONTEXT are left out: they may quote rows.
    """
    if not isinstance(error, Error):
        return None
    return error.diag.message_primary or str(error).partition("\n")[0]
