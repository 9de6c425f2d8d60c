"""Flows (PKCE): a link of a mail gives a code, and a program exchanges it with its verifier."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Final

from sealedbid.auth.accounts import Accounts
from sealedbid.auth.errors import FlowRefusedError, TokenRefusedError
from sealedbid.auth.models import Attempt, Confirmed, Kind, Peer
from sealedbid.auth.repository import flows
from sealedbid.auth.tokens import parse_link, proof_of

VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")
LONGEST_CODE: Final = 200


async def confirm(
    accounts: Accounts, text: str, kinds: Sequence[Kind], browser: str
) -> tuple[Confirmed, str] | None:
    """Use the link of a flow up; return what came of it, and the code if it gave one.

    None if the mail belongs to no flow: nothing is used up then. Raises TokenRefusedError.
    """
    secret = parse_link(text)
    if secret is None:
        raise TokenRefusedError
    code = secrets.token_urlsafe(32)
    confirmed = await flows.verify(accounts.calls, secret, kinds, proof_of(browser), proof_of(code))
    if confirmed.outcome == "refused":
        raise TokenRefusedError
    return None if confirmed.outcome == "no_flow" else (confirmed, code)


async def exchange(accounts: Accounts, code: str, verifier: str, peer: Peer) -> Attempt:
    """Sign in by a code and its verifier. The code is used up. Raises FlowRefusedError."""
    if not 0 < len(code) <= LONGEST_CODE or not verifier.isascii():
        raise FlowRefusedError
    shown = verifier if VERIFIER.fullmatch(verifier) else ""
    attempt = await flows.exchange(accounts.calls, code.encode(), shown.encode(), peer)
    if attempt.outcome != "signed_in":
        raise FlowRefusedError
    return attempt
