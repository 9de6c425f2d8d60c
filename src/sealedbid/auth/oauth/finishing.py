"""Ending a sign-in by a provider: the state, the code, who it is there, and who that is here."""

from __future__ import annotations

import asyncio
import base64
import re
import secrets
from typing import Final

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import ProviderRefusedError
from sealedbid.auth.models import Peer
from sealedbid.auth.oauth import github, google
from sealedbid.auth.oauth.beginning import callback_of
from sealedbid.auth.oauth.calling import calling, failed
from sealedbid.auth.oauth.models import Ending, Found, Shown
from sealedbid.auth.oauth.providers import name_of, provider_of
from sealedbid.auth.oauth.vouching import Client, read_client
from sealedbid.auth.repository import oauth
from sealedbid.auth.tokens import proof_of
from sealedbid.auth.vouching import mac_of

WITHIN: Final = 10.0
"""Seconds for everything that a provider is asked in one sign-in."""
LONGEST_CODE: Final = 2000
_STATE: Final = re.compile(r"[A-Za-z0-9_-]{43}")


async def show_state(accounts: Accounts, text: str, browser: str) -> tuple[bytes, Shown] | None:
    """Use a state up, whoever shows it; None if it cannot be one."""
    if not _STATE.fullmatch(text):
        return None
    state = base64.urlsafe_b64decode(text + "=")
    return state, await oauth.show_state(accounts.calls, state, proof_of(browser))


async def finish(
    accounts: Accounts, state: bytes, shown: Shown, code: str, *, browser: str, peer: Peer
) -> tuple[Ending, str]:
    """Exchange the provider's code, and sign in whom it names; return the ending and our code.

    ``peer`` has the browser's mark where it is to have a session. Our code is good only where the
    ending says that it is. Raises ProviderFailedError, ProviderOffError, SecretFileError, and
    CredentialRefusedError where the database does not take this process's word.
    """
    assert shown.flow is not None  # it was shown
    name = name_of(shown.provider)
    client = read_client(accounts.home, name)
    try:
        async with asyncio.timeout(WITHIN):
            found = await _find(accounts, shown, client, code)
    except TimeoutError:
        raise failed("no answer in time") from None
    own_code = secrets.token_urlsafe(32)
    said: list[str | None] = [
        str(shown.flow),
        state.hex(),
        proof_of(browser).hex(),
        name,
        found.subject,
        found.address,
        "true" if found.is_verified else "false",
        found.name,
        proof_of(own_code).hex(),
        None if peer.device is None else peer.device.hex(),
    ]
    ending = await oauth.finish(
        accounts.calls,
        found,
        state=state,
        browser=proof_of(browser),
        provider=name,
        code_hash=proof_of(own_code),
        peer=peer,
        mac=mac_of(client.key, said),
    )
    return ending, own_code


def check_issuer(accounts: Accounts, shown: Shown, issuer: str | None) -> None:
    """Raise ProviderRefusedError if another provider sent the browser back (RFC 9207)."""
    if issuer is None:
        return
    if issuer not in provider_of(name_of(shown.provider), accounts.stand_in).issuers:
        raise ProviderRefusedError


async def _find(accounts: Accounts, shown: Shown, client: Client, code: str) -> Found:
    provider = provider_of(name_of(shown.provider), accounts.stand_in)
    if not 0 < len(code) <= LONGEST_CODE or not code.isascii() or not code.isprintable():
        raise failed("a code that is none")
    async with calling() as way:
        answer = await way.post(
            provider.token,
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": callback_of(accounts),
                "client_id": client.client_id,
                "client_secret": client.client_secret,
                "code_verifier": shown.verifier or "",
            },
        )
        if not isinstance(answer, dict) or "error" in answer:
            raise failed("no token for the code")
        if provider.keys:
            return await google.find(
                way, provider, answer, client_id=client.client_id, nonce=shown.nonce or ""
            )
        return await github.find(way, provider, answer)
