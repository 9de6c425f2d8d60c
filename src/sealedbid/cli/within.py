"""Runs one transaction of a command, as the owner of the organization that it names."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sealedbid.platform.config import read_settings
from sealedbid.platform.postgres import Transaction
from sealedbid.usecases import acting

Result = TypeVar("Result")


def within(
    org: str | None, command: str, act: Callable[[Transaction], Awaitable[Result]]
) -> Result:
    """Run ``act`` as the owner of ``org``. Raises UnknownOrganizationError."""
    return asyncio.run(acting.within(read_settings(), org, command, act))
