"""The origin of a request for sign-in, its language, and the address it wants to be led to."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, Final, TypeAlias
from urllib.parse import urlsplit

from fastapi import Depends, Query, Request

from sealedbid.api.addresses import network_of
from sealedbid.api.services import services_of
from sealedbid.auth.models import Peer
from sealedbid.platform.config import Settings

DEVICE: Final = "__Host-sb-device"
"""The cookie by which a browser that signed in before is known; it opens nothing."""
LONGEST: Final = 500
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNSEEN: Final = re.compile(r"[^\x20-\x7e\xa1-\uffff]")


async def peer_of(request: Request) -> Peer:
    """Return the address, the program and the browser of a request."""
    device = request.cookies.get(DEVICE)
    return Peer(
        ip=network_of(request, services_of(request).settings.trusted_proxies),
        user_agent=_UNSEEN.sub(" ", request.headers.get("user-agent", ""))[:LONGEST] or None,
        device=hashlib.sha256(device.encode()).digest() if device else None,
    )


async def language_of(request: Request) -> str:
    """Return the first language that the browser asks for, ``en`` without one."""
    wanted = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()
    return wanted if len(wanted) <= 35 and _LANGUAGE.fullmatch(wanted) else "en"


async def redirect_of(
    request: Request, redirect_to: Annotated[str | None, Query(max_length=2000)] = None
) -> str | None:
    """Return where a mail's link leads afterwards, if the installation knows the address."""
    return allowed(redirect_to, services_of(request).settings)


def allowed(redirect_to: str | None, settings: Settings) -> str | None:
    """Return the address if it is on the list or below our own URL, otherwise None.

    An address is compared as a text: nothing that browsers read in two ways is led to.
    """
    if not redirect_to or not redirect_to.isprintable() or "\\" in redirect_to:
        return None
    if redirect_to in settings.auth_redirects or is_own(redirect_to, settings):
        return redirect_to
    return None


def is_own(address: str, settings: Settings) -> bool:
    """True if the address is one of this installation."""
    try:
        wanted, own = urlsplit(address), urlsplit(settings.public_url)
    except ValueError:
        return False
    return (wanted.scheme, wanted.netloc) == (own.scheme, own.netloc)


FromPeer: TypeAlias = Annotated[Peer, Depends(peer_of)]
Language: TypeAlias = Annotated[str, Depends(language_of)]
RedirectTo: TypeAlias = Annotated[str | None, Depends(redirect_of)]
