"""Another auth server's people: its tokens are admitted, and nobody signs in here."""

from __future__ import annotations

from typing import Final

from fastapi import Request

from sealedbid.api.caller import Caller
from sealedbid.api.services import Services, services_of
from sealedbid.platform.postgres.errors import AccountsElsewhereError

STAYING: Final = frozenset({"/auth/v1/settings", "/auth/v1/health"})
"""Routes of accounts that answer wherever the accounts are."""


async def was_admitted(request: Request, caller: Caller) -> bool:
    """Have the token of a caller whom the database does not know proven; False if it cannot be.

    Raises CredentialRefusedError, ProjectUnavailableError.
    """
    elsewhere = services_of(request).elsewhere
    if elsewhere is None or caller.kind != "session" or caller.by_cookie or not caller.proof:
        return False
    _, _, text = request.headers["authorization"].partition(" ")
    await elsewhere.admit(text.strip())
    return True


def refuse_elsewhere(services: Services, path: str) -> None:
    """Raise AccountsElsewhereError if the route signs people in and another server does that."""
    if services.elsewhere is not None and path not in STAYING:
        raise AccountsElsewhereError(
            f"People sign in at {services.settings.supabase_url}/auth/v1, and not here."
        )
