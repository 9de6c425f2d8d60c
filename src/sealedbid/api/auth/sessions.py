"""A person's own sessions: list, end, sign out."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from sealedbid.api.answers import Page
from sealedbid.api.auth.cookies import forget_session
from sealedbid.api.caller import Caller
from sealedbid.api.inputs import PathId
from sealedbid.api.route import SignedIn
from sealedbid.api.services import Services
from sealedbid.auth import own
from sealedbid.auth.models import OwnSession, Scope
from sealedbid.platform.postgres.errors import CredentialRefusedError

routes = SignedIn("auth")


@routes.route("POST", "/logout", answers=None, status=204, problems=(CredentialRefusedError,))
async def sign_out(
    services: Services, caller: Caller, scope: Annotated[Scope, Query()] = "global"
) -> Response:
    """Sign out: this session, all others, or all."""
    await own.sign_out(services.accounts, caller.proof, scope)
    response = Response(status_code=204)
    if caller.by_cookie and scope != "others":
        forget_session(response)
    return response


@routes.route("GET", "/sessions", answers=Page[OwnSession], problems=(CredentialRefusedError,))
async def list_sessions(services: Services, caller: Caller) -> Page[OwnSession]:
    """List one's own sessions, the most recently used first."""
    return Page(data=await own.list_sessions(services.accounts, caller.proof), next=None)


@routes.route(
    "DELETE", "/sessions/{id}", answers=None, status=204, problems=(CredentialRefusedError,)
)
async def end_session(services: Services, caller: Caller, id: PathId) -> bool:
    """End one of one's own sessions."""
    return await own.end_session(services.accounts, caller.proof, id)
