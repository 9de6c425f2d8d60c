"""The page that the link of an invitation opens. Looking at it uses nothing up; its button joins.

It shows what the invitation is for to who holds its secret. Who is not signed in gets a button that
mails a link to the invited address: with the browser that opens it, the button of this page joins.
"""

from __future__ import annotations

from html import escape
from string import Template
from typing import Annotated, Final

from fastapi import Query, Request, Response

from sealedbid.api.answers import Html
from sealedbid.api.auth.pages import FORM_FAULTS, Form, page
from sealedbid.api.auth.peers import FromPeer, Language
from sealedbid.api.caller import COOKIE, Caller, caller_of
from sealedbid.api.route import Pages, PersonPages
from sealedbid.api.services import Services
from sealedbid.auth import mailing, own
from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import MailWaitError
from sealedbid.auth.models import Account, ShownInvitation
from sealedbid.auth.repository import invitations
from sealedbid.core.errors import InvitationRefusedError
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.names import shortened
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.postgres.errors import CredentialRefusedError
from sealedbid.platform.tokens import MalformedTokenError, Token
from sealedbid.usecases import joining

pages = Pages("auth")
persons = PersonPages("auth")
RANKS: Final = {
    "owner": "an owner, who decides on everything, members and billing included",
    "admin": "an admin, who also manages members and settings",
    "member": "a member, who writes and sends proposals",
    "viewer": "a viewer, who reads everything and changes nothing",
}
LONGEST: Final = 40
"""Characters of an organization's name on a button; the whole name stands above it."""
FORM: Final = Template(
    '<form method="post" action="$action"><input type="hidden" name="token" value="$token">'
    '<button type="submit">$button</button></form>'
)


@pages.route("GET", "/join", answers=Html, problems=(InvitationRefusedError,))
async def show_join_page(
    request: Request,
    services: Services,
    token: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show who invites to what, and a button that joins or that mails a link to sign in."""
    shown = await _shown(services.accounts, token)
    if shown is None:
        return _not_open()
    if services.elsewhere is not None:
        return _elsewhere(shown, services)
    title, rank = _words_of(shown)
    reader = await _reader(request, services.accounts)
    if reader is None:
        return page(
            title,
            rank,
            f"The invitation is for {shown.address} alone. Sign in with this address, and open this"
            " page again. The button mails a link there that signs you in, account or not.",
            form=_form("/join/sign-in", token, "Mail me a link"),
        )
    if not _is_for(shown, reader):
        return page(
            title,
            rank,
            f"The invitation is for {shown.address}, and you are signed in as {reader.email}. Sign"
            " in with the other address, and open this page again.",
            form=_form("/join/sign-in", token, "Mail me a link"),
        )
    return page(
        title,
        rank,
        f"You are signed in as {reader.email}.",
        form=_form("/join", token, f"Join {shortened(shown.organization, LONGEST)}"),
    )


@pages.route(
    "POST",
    "/join/sign-in",
    answers=Html,
    problems=(*FORM_FAULTS, InvitationRefusedError, MailWaitError),
)
async def mail_sign_in_link(
    services: Services, form: Form, peer: FromPeer, language: Language
) -> Response:
    """Mail a link to sign in to the address that the invitation is for."""
    shown = await _shown(services.accounts, form.get("token", ""))
    if shown is None:
        return _not_open()
    if services.elsewhere is not None:
        return _elsewhere(shown, services)
    try:
        await mailing.magic(
            services.accounts,
            shown.address,
            creates=True,
            meta={},
            locale=language,
            redirect_to=None,
            peer=peer,
        )
    except MailWaitError as error:
        return page("Not so fast", str(error), status=429)
    return page(
        "A mail is on its way",
        f"Open the link in it, in this browser: it signs you in as {shown.address}. Then open the"
        " link of the invitation again.",
    )


@persons.route(
    "POST",
    "/join",
    answers=Html,
    problems=(*FORM_FAULTS, InvitationRefusedError, NotAllowedError),
)
async def join(tx: Transaction, services: Services, caller: Caller, form: Form) -> Response:
    """Join the organization, as the person who is signed in."""
    text = form.get("token", "")
    shown = await _shown(services.accounts, text)
    if shown is None:
        return _not_open()
    if not _is_for(shown, await own.get(services.accounts, caller.proof)):
        return page(
            "This invitation is for another address",
            f"Sign in as {shown.address}, and open the link of the invitation again.",
            status=403,
        )
    await joining.accept(tx, Token.parse(text))
    return page(f"You joined {shown.organization}", f"You are {RANKS[shown.role]}.")


async def _shown(accounts: Accounts, text: str) -> ShownInvitation | None:
    try:
        token = Token.parse(text)
    except MalformedTokenError:
        return None
    return await invitations.show(accounts.calls, token) if token.kind == "invitation" else None


async def _reader(request: Request, accounts: Accounts) -> Account | None:
    """The person whom the browser is signed in as."""
    if COOKIE not in request.cookies:
        return None
    try:
        return await own.get(accounts, caller_of(request).proof)
    except CredentialRefusedError:
        return None


def _is_for(shown: ShownInvitation, reader: Account) -> bool:
    return shown.address.lower() == reader.email.lower() and reader.email_confirmed_at is not None


def _not_open() -> Response:
    return page(
        "This invitation is not open",
        "It is unknown, used, taken back or expired. Ask whoever invited you for another one.",
        status=410,
    )


def _words_of(shown: ShownInvitation) -> tuple[str, str]:
    """The title and the first sentence of what an invitation is for."""
    title = f"{shown.inviter} invites you to {shown.organization}"
    return title, f"You would join as {RANKS[shown.role]}."


def _elsewhere(shown: ShownInvitation, services: Services) -> Response:
    """The page where another auth server signs people in: nothing here can."""
    return page(
        *_words_of(shown),
        f"The invitation is for {shown.address} alone. People sign in at"
        f" {services.settings.supabase_url}: sign in as this person with the program that you use"
        " there, and accept the invitation with it. The program needs the link of this page.",
    )


def _form(action: str, token: str, button: str) -> str:
    return FORM.substitute(action=action, token=escape(token), button=escape(button))
