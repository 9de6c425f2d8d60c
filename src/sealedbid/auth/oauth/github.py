"""People of GitHub, which gives no id_token: its API names them, to the person's own token.

The address of the profile is anybody's to write. The primary one of the list counts, if GitHub has
seen it proven.
"""

from __future__ import annotations

from typing import Any, Final

from sealedbid.auth.oauth.calling import Calling, failed
from sealedbid.auth.oauth.models import Found
from sealedbid.auth.oauth.providers import Provider
from sealedbid.auth.oauth.texts import name_from, text_from

LONGEST_TOKEN: Final = 2000
MOST: Final = 1000
"""Addresses that are read."""


async def find(calling: Calling, provider: Provider, answer: dict[str, Any]) -> Found:
    """Return the person whose token the token endpoint gave. Raises ProviderFailedError."""
    token, kind = answer.get("access_token"), answer.get("token_type")
    if not isinstance(token, str) or not 0 < len(token) <= LONGEST_TOKEN or not _is_plain(token):
        raise failed("no access token")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise failed("another type of token")
    user = await calling.get(provider.user, token)
    subject = user.get("id") if isinstance(user, dict) else None
    if type(subject) is not int or not 0 < subject < 2**63:
        raise failed("a user without an id")
    address, is_verified = _primary(await calling.get(provider.emails, token))
    return Found(
        subject=str(subject),
        address=address,
        is_verified=is_verified,
        name=name_from(user.get("name")) or name_from(user.get("login")),
    )


def _primary(listed: Any) -> tuple[str | None, bool]:
    """Return the primary address, and True if it was proven there."""
    if not isinstance(listed, list):
        raise failed("no list of addresses")
    for each in listed[:MOST]:
        if isinstance(each, dict) and each.get("primary") is True:
            return text_from(each.get("email"), 320) or None, each.get("verified") is True
    return None, False


def _is_plain(token: str) -> bool:
    return token.isascii() and token.isprintable() and " " not in token
