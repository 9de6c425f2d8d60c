"""Telling a database that is away from a row that cannot be handled."""

from __future__ import annotations

import logging

import psycopg
from psycopg_pool import PoolTimeout

from sealedbid.platform.logging import frames
from sealedbid.platform.postgres.errors import DatabaseUnreachableError
from sealedbid.worker.metrics import FAULTS

log = logging.getLogger("sealedbid.worker")


def is_gone(error: BaseException | None) -> bool:
    """True if the database is away, False if it refused something.

    psycopg calls both operational: 28000 (the context has ended), 40001 (the lease is lost).
    """
    if isinstance(error, (PoolTimeout, DatabaseUnreachableError, psycopg.InterfaceError)):
        return True
    if not isinstance(error, psycopg.OperationalError):
        return False
    return error.sqlstate is None or error.sqlstate.startswith(("08", "57P", "53"))


def named(error: BaseException) -> str:
    """Class, SQLSTATE and constraint: what may be kept of an error whose text may quote a row."""
    name = type(error).__name__
    if not isinstance(error, psycopg.Error):
        return name
    return " ".join(filter(None, (name, error.sqlstate, error.diag.constraint_name)))


def step_over(part: str, error: Exception, **whose: str) -> None:
    """Log and count what one part of the worker failed at; all the others go on.

    Raises the error again if it says that the database is gone: the loop waits for that.
    """
    if is_gone(error):
        raise error
    FAULTS.labels(part).inc()
    log.error("%s: %s", part, named(error), extra={"at": frames(error), **whose})
