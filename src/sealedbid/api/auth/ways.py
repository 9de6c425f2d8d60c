"""Every route of sign-in."""

from __future__ import annotations

from typing import Final

from sealedbid.api.auth import (
    factors,
    identities,
    join_page,
    mails,
    oauth,
    passkeys,
    recovery_codes,
    sessions,
    settings,
    sign_up,
    token,
    user,
    verify,
    verify_page,
)
from sealedbid.api.route import Way

WAYS: Final[tuple[Way, ...]] = (
    settings.routes,
    sign_up.routes,
    token.routes,
    verify.routes,
    verify_page.routes,
    oauth.routes,
    identities.routes,
    mails.routes,
    user.routes,
    sessions.routes,
    factors.routes,
    recovery_codes.routes,
    passkeys.begun,
    passkeys.routes,
    join_page.pages,
    join_page.persons,
)
