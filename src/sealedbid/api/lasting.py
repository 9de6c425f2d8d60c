"""Sessions of browsers, which last on while they are used."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from typing import Final

from starlette.background import BackgroundTask

from sealedbid.api.caller import Caller
from sealedbid.auth import own
from sealedbid.auth.accounts import Accounts
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres.faults import named

log = logging.getLogger("sealedbid.api")

APART: Final = 3600.0
"""Seconds between two calls for one session: it ends twelve hours after the last one."""
MOST: Final = 10_000
"""Sessions that a process remembers."""


class Lasting:
    """Prolongs sessions once an hour, after an answer: no request waits for it."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._prolonged: OrderedDict[bytes, float] = OrderedDict()

    def after(self, caller: Caller) -> BackgroundTask | None:
        """Return the task to run after an answer to the caller; None if none is due."""
        now = time.monotonic()
        if not caller.by_cookie or self._prolonged.get(caller.proof, -APART) + APART > now:
            return None
        self._prolonged[caller.proof] = now
        self._prolonged.move_to_end(caller.proof)
        if len(self._prolonged) > MOST:
            self._prolonged.popitem(last=False)
        return BackgroundTask(self._prolong, caller.proof)

    async def _prolong(self, proof: bytes) -> None:
        try:
            await own.prolong(self._accounts, proof)
        except SealedbidError as error:  # as by the request, which signed out
            log.info("a session was not prolonged", extra={"error": named(error)})
