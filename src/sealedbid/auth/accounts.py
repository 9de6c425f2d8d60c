"""Parts that the actions on accounts share: calls, keys, passwords, and the issuer's URL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sealedbid.auth.errors import RefreshRefusedError
from sealedbid.auth.models import Attempt, Cookie, SignedIn, Site
from sealedbid.auth.pads import Pads, pads_of
from sealedbid.auth.passkey_parts import site_of
from sealedbid.auth.passwords import Passwords
from sealedbid.auth.repository import account, sessions
from sealedbid.auth.signing import SigningKeys, claims_of
from sealedbid.auth.tokens import RefreshToken, new_cookie, proof_of
from sealedbid.platform.config import Settings
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.postgres.errors import CredentialRefusedError
from sealedbid.platform.postgres.pool import Pool
from sealedbid.platform.secrets import secret_path

SIGNING: Final = "signing.key"
"""The file of the installation that seals signing keys."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The way to accounts, on a pool of sb_auth.

    ``home`` has the files of the installation; ``stand_in`` is a provider on loopback, in tests.
    """

    calls: AccountCalls
    keys: SigningKeys
    passwords: Passwords
    pads: Pads
    public_url: str
    home: Path
    stand_in: str | None = None

    @property
    def site(self) -> Site | None:
        """The site that devices make passkeys for; None where browsers know no passkeys."""
        return site_of(self.public_url)

    @property
    def issuer(self) -> str:
        """The issuer of access tokens; programs find the keys below it."""
        return f"{self.public_url.rstrip('/')}/auth/v1"


def accounts_of(pool: Pool, settings: Settings) -> Accounts:
    """Make the way to accounts on a pool of sb_auth; one for a process."""
    calls = AccountCalls(pool)
    return Accounts(
        calls=calls,
        keys=SigningKeys(calls, secret_path(settings.home, SIGNING)),
        passwords=Passwords(),
        pads=pads_of(settings),
        public_url=settings.public_url,
        home=settings.home,
        stand_in=settings.oauth_stand_in,
    )


def refresh_token_of(attempt: Attempt) -> RefreshToken:
    """Return the refresh token of an attempt that signed somebody in."""
    assert attempt.session is not None  # it signed in
    assert attempt.counter is not None
    assert attempt.mac is not None
    return RefreshToken(attempt.session, attempt.counter, attempt.mac)


async def with_tokens(accounts: Accounts, attempt: Attempt) -> SignedIn:
    """Make an access token for a session, and register its proof.

    Raises RefreshRefusedError if the session ended at this moment.
    """
    refresh_token = refresh_token_of(attempt)
    access_token = await accounts.keys.sign(claims_of(attempt, accounts.issuer))
    proof = proof_of(access_token)
    try:
        expires_at = await sessions.register(accounts.calls, refresh_token, proof, is_cookie=False)
        return SignedIn(
            access_token=access_token,
            refresh_token=str(refresh_token),
            expires_at=expires_at,
            account=await account.get(accounts.calls, proof),
        )
    except CredentialRefusedError:
        raise RefreshRefusedError from None


async def with_cookie(accounts: Accounts, attempt: Attempt) -> Cookie:
    """Make the secret of a browser's cookie for a session, and register its proof.

    What the browser had before is no session: the secret is new. Raises RefreshRefusedError.
    """
    secret = new_cookie()
    proof = proof_of(secret)
    try:
        expires_at = await sessions.register(
            accounts.calls, refresh_token_of(attempt), proof, is_cookie=True
        )
        return Cookie(
            secret=secret,
            expires_at=expires_at,
            account=await account.get(accounts.calls, proof),
        )
    except CredentialRefusedError:
        raise RefreshRefusedError from None
