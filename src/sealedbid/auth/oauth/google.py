"""People of Google: its id_token, verified by its keys (OpenID Connect Core, 3.1.3.7)."""

from __future__ import annotations

import base64
import hmac
import json
import re
import time
from typing import Any, Final

from sealedbid.auth.elsewhere.keys import MOST, ProjectKey, key_of
from sealedbid.auth.oauth.calling import Calling, failed
from sealedbid.auth.oauth.models import Found
from sealedbid.auth.oauth.providers import Provider
from sealedbid.auth.oauth.texts import name_from, text_from

SKEW: Final = 60
"""Seconds that the provider's clock may differ from ours."""
OLDEST: Final = 600
"""Seconds since a token was made: as long as a sign-in may take."""
_TOKEN: Final = re.compile(r"([\w-]{1,4000})\.([\w-]{1,20000})\.([\w-]{1,4000})", re.ASCII)


async def find(
    calling: Calling, provider: Provider, answer: dict[str, Any], *, client_id: str, nonce: str
) -> Found:
    """Return the person that the token endpoint's answer names. Raises ProviderFailedError."""
    token = answer.get("id_token")
    matched = _TOKEN.fullmatch(token) if isinstance(token, str) else None
    if matched is None:
        raise failed("no id_token")
    key = await _key(calling, provider, _decode(matched[1]))
    _verify(matched[0], key)
    claims = _decode(matched[2])
    if fault := _fault(claims, provider, client_id=client_id, nonce=nonce, now=time.time()):
        raise failed(f"an id_token with another {fault}")
    subject = claims["sub"]
    return Found(
        subject=subject,
        address=text_from(claims.get("email"), 320) or None,
        is_verified=_is_theirs(claims),
        name=name_from(claims.get("name")),
    )


def _is_theirs(claims: dict[str, Any]) -> bool:
    """True if Google itself keeps the address: at Gmail, or in a domain that it hosts.

    Of other addresses it knows that they were the person's once, when the account was made (Google,
    "Verify the Google ID token on your server side": email, email_verified and hd).
    """
    address, host = claims.get("email"), claims.get("hd")
    is_kept = (isinstance(host, str) and host != "") or (
        isinstance(address, str) and address.lower().endswith("@gmail.com")
    )
    return is_kept and claims.get("email_verified") is True


async def _key(calling: Calling, provider: Provider, header: dict[str, Any]) -> ProjectKey:
    """Return the provider's key that the header names, for that key's own algorithm."""
    listed = await calling.get(provider.keys)
    entries = listed.get("keys") if isinstance(listed, dict) else None
    if not isinstance(entries, list) or not isinstance(header.get("kid"), str) or "crit" in header:
        raise failed("no key of the id_token")
    for each in entries[:MOST]:
        if isinstance(each, dict) and each.get("kid") == header["kid"]:
            key = key_of(each)
            if key is not None and header.get("alg") == key.algorithm:
                return key
    raise failed("no key of the id_token")


def _verify(token: str, key: ProjectKey) -> None:
    from joserfc import jws
    from joserfc.errors import JoseError

    try:
        jws.deserialize_compact(token, key.key, algorithms=[key.algorithm])
    except (JoseError, ValueError, TypeError):
        raise failed("an id_token with another signature") from None


def _fault(
    claims: dict[str, Any], provider: Provider, *, client_id: str, nonce: str, now: float
) -> str | None:
    """Name the claim that is not as it has to be; None if all are."""
    audience, party, subject = claims.get("aud"), claims.get("azp"), claims.get("sub")
    said = claims.get("nonce")
    expires, made = _time(claims.get("exp")), _time(claims.get("iat"))
    if claims.get("iss") not in provider.issuers:
        return "iss"
    if audience not in (client_id, [client_id]):
        return "aud"
    if party not in (None, client_id):
        return "azp"
    if not isinstance(said, str) or not hmac.compare_digest(said.encode(), nonce.encode()):
        return "nonce"
    if not now - SKEW < expires:
        return "exp"
    if not now - OLDEST - SKEW < made < now + SKEW:
        return "iat"
    if not isinstance(subject, str) or text_from(subject, 255) != subject or not subject:
        return "sub"
    return None


def _decode(part: str) -> dict[str, Any]:
    try:
        found = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode())
    except (ValueError, RecursionError):
        raise failed("an id_token that is no JSON") from None
    if not isinstance(found, dict):
        raise failed("an id_token that is no JSON")
    return found


def _time(given: Any) -> float:
    """The seconds of a claim, or those that compare with nothing."""
    is_time = type(given) in (int, float) and -1e12 < given < 1e12
    return float(given) if is_time else float("nan")
