"""The worker steps over every error except the loss of its database."""

from __future__ import annotations

import logging

from sealedbid.platform.logging import frames
from sealedbid.platform.postgres.faults import is_gone, named
from sealedbid.worker.metrics import FAULTS

log = logging.getLogger("sealedbid.worker")


def step_over(part: str, error: Exception, **whose: str) -> None:
    """Log and count an error of one part of the worker; all other parts go on.

    Raises the error again if the database is gone: the loop waits for that.
    """
    if is_gone(error):
        raise error
    FAULTS.labels(part).inc()
    log.error("%s: %s", part, named(error), extra={"at": frames(error), **whose})
