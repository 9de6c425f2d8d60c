"""Idempotency keys: a request that is sent again does nothing twice, and gets the same answer.

The key is claimed and its answer is kept in the request's own transaction, so both are there or
neither is. A request that failed leaves no key: it may be sent again.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from fastapi import Request, Response

from sealedbid.api.faults import (
    AlreadyDoneError,
    IdempotencyKeyMalformedError,
    IdempotencyKeyReusedError,
)
from sealedbid.platform.postgres import Transaction
from sealedbid.system.answers.repository import idempotency_keys

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotency-Replayed"
LARGEST: Final = 64 * 1024
"""Bytes of an answer that is kept; of a larger one only its place is."""
_KEY: Final = re.compile(r"[ -~]{1,255}")


def key_of(request: Request) -> str | None:
    """Return the request's key. Raises IdempotencyKeyMalformedError."""
    given = request.headers.getlist(HEADER)
    if not given:
        return None
    if len(given) > 1 or not _KEY.fullmatch(given[0]):
        raise IdempotencyKeyMalformedError("A key is 1 to 255 printable characters of ASCII.")
    return given[0]


async def replay(tx: Transaction, key: str, request: Request) -> Response | None:
    """Claim the key; return the answer that was given before, or None if the request is new.

    Raises IdempotencyKeyReusedError, BusyError, and AlreadyDoneError if the answer is not kept.
    """
    claim = await idempotency_keys.claim(tx, key, await _hash(request))
    if claim.is_new:
        return None
    if not claim.is_same:
        raise IdempotencyKeyReusedError("Another request was sent with this key.")
    if claim.body is None or claim.status is None:
        raise AlreadyDoneError(claim.location)
    headers = {REPLAYED: "true"}
    if claim.location is not None:
        headers["Location"] = claim.location
    media = "application/json" if claim.body else None
    return Response(claim.body, claim.status, headers, media_type=media)


async def keep(tx: Transaction, key: str, answer: Response, *, shows_secret: bool) -> None:
    """Keep the answer, without its body if that shows a secret or is too large."""
    body = bytes(answer.body)
    await idempotency_keys.keep(
        tx,
        key,
        status=answer.status_code,
        location=answer.headers.get("location"),
        body=None if shows_secret or len(body) > LARGEST else body,
    )


async def _hash(request: Request) -> bytes:
    """Return the sha256 of method, path and body."""
    head = f"{request.method} {request.url.path}?{request.url.query}\n"
    return hashlib.sha256(head.encode() + await request.body()).digest()
