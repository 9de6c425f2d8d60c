"""Progress of a run, for whoever watches it."""

from __future__ import annotations

import logging
import time
from typing import Any, Final

from sealedbid.intelligence.run.spending import Spending
from sealedbid.intelligence.shortening import shortened
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.postgres.errors import LeaseLostError
from sealedbid.system.jobs.running import RunningJob

log = logging.getLogger("sealedbid.worker")

EVERY: Final = 1.0
"""Seconds between two reports, at least; what is told in between goes unreported."""
LONGEST: Final = 200
"""Characters of a report."""


class Teller:
    """Reports how far a job is: the step, its words, and what the run has taken."""

    def __init__(self, job: RunningJob, spending: Spending) -> None:
        self._job = job
        self._spending = spending
        self._step = ""
        self._told_at = 0.0

    async def begin(self, tx: Transaction, step: str, doing: str) -> None:
        """Report a step that begins. Raises LeaseLostError."""
        self._step = step
        await self._job.report(tx, self._progress(doing))
        self._told_at = 0.0  # a step's first words are reported at once

    async def told(self, words: str) -> None:
        """Report how far the step is, if the last report is old enough. Raises LeaseLostError.

        No other fault of the database ends the step for it: the work is worth more than the report.
        """
        now = time.monotonic()
        if now - self._told_at < EVERY:
            return
        self._told_at = now  # before the wait: several parts of a step may tell at once
        try:
            async with self._job.sealed() as tx:
                await self._job.report(tx, self._progress(words))
        except LeaseLostError:
            raise
        except SealedbidError as error:
            log.debug("no report of the run: %s", type(error).__name__)

    def _progress(self, words: str) -> dict[str, Any]:
        return {
            "step": self._step,
            "words": shortened(words, LONGEST),
            **self._spending.total,
        }
