"""The desk of a draft with the register of the ids that its sources have."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.prices.fitting import wishes
from sealedbid.intelligence.writer.prose.sources import Register


@dataclass(frozen=True, slots=True)
class Work:
    """The desk with the register of ids, for which sections are divided."""

    desk: Desk
    register: Register

    @property
    def theme(self) -> str:
        """The wishes of the brief in one text."""
        return " ".join(one.text for one in wishes(self.desk.assignment.brief))[:4000]
