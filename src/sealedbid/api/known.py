"""The people whose credentials have opened something in this process."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final
from uuid import UUID

from sealedbid.api.caller import Caller

MOST: Final = 10_000
"""Credentials that a process remembers."""


class Known:
    """The people whose credentials have opened something, by credential and organization."""

    def __init__(self) -> None:
        self._people: OrderedDict[tuple[bytes, UUID | None], UUID | None] = OrderedDict()

    def person(self, caller: Caller, org: UUID | None) -> tuple[bool, UUID | None]:
        """Return whether the credential is known, and whose it is; a guest is nobody."""
        key = (caller.proof, org)
        return key in self._people, self._people.get(key)

    def remember(self, caller: Caller, org: UUID | None, person: UUID | None) -> None:
        """Remember that the credential has opened the organization; None means no organization."""
        self._people[caller.proof, org] = person
        while len(self._people) > MOST:
            self._people.popitem(last=False)
