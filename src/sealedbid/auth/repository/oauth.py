"""Sign-in by providers: flows, their states, and what this process vouches for."""

from __future__ import annotations

from uuid import UUID

from sealedbid.auth.models import Peer
from sealedbid.auth.oauth.models import Begun, Ending, Found, Shown
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "oauth")


async def providers(calls: AccountCalls) -> list[str]:
    """Return the providers that the installer turned on."""
    found: list[str] = await calls.value(QUERIES["providers"])
    return found


async def begin(
    calls: AccountCalls,
    provider: str,
    *,
    state_hash: bytes,
    browser: bytes,
    challenge: bytes | None,
    verifier: str,
    nonce: str,
    redirect_to: str | None,
    proof: bytes | None,
    peer: Peer,
) -> Begun:
    """Begin a sign-in by a provider."""
    return await calls.only(
        QUERIES["begin"],
        Begun,
        provider=provider,
        state_hash=state_hash,
        browser=browser,
        challenge=challenge,
        verifier=verifier,
        nonce=nonce,
        redirect_to=redirect_to,
        proof=proof,
        ip=peer.ip,
    )


async def show_state(calls: AccountCalls, state: bytes, browser: bytes) -> Shown:
    """Use a state up."""
    return await calls.only(QUERIES["show_state"], Shown, state=state, browser=browser)


async def finish(
    calls: AccountCalls,
    found: Found,
    *,
    state: bytes,
    browser: bytes,
    provider: str,
    code_hash: bytes,
    peer: Peer,
    mac: bytes,
) -> Ending:
    """End a sign-in with whom the process found. Raises CredentialRefusedError for a wrong MAC."""
    return await calls.only(
        QUERIES["finish"],
        Ending,
        state=state,
        browser=browser,
        provider=provider,
        subject=found.subject,
        address=found.address,
        is_verified=found.is_verified,
        name=found.name,
        code_hash=code_hash,
        device=peer.device,
        ip=peer.ip,
        user_agent=peer.user_agent,
        mac=mac,
    )


async def remove(calls: AccountCalls, proof: bytes, identity: UUID) -> str:
    """Remove an account at a provider: removed, unknown or last. Raises CredentialRefusedError."""
    outcome: str = await calls.value(QUERIES["remove"], proof=proof, identity=identity)
    return outcome
