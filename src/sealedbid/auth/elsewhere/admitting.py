"""Admitting a token of the project: it is proven once, and then opens here by its own hash."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from sealedbid.auth.elsewhere.keys import ProjectKeys
from sealedbid.auth.elsewhere.people import Person, person_of
from sealedbid.auth.elsewhere.tokens import Token, read_token, refused, verify_signature
from sealedbid.auth.elsewhere.vouching import REMEDY, read_key, sign_person, sign_session
from sealedbid.auth.errors import ProjectUnavailableError
from sealedbid.auth.repository import elsewhere
from sealedbid.auth.tokens import proof_of
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.postgres.errors import CredentialRefusedError

if TYPE_CHECKING:
    from sealedbid.auth.elsewhere.calling import Calling

log = logging.getLogger("sealedbid.auth")

Outcome: TypeAlias = Literal["admitted", "refused", "unavailable"]

ASKING: Final = 8
"""Tokens about which the project is asked at the same time."""
MOST: Final = 64
"""Tokens that are being proven at the same time; for others the project is unavailable."""
WITHIN: Final = 5.0
"""Seconds for the proof of one token, with the time that it waits behind others."""
REMEMBERED: Final = 30.0
"""Seconds for which the outcome of a proof is remembered."""
OUTCOMES: Final = 10_000
"""Outcomes that are remembered; the oldest is forgotten first."""

_REMEDY: Final = f"{REMEDY} Then start this again, with a clock that is right."


class Elsewhere:
    """Proves tokens of one project and registers them; one for a process.

    No connection to the database is held while the project is asked. A token that is registered
    needs neither this nor the project.
    """

    def __init__(self, calls: AccountCalls, calling: Calling, issuer: str, home: Path) -> None:
        self._calls = calls
        self._calling = calling
        self._keys = ProjectKeys(calling)
        self._issuer = issuer
        self._home = home
        self._key: bytes | None = None
        self._asking = asyncio.Semaphore(ASKING)
        self._running: dict[bytes, asyncio.Task[Outcome]] = {}
        self._outcomes: OrderedDict[bytes, tuple[Outcome, float]] = OrderedDict()

    async def admit(self, text: str) -> None:
        """Prove the token and register it; who asks meanwhile for the same waits for the outcome.

        Raises CredentialRefusedError, ProjectUnavailableError.
        """
        proof = proof_of(text)
        outcome = self._remembered(proof)
        if outcome is None:
            outcome = await asyncio.shield(self._task(text, proof))
        if outcome == "refused":
            raise refused()
        if outcome == "unavailable":
            raise ProjectUnavailableError

    async def close(self) -> None:
        """End what runs, and close the connections."""
        for task in list(self._running.values()):
            task.cancel()
        await self._calling.close()

    def _task(self, text: str, proof: bytes) -> asyncio.Task[Outcome]:
        if (task := self._running.get(proof)) is not None:
            return task
        if len(self._running) >= MOST:
            raise ProjectUnavailableError
        task = self._running[proof] = asyncio.create_task(self._outcome(text, proof))
        task.add_done_callback(lambda done: self._end(proof, done))
        return task

    def _end(self, proof: bytes, task: asyncio.Task[Outcome]) -> None:
        self._running.pop(proof, None)
        if not task.cancelled():
            task.exception()  # those who waited have it; nobody may have

    async def _outcome(self, text: str, proof: bytes) -> Outcome:
        try:
            async with asyncio.timeout(WITHIN):
                token = read_token(text, self._issuer)
                if not await self._verify(token):
                    return "refused"  # not remembered: its key may be published a moment later
                async with self._asking:
                    asked_at = datetime.now(UTC)
                    person = await person_of(self._calling, token)
        except CredentialRefusedError:
            self._remember(proof, "refused")
            return "refused"
        except (ProjectUnavailableError, TimeoutError):
            return "unavailable"
        if not await self._register(token, person, asked_at, proof):
            return "unavailable"
        self._remember(proof, "admitted")
        return "admitted"

    async def _verify(self, token: Token) -> bool:
        """Verify the signature where the project publishes keys; False if none has the token's id.

        Where it has none, its answer about the person is the proof. Raises CredentialRefusedError.
        """
        if token.algorithm == "HS256" and await self._keys.are_shared():
            return True
        if token.kid is None:
            raise refused()
        key = await self._keys.find(token.kid)
        if key is None:
            return False
        verify_signature(token, key)
        return True

    async def _register(self, token: Token, person: Person, at: datetime, proof: bytes) -> bool:
        """Register person and token by this process's word; False if it does not count.

        Raises SecretFileError.
        """
        if self._key is None:
            self._key = read_key(self._home)
        told = (proof, person.id, token.session, token.expires_at, token.level)
        try:
            mac = sign_person(self._key, person, at)
            await elsewhere.ensure_profile(self._calls, person, at, mac)
            await elsewhere.start_session(self._calls, *told, sign_session(self._key, *told))
        except CredentialRefusedError:  # the token is good: who shows it can do nothing about this
            log.error("the database does not take our word for people", extra={"remedy": _REMEDY})
            return False
        return True

    def _remembered(self, proof: bytes) -> Outcome | None:
        outcome, until = self._outcomes.get(proof, (None, 0.0))
        return outcome if time.monotonic() < until else None

    def _remember(self, proof: bytes, outcome: Outcome) -> None:
        self._outcomes[proof] = (outcome, time.monotonic() + REMEMBERED)
        self._outcomes.move_to_end(proof)
        if len(self._outcomes) > OUTCOMES:
            self._outcomes.popitem(last=False)
