"""Sign-up: an account is there once its address is proven."""

from __future__ import annotations

from typing import Any

from sealedbid.api.auth.bodies import SignUp
from sealedbid.api.auth.flows import FlowBrowser, begun
from sealedbid.api.auth.peers import FromPeer, Language, RedirectTo
from sealedbid.api.auth.shapes import User, unproven_user
from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth import mailing
from sealedbid.auth.errors import (
    AddressRefusedError,
    MailWaitError,
    TooBusyError,
    WeakPasswordError,
)
from sealedbid.platform.postgres.errors import AccountsElsewhereError

routes = OpenToAll("auth")


@routes.route(
    "POST",
    "/signup",
    answers=User,
    problems=(
        AddressRefusedError,
        WeakPasswordError,
        MailWaitError,
        TooBusyError,
        AccountsElsewhereError,
    ),
)
async def sign_up(
    services: Services,
    body: SignUp,
    peer: FromPeer,
    language: Language,
    redirect_to: RedirectTo,
    browser: FlowBrowser,
) -> Any:
    """Begin an account; a mail proves the address. The answer is the same for a known one."""
    meta = body.data or {}
    address = await mailing.sign_up(
        services.accounts,
        body.email,
        body.password,
        meta=meta,
        locale=language,
        redirect_to=redirect_to,
        peer=peer,
        flow=body.flow(browser),
    )
    return begun(unproven_user(address, meta), body, browser)
