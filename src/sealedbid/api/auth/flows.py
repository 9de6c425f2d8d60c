"""Flows (PKCE): the challenge of a program that asks for a mail, and the cookie of who began it.

A code is given to the browser or program that holds this cookie, and to nobody else: a link that
is opened elsewhere proves the address alone.
"""

from __future__ import annotations

import secrets
from typing import Annotated, Any, Final, TypeAlias

from fastapi import Depends, Request, Response

from sealedbid.api.answers import encode
from sealedbid.api.auth.bodies import Challenged

FLOW: Final = "__Host-sb-flow"
"""The cookie of whoever began a flow; it opens nothing."""
DAY: Final = 24 * 3600
"""Seconds: as long as the longest link lives."""


async def _browser(request: Request) -> str:
    known = request.cookies.get(FLOW, "")
    return known if 20 <= len(known) <= 200 else secrets.token_urlsafe(32)


FlowBrowser: TypeAlias = Annotated[str, Depends(_browser)]
"""The secret of the browser or program that asks, or a new one."""


def begun(found: Any, body: Challenged, browser: str) -> Any:
    """Return the answer, with the cookie if a flow began."""
    if body.code_challenge is None:
        return found
    response = Response(encode(found), media_type="application/json")
    response.set_cookie(
        FLOW, browser, max_age=DAY, path="/", secure=True, httponly=True, samesite="lax"
    )
    return response
