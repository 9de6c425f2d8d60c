"""The whole proposal: the composer's draft, in which a model's checked sentences take their place.

Everything that is counted, priced, confirmed or signed stays the composer's.
"""

from __future__ import annotations

import asyncio
from typing import Final

from sealedbid.intelligence.writer.composer.compose import (
    COMPOSER,
    finished,
)
from sealedbid.intelligence.writer.prose.beginning import begin
from sealedbid.intelligence.writer.prose.running import Run
from sealedbid.intelligence.writer.protocol import Ask, Assignment, Telling, Written

MODEL: Final = "model"  # the name that a setting has for this writer


class ModelWriter:
    """The writer that asks a model for prose, and keeps what its sources bear out."""

    name = MODEL

    def __init__(self, ask: Ask, told: Telling) -> None:
        self._ask = ask
        self._told = told

    async def write(self, assignment: Assignment) -> Written:
        """Write the proposal. Raises ModelNotSetError, and ModelError if no section was written."""
        model = self._ask("writer")
        begun = await asyncio.to_thread(begin, assignment)
        run = Run(begun, model, self._told)
        await run.write_all()
        by = f"{MODEL}:{run.names}" if run.written else COMPOSER
        draft = await asyncio.to_thread(finished, begun.desk, begun.sections, by)
        return Written(draft=draft, usage=run.spent.usage, by=run.names or None)
