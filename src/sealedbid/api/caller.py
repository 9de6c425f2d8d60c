"""The caller of a request: the credential that came with it, and the address it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from fastapi import Request

from sealedbid.api.faults import CrossSiteError
from sealedbid.platform.postgres.errors import CredentialRefusedError
from sealedbid.platform.postgres.gateway import Kind
from sealedbid.platform.tokens import MalformedTokenError, Token

COOKIE: Final = "__Host-sb"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST: Final = 8192
"""Characters of a bearer's token; a longer one is none of those that are known."""


@dataclass(frozen=True, slots=True, repr=False)
class Caller:
    """A credential that came with a request; the database has not judged it yet.

    ``proof`` is the sha256 of the secret, 32 bytes. ``org_id`` is the organization that a key or a
    link names. ``by_cookie`` is True for a browser's session.
    """

    kind: Kind
    proof: bytes
    org_id: UUID | None = None
    by_cookie: bool = False


def caller_of(request: Request) -> Caller:
    """Return the caller by bearer token, key or link, otherwise by cookie.

    A bearer's token wins: then the cookie counts for nothing. Raises CredentialRefusedError if
    there is none that could be one, and CrossSiteError.
    """
    given = request.headers.getlist("authorization")
    if given:
        return _bearer(given)
    secret = request.cookies.get(COOKIE)
    if not secret or len(secret) > LONGEST:
        raise CredentialRefusedError("There is no credential: send a bearer token, or sign in.")
    if request.method not in SAFE:
        refuse_other_sites(request)
    return Caller("session", _sha256(secret), by_cookie=True)


def _bearer(given: list[str]) -> Caller:
    scheme, _, text = given[0].partition(" ")
    text = text.strip()
    if len(given) > 1 or scheme.lower() != "bearer" or not 0 < len(text) <= LONGEST:
        raise CredentialRefusedError("The credential is not one bearer token.")
    if not text.startswith("sb_"):
        return Caller("session", _sha256(text))
    try:
        token = Token.parse(text)
    except MalformedTokenError as error:
        raise CredentialRefusedError(str(error)) from None
    if token.kind == "invitation":
        raise CredentialRefusedError("An invitation is accepted by a person who is signed in.")
    return Caller(token.kind, token.proof, token.org_id)


def refuse_other_sites(request: Request) -> None:
    """Raise CrossSiteError unless the browser says that the request began on our own pages."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin", "")
    host = request.headers.get("host", "")
    is_own = site == "same-origin" if site else bool(host) and origin.partition("//")[2] == host
    if not is_own:
        raise CrossSiteError("The request did not begin on a page of this installation.")


def _sha256(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
