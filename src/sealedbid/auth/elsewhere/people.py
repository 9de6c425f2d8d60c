"""The person of a token, as the project itself describes them.

A token's own claims about the address are not asked: a person writes some of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sealedbid.auth.addresses import address_of
from sealedbid.auth.elsewhere.tokens import Token, refused
from sealedbid.auth.errors import AddressRefusedError, ProjectUnavailableError
from sealedbid.platform.names import in_print

if TYPE_CHECKING:
    from sealedbid.auth.elsewhere.calling import Calling

PATH: Final = "/user"
LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """A person of the project; ``confirmed_at`` is None while the address is only claimed."""

    id: UUID
    address: str
    full_name: str
    confirmed_at: datetime | None


async def person_of(calling: Calling, token: Token) -> Person:
    """Ask the project whose token it is; its answer proves that the session goes on there.

    Raises CredentialRefusedError, ProjectUnavailableError.
    """
    answer = await calling.get(PATH, token.text)
    found = answer.content
    if not isinstance(found, dict):
        raise ProjectUnavailableError
    if answer.status != 200:
        # The auth server's own refusal has words; a gateway's, for a wrong key, has others.
        raise refused() if "msg" in found else ProjectUnavailableError()
    if not isinstance(found.get("id"), str):
        raise ProjectUnavailableError
    if found["id"].lower() != str(token.person) or found.get("is_anonymous", False) is not False:
        raise refused()
    try:
        address = address_of(_storable(found.get("email")))
    except AddressRefusedError:
        raise refused() from None
    return Person(token.person, address, _name_of(found), _since(found.get("email_confirmed_at")))


def _name_of(found: dict[str, Any]) -> str:
    """The name that the person has chosen; colleagues see it, and nothing hangs on it."""
    told = found.get("user_metadata")
    name = _storable(told.get("full_name")) if isinstance(told, dict) else ""
    return in_print(name[: 4 * LONGEST_NAME])[:LONGEST_NAME].strip()


def _storable(given: Any) -> str:
    return given.encode("utf-8", "replace").decode() if isinstance(given, str) else ""


def _since(given: Any) -> datetime | None:
    """The moment that an address was proven, never after this one."""
    if given is None:
        return None
    try:
        proven = datetime.fromisoformat(given)
    except (TypeError, ValueError):
        raise ProjectUnavailableError from None
    now = datetime.now(UTC)
    return min(proven if proven.tzinfo else proven.replace(tzinfo=UTC), now)
