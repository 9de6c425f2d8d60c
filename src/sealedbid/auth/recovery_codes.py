"""Recovery codes: they stand in for a factor whose device is gone, each once."""

from __future__ import annotations

import base64
import binascii
from typing import Final

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import SecondStepNeededError, SecondStepRefusedError, WaitError
from sealedbid.auth.models import Attempt, CodesLeft
from sealedbid.auth.repository import recovery_codes

BYTES: Final = 10


async def renew(accounts: Accounts, proof: bytes) -> list[str]:
    """Make ten codes; those before are void. Raises SecondStepNeededError."""
    made = await recovery_codes.renew(accounts.calls, proof)
    if made.codes is None:
        raise SecondStepNeededError
    return [_text(code) for code in made.codes]


async def left(accounts: Accounts, proof: bytes) -> CodesLeft:
    """Return how many codes are left."""
    return await recovery_codes.left(accounts.calls, proof)


async def verify(accounts: Accounts, proof: bytes, text: str) -> Attempt:
    """End the second step with a code. Raises SecondStepRefusedError, WaitError.

    A text that is no code counts as a try.
    """
    attempt = await recovery_codes.use(accounts.calls, proof, parse(text) or b"")
    if attempt.wait:
        raise WaitError(attempt.wait)
    if attempt.outcome != "signed_in":
        raise SecondStepRefusedError
    return attempt


def parse(text: str) -> bytes | None:
    """Parse a code as it was typed; None if it is none."""
    letters = "".join(text.split()).replace("-", "").upper()
    if len(letters) != 16:
        return None
    try:
        return base64.b32decode(letters)
    except (binascii.Error, ValueError):
        return None


def _text(code: bytes) -> str:
    letters = base64.b32encode(code).decode().lower()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
