"""Flows (PKCE): the challenge of a program that asks for a mail, and the cookie of who began it.

A code is given to the browser or program that holds this cookie, and to nobody else: a link that
is opened elsewhere proves the address alone.
"""

from __future__ import annotations

import base64
import secrets
from typing import Annotated, Any, Final, Literal, TypeAlias

from fastapi import Depends, Query, Request, Response

from sealedbid.api.answers import encode
from sealedbid.api.auth.bodies import Challenge, Challenged
from sealedbid.api.faults import RequestError

FLOW: Final = "__Host-sb-flow"
"""The cookie of whoever began a flow; it opens nothing."""
DAY: Final = 24 * 3600
"""Seconds: as long as the longest link lives."""


async def _browser(request: Request) -> str:
    known = request.cookies.get(FLOW, "")
    return known if 20 <= len(known) <= 200 else secrets.token_urlsafe(32)


FlowBrowser: TypeAlias = Annotated[str, Depends(_browser)]
"""The secret of the browser or program that asks, or a new one."""


async def _challenge(
    code_challenge: Annotated[Challenge | None, Query()] = None,
    code_challenge_method: Annotated[Literal["s256", "S256"] | None, Query()] = None,
) -> bytes | None:
    """Read the challenge of a browser's address. Raises RequestError for a half of it."""
    if (code_challenge is None) is not (code_challenge_method is None):
        raise RequestError("code_challenge and code_challenge_method go together.")
    return None if code_challenge is None else base64.urlsafe_b64decode(code_challenge + "=")


QueryChallenge: TypeAlias = Annotated[bytes | None, Depends(_challenge)]
"""The sha256 of a program's verifier, from the address; None: a page of ours begins."""


def begun(found: Any, body: Challenged, browser: str) -> Any:
    """Return the answer, with the cookie if a flow began."""
    if body.code_challenge is None:
        return found
    response = Response(encode(found), media_type="application/json")
    remember_browser(response, browser)
    return response


def remember_browser(response: Response, browser: str) -> None:
    """Give whoever begins a flow the cookie by which it ends there."""
    response.set_cookie(
        FLOW, browser, max_age=DAY, path="/", secure=True, httponly=True, samesite="lax"
    )
