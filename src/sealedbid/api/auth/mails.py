"""Mails that people ask for. The answer is the same whoever has an account."""

from __future__ import annotations

from typing import Any

from sealedbid.api.auth.bodies import Otp, Recovery, Resend
from sealedbid.api.auth.flows import FlowBrowser, begun
from sealedbid.api.auth.peers import FromPeer, Language, RedirectTo
from sealedbid.api.auth.shapes import Nothing
from sealedbid.api.route import OpenToAll
from sealedbid.api.services import Services
from sealedbid.auth import mailing
from sealedbid.auth.errors import AddressRefusedError, MailWaitError

routes = OpenToAll("auth")
REFUSALS = (AddressRefusedError, MailWaitError)


@routes.route("POST", "/recover", answers=Nothing, problems=REFUSALS)
async def recover(
    services: Services,
    body: Recovery,
    peer: FromPeer,
    language: Language,
    redirect_to: RedirectTo,
    browser: FlowBrowser,
) -> Any:
    """Mail a link that signs in once, to set another password."""
    await mailing.recover(
        services.accounts,
        body.email,
        locale=language,
        redirect_to=redirect_to,
        peer=peer,
        flow=body.flow(browser),
    )
    return begun(Nothing(), body, browser)


@routes.route("POST", "/otp", answers=Nothing, problems=REFUSALS)
async def send_otp(
    services: Services,
    body: Otp,
    peer: FromPeer,
    language: Language,
    redirect_to: RedirectTo,
    browser: FlowBrowser,
) -> Any:
    """Mail a link and a code that sign in once."""
    await mailing.magic(
        services.accounts,
        body.email,
        creates=body.create_user,
        meta=body.data or {},
        locale=language,
        redirect_to=redirect_to,
        peer=peer,
        flow=body.flow(browser),
    )
    return begun(Nothing(), body, browser)


@routes.route("POST", "/magiclink", answers=Nothing, problems=REFUSALS)
async def send_magic_link(
    services: Services,
    body: Otp,
    peer: FromPeer,
    language: Language,
    redirect_to: RedirectTo,
    browser: FlowBrowser,
) -> Any:
    """Mail a link and a code that sign in once, as /otp does."""
    return await send_otp(services, body, peer, language, redirect_to, browser)


@routes.route("POST", "/resend", answers=Nothing, problems=REFUSALS)
async def resend(
    services: Services,
    body: Resend,
    peer: FromPeer,
    language: Language,
    redirect_to: RedirectTo,
    browser: FlowBrowser,
) -> Any:
    """Mail the confirmation of a sign-up, or of a new address, to that address again.

    A sign-up stays with the program that began it, or goes to the one that says a challenge now.
    """
    if body.type == "email_change":  # its link signs nobody in: there is no flow
        await mailing.resend_email_change(
            services.accounts, body.email, locale=language, redirect_to=redirect_to, peer=peer
        )
        return Nothing()
    await mailing.resend_sign_up(
        services.accounts,
        body.email,
        locale=language,
        redirect_to=redirect_to,
        peer=peer,
        flow=body.flow(browser),
    )
    return begun(Nothing(), body, browser)
