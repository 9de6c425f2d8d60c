"""A proposal out of the organization's own words, without a model.

Deterministic and extractive: it picks passages, services and quantities; every sentence of
substance is quoted from the brief, from knowledge or from the catalog, and names its source.
"""

from __future__ import annotations

import asyncio

from sealedbid.intelligence.writer.composer.compose import COMPOSER, compose
from sealedbid.intelligence.writer.protocol import Assignment, Written

__all__ = ["COMPOSER", "Composer", "compose"]


class Composer:
    """The writer that uses no model; the same assignment gives the same draft."""

    name = COMPOSER

    async def write(self, assignment: Assignment) -> Written:
        """Compose the proposal, beside the event loop."""
        return Written(draft=await asyncio.to_thread(compose, assignment))
