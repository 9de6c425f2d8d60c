"""Beginning a sign-in by a provider: the address that the browser goes to."""

from __future__ import annotations

import base64
import hashlib
import secrets
from urllib.parse import urlencode

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import ProviderOffError, WaitError
from sealedbid.auth.models import Peer
from sealedbid.auth.oauth.providers import NAMES, Name, provider_of
from sealedbid.auth.oauth.vouching import is_on, read_client
from sealedbid.auth.repository import oauth
from sealedbid.auth.tokens import proof_of


async def begin(
    accounts: Accounts,
    name: Name,
    *,
    browser: str,
    challenge: bytes | None,
    redirect_to: str | None,
    peer: Peer,
    proof: bytes | None = None,
) -> str:
    """Begin a sign-in, or with a ``proof`` the adding of an account to its person.

    Returns the provider's address. ``challenge`` is a program's sha256 of its verifier. Raises
    ProviderOffError, WaitError, SecretFileError, and with a proof CredentialRefusedError.
    """
    client = read_client(accounts.home, name)
    provider = provider_of(name, accounts.stand_in)
    state, verifier = secrets.token_bytes(32), secrets.token_urlsafe(32)
    nonce = secrets.token_urlsafe(32)
    begun = await oauth.begin(
        accounts.calls,
        name,
        state_hash=hashlib.sha256(state).digest(),
        browser=proof_of(browser),
        challenge=challenge,
        verifier=verifier,
        nonce=nonce,
        redirect_to=redirect_to,
        proof=proof,
        peer=peer,
    )
    if begun.outcome == "off":
        raise ProviderOffError
    if begun.outcome == "wait":
        raise WaitError(begun.wait)
    query = {
        "client_id": client.client_id,
        "redirect_uri": callback_of(accounts),
        "response_type": "code",
        "scope": provider.scopes,
        "state": _text(state),
        "code_challenge": _text(hashlib.sha256(verifier.encode()).digest()),
        "code_challenge_method": "S256",
    }
    if provider.keys:
        query["nonce"] = nonce
    return f"{provider.authorize}?{urlencode(query)}"


async def switched_on(accounts: Accounts) -> list[Name]:
    """Return the providers that have a file here and a key in the database."""
    here = [name for name in NAMES if is_on(accounts.home, name)]
    if not here:
        return []
    known = await oauth.providers(accounts.calls)
    return [name for name in here if name in known]


def callback_of(accounts: Accounts) -> str:
    """Return the address that providers send browsers back to."""
    return f"{accounts.issuer}/callback"


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
