"""What the worker steps over: everything but the loss of its database."""

from __future__ import annotations

import logging

from sealedbid.platform.logging import frames
from sealedbid.platform.postgres.faults import is_gone, named
from sealedbid.worker.metrics import FAULTS

log = logging.getLogger("sealedbid.worker")


def step_over(part: str, error: Exception, **whose: str) -> None:
    """Log and count what one part of the worker failed at; all the others go on.

    Raises the error again if it says that the database is gone: the loop waits for that.
    """
    if is_gone(error):
        raise error
    FAULTS.labels(part).inc()
    log.error("%s: %s", part, named(error), extra={"at": frames(error), **whose})
