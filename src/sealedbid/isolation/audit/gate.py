"""Refuses to serve tenants from a database whose seal is broken."""

from __future__ import annotations

import asyncio
import logging

from sealedbid.isolation.audit.run import audit_database
from sealedbid.isolation.errors import IsolationError

log = logging.getLogger("sealedbid.audit")

_SHOWN = 3


class UnsealedError(IsolationError):
    """The audit found errors: one organization might see another."""


async def refuse_unsealed(conninfo: str) -> None:
    """Audit the database as this login; warnings are logged.

    Raises UnsealedError, NotSealedError, DatabaseUnreachableError.
    """
    report = await asyncio.to_thread(audit_database, conninfo)
    errors = [finding.sentence for finding in report.findings if finding.level == "error"]
    for finding in report.findings:
        if finding.level == "warning":
            log.warning("audit %s: %s", finding.lint, finding.sentence)
    if errors:
        rest = f"; and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
        raise UnsealedError(
            f"The database is not sealed: {'; '.join(errors[:_SHOWN])}{rest}. "
            "`sealedbid audit` says what to mend; nothing is served until then."
        )
