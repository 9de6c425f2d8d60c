"""Refusals of strangers, in the platform's audit log."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "refusals")
Refused: TypeAlias = Literal["credential.refused", "sign_in.refused"]


async def record(calls: AccountCalls, action: Refused, ip: str | None, count: int = 1) -> None:
    """Record it, with the network that it came from; ``count`` of them are one row."""
    await calls.value(QUERIES["record"], action=action, ip=ip, count=count)
