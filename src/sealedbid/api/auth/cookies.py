"""Cookies of a browser: its session, and the mark of a browser that signed in before.

The session's cookie holds a secret of its own and is read by no script; a browser asks for it by
``session=cookie``, from a page of ours.
"""

from __future__ import annotations

import secrets
from typing import Annotated, Any, Final, Literal, TypeAlias

from fastapi import Depends, Query, Request, Response

from sealedbid.api.answers import encode
from sealedbid.api.auth.peers import DEVICE
from sealedbid.api.auth.shapes import BrowserSession, user_of
from sealedbid.api.caller import COOKIE, refuse_other_sites
from sealedbid.auth.models import Cookie

YEAR: Final = 365 * 24 * 3600
MONTH: Final = 30 * 24 * 3600
"""Seconds for which a browser keeps the cookie; the database ends the session before."""


async def wants_cookie(
    request: Request, session: Annotated[Literal["tokens", "cookie"], Query()] = "tokens"
) -> bool:
    """True if the browser wants a cookie. Raises CrossSiteError where another site asks for it."""
    if session == "cookie":
        refuse_other_sites(request)
    return session == "cookie"


WantsCookie: TypeAlias = Annotated[bool, Depends(wants_cookie)]


async def _device(request: Request) -> str:
    return request.cookies.get(DEVICE) or secrets.token_urlsafe(32)


Device: TypeAlias = Annotated[str, Depends(_device)]
"""The mark of the browser that asks, or a new one."""


def browser_answer(cookie: Cookie, device: str) -> Response:
    """Make the answer that gives a browser its session."""
    body = BrowserSession(
        expires_at=int(cookie.expires_at.timestamp()), user=user_of(cookie.account)
    )
    response = Response(encode(body), media_type="application/json")
    set_cookies(response, cookie.secret, device)
    return response


def set_cookies(response: Response, secret: str, device: str | None = None) -> None:
    """Give the browser its session, and its mark."""
    response.set_cookie(COOKIE, secret, max_age=MONTH, **_flags())
    if device is not None:
        response.set_cookie(DEVICE, device, max_age=YEAR, **_flags())


def forget_session(response: Response) -> None:
    """Take the session's cookie from the browser."""
    response.delete_cookie(COOKIE, **_flags())


def _flags() -> dict[str, Any]:
    return {"path": "/", "secure": True, "httponly": True, "samesite": "lax"}
