"""Links and codes that are mailed, and those that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sealedbid.auth.models import Attempt, Kind, Peer, Tried
from sealedbid.platform.passwords import DerivedPassword
from sealedbid.platform.postgres import Jsonb, Queries
from sealedbid.platform.postgres.calls import AccountCalls

QUERIES = Queries("sealedbid.auth", "mailed")


async def sign_up(
    calls: AccountCalls,
    email: str,
    password: DerivedPassword | None,
    *,
    meta: dict[str, Any],
    locale: str,
    params: dict[str, Any],
    peer: Peer,
) -> int:
    """Begin an account; return 0, or the seconds to wait."""
    wait: int = await calls.value(
        QUERIES["sign_up"],
        email=email,
        salt=password and password.salt,
        password_proof=password and password.proof,
        meta=Jsonb(meta),
        locale=locale,
        params=Jsonb(params),
        ip=peer.ip,
    )
    return wait


async def resend_sign_up(
    calls: AccountCalls, email: str, *, locale: str, params: dict[str, Any], peer: Peer
) -> int:
    """Mail the newest sign-up that waits again; return 0, or the seconds to wait."""
    wait: int = await calls.value(
        QUERIES["resend_sign_up"], email=email, locale=locale, params=Jsonb(params), ip=peer.ip
    )
    return wait


async def resend_email_change(
    calls: AccountCalls, email: str, *, locale: str, params: dict[str, Any], peer: Peer
) -> int:
    """Mail the confirmation of a new address again; return 0, or the seconds to wait."""
    wait: int = await calls.value(
        QUERIES["resend_email_change"], email=email, locale=locale, params=Jsonb(params), ip=peer.ip
    )
    return wait


async def recover(
    calls: AccountCalls, email: str, *, locale: str, params: dict[str, Any], peer: Peer
) -> int:
    """Mail a link to set another password; return 0, or the seconds to wait."""
    wait: int = await calls.value(
        QUERIES["recover"], email=email, locale=locale, params=Jsonb(params), ip=peer.ip
    )
    return wait


async def magic(
    calls: AccountCalls,
    email: str,
    *,
    creates: bool,
    meta: dict[str, Any],
    locale: str,
    params: dict[str, Any],
    peer: Peer,
) -> int:
    """Mail a link and a code that sign in once; return 0, or the seconds to wait."""
    wait: int = await calls.value(
        QUERIES["magic"],
        email=email,
        creates=creates,
        meta=Jsonb(meta),
        locale=locale,
        params=Jsonb(params),
        ip=peer.ip,
    )
    return wait


async def verify_link(
    calls: AccountCalls, secret: bytes, kinds: Sequence[Kind], peer: Peer
) -> Attempt:
    """Use the secret of a link up."""
    return await calls.only(
        QUERIES["verify_link"],
        Attempt,
        secret=secret,
        kinds=list(kinds),
        device=peer.device,
        ip=peer.ip,
        user_agent=peer.user_agent,
    )


async def try_code(
    calls: AccountCalls, email: str, code: str, kinds: Sequence[Kind], peer: Peer
) -> Tried:
    """Try the code of the newest mail of these kinds; nothing tells here whether it is right."""
    return await calls.only(
        QUERIES["try_code"],
        Tried,
        email=email,
        code=code,
        kinds=list(kinds),
        device=peer.device,
        ip=peer.ip,
    )


async def finish_code(calls: AccountCalls, email: str, ticket: bytes, peer: Peer) -> Attempt:
    """Use a code up, by the ticket of its try."""
    return await calls.only(
        QUERIES["finish_code"],
        Attempt,
        email=email,
        ticket=ticket,
        device=peer.device,
        ip=peer.ip,
        user_agent=peer.user_agent,
    )
