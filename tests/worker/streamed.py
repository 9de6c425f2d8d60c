"""Drafting with the writer that streams, also in a process of its own."""

from __future__ import annotations

from typing import Final

from sealedbid.intelligence import jobs
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.writer import WRITERS
from sealedbid.system.jobs.handler import job
from sealedbid.system.jobs.running import RunningJob
from tests.fixtures.streaming import Streaming


@job(jobs.draft.name, DraftPayload)
async def draft(running: RunningJob, payload: DraftPayload) -> None:
    """Draft as a worker does, which knows the writer."""
    WRITERS[Streaming.name] = Streaming
    await jobs.draft.body(running, payload)


HANDLERS: Final = {draft.name: draft}
