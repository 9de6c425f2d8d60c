"""Derives from passwords off the event loop: as many at once as there are cores, others wait."""

from __future__ import annotations

import asyncio
import os
from typing import Final

from sealedbid.auth.errors import TooBusyError, WeakPasswordError
from sealedbid.platform.passwords import DerivedPassword, derive

SHORTEST: Final = 8
"""Characters."""
LONGEST: Final = 1024
"""Bytes."""
WAITING_ROOM: Final = 32


class Passwords:
    """Derives, bounded: each takes 64 MiB and a core for a tenth of a second."""

    def __init__(self, at_once: int | None = None, waiting_room: int = WAITING_ROOM) -> None:
        self._cores = asyncio.Semaphore(at_once or os.cpu_count() or 1)
        self._room = waiting_room
        self._waiting = 0

    async def derive(self, password: str, salt: bytes) -> bytes:
        """Derive 32 bytes with the salt. Raises TooBusyError."""
        async with _Place(self):
            return await asyncio.to_thread(derive, password, salt)

    async def new(self, password: str) -> DerivedPassword:
        """Derive with a new salt. Raises TooBusyError."""
        async with _Place(self):
            return await asyncio.to_thread(DerivedPassword.new, password)

    async def enter(self) -> None:
        """Wait for a core. Raises TooBusyError if too many wait already."""
        if self._cores.locked() and self._waiting >= self._room:
            raise TooBusyError
        self._waiting += 1
        try:
            await self._cores.acquire()
        finally:
            self._waiting -= 1

    def leave(self) -> None:
        """Let the next one in."""
        self._cores.release()


class _Place:
    """A core for as long as the block lasts."""

    def __init__(self, passwords: Passwords) -> None:
        self._passwords = passwords

    async def __aenter__(self) -> None:
        await self._passwords.enter()

    async def __aexit__(self, *error: object) -> None:
        self._passwords.leave()


def check_password(password: str) -> None:
    """Raise WeakPasswordError unless an account may have this password."""
    if len(password) < SHORTEST:
        raise WeakPasswordError(f"Password should be at least {SHORTEST} characters.", "length")
    if len(password.encode("utf-8", "replace")) > LONGEST:
        raise WeakPasswordError(f"Password should be at most {LONGEST} bytes.", "length")
    if any(not sign.isprintable() for sign in password):
        raise WeakPasswordError("Password should have signs that can be typed.", "characters")
