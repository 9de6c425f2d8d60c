"""The jobs of the intelligence domain."""

from __future__ import annotations

from typing import Final

from sealedbid.intelligence.errors import UnknownWriterError
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.runner import Runner
from sealedbid.system.jobs.handler import job
from sealedbid.system.jobs.running import JobFailedError, RunningJob

LONGEST: Final = 3600.0
"""Seconds of one attempt: a model on one's own machine may take a minute for a paragraph."""


@job("proposal.draft", DraftPayload, deadline=LONGEST)
async def draft(running: RunningJob, payload: DraftPayload) -> None:
    """Draft the proposal, continuing a run that another worker or a person has begun."""
    try:
        runner = Runner(running, payload)
    except UnknownWriterError as error:
        raise JobFailedError(str(error)) from error
    await runner.run()
