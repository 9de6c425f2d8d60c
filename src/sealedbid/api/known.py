"""Openers of transactions in this process, by their credentials."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final
from uuid import UUID

from sealedbid.api.caller import Caller
from sealedbid.platform.postgres import Asker

MOST: Final = 10_000
"""Credentials that a process remembers."""


class Known:
    """Openers by credential and organization; what is kept of them never changes."""

    def __init__(self) -> None:
        self._askers: OrderedDict[tuple[bytes, UUID | None], Asker] = OrderedDict()

    def asker(self, caller: Caller, org: UUID | None) -> Asker | None:
        """Return whose credential it is, or None if it has not opened the organization here."""
        return self._askers.get((caller.proof, org))

    def remember(self, caller: Caller, org: UUID | None, asker: Asker) -> None:
        """Remember that the credential has opened the organization; None means no organization."""
        self._askers[caller.proof, org] = asker
        while len(self._askers) > MOST:
            self._askers.popitem(last=False)
