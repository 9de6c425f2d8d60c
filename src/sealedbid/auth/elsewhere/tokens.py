"""Access tokens of the project: their claims, and the signature that makes them true."""

from __future__ import annotations

import base64
import json
import math
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sealedbid.auth.elsewhere.keys import ProjectKey
from sealedbid.auth.signing import AUDIENCE
from sealedbid.platform.postgres.errors import CredentialRefusedError

SKEW: Final = 5.0
"""Seconds that the project's clock may be ahead of ours."""
LONGEST_LIFE: Final = 7 * 24 * 3600
"""Seconds; a project may not sign tokens for longer."""
_TOKEN: Final = re.compile(r"[\w-]{1,8000}\.[\w-]{1,8000}\.[\w-]{1,8000}", re.ASCII)


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """The words of a token about itself; none of them is proven yet.

    ``kid`` is only compared with the ids of known keys: no address is made of it. Keys and
    addresses in the token's own header are not looked at.
    """

    text: str
    algorithm: str
    kid: str | None
    person: UUID
    session: UUID
    expires_at: datetime
    level: int
    """Factors that the person showed there, 1 or 2 (the claim ``aal``)."""


def read_token(text: str, issuer: str) -> Token:
    """Read a token of a person who signed in at the issuer. Raises CredentialRefusedError.

    It is refused if it is another issuer's or for another audience, if its time is over or has not
    come, and if the person is anonymous.
    """
    if not _TOKEN.fullmatch(text):
        raise refused()
    header, claims = (_decode(part) for part in text.split(".")[:2])
    now = time.time()
    expires = _time(claims.get("exp"))
    if (
        "crit" in header
        or not isinstance(header.get("alg"), str)
        or not isinstance(header.get("kid", ""), str)
        or claims.get("iss") != issuer
        or not _is_for_us(claims.get("aud"))
        or not now < expires < math.inf
        or not _time(claims.get("nbf", 0)) <= now + SKEW
        or claims.get("is_anonymous", False) is not False
    ):
        raise refused()
    until = datetime.fromtimestamp(min(expires, now + LONGEST_LIFE), UTC)
    person, session = _id(claims.get("sub")), _id(claims.get("session_id"))
    level = 2 if claims.get("aal") == "aal2" else 1
    return Token(text, header["alg"], header.get("kid"), person, session, until, level)


def verify_signature(token: Token, key: ProjectKey) -> None:
    """Verify the signature, by the algorithm of the key. Raises CredentialRefusedError."""
    from joserfc import jws
    from joserfc.errors import JoseError

    if token.algorithm != key.algorithm:
        raise refused()
    try:
        jws.deserialize_compact(token.text, key.key, algorithms=[key.algorithm])
    except (JoseError, ValueError, TypeError):
        raise refused() from None


def refused() -> CredentialRefusedError:
    """Make the error of a token that proves nothing; it is the same for every cause."""
    return CredentialRefusedError("The access token is not one of the sign-in service.")


def _decode(part: str) -> dict[str, Any]:
    try:
        found = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode())
    except (ValueError, RecursionError):
        raise refused() from None
    if not isinstance(found, dict):
        raise refused()
    return found


def _id(given: Any) -> UUID:
    try:
        return UUID(given)
    except (AttributeError, TypeError, ValueError):
        raise refused() from None


def _is_for_us(audience: Any) -> bool:
    return audience == AUDIENCE or (isinstance(audience, list) and AUDIENCE in audience)


def _time(given: Any) -> float:
    """The seconds of a claim, or those that compare with nothing."""
    try:
        return float(given) if type(given) in (int, float) else math.nan
    except OverflowError:
        return math.nan
