"""Reading a request, before the framework looks at its parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute

from sealedbid.api.bodies import check_content_type, parse_json, read_body
from sealedbid.api.caller import caller_of
from sealedbid.api.limits import limit_address, limit_caller
from sealedbid.api.route.elsewhere import refuse_elsewhere
from sealedbid.api.route.promise import Promise
from sealedbid.api.services import services_of

CALLER: Final = "sealedbid.caller"
"""The key of a request's scope under which its caller is."""


class RouteRequest(Request):
    """A request whose body was read and parsed before the framework looks at it."""

    content: bytes = b""
    parsed: Any = None

    async def body(self) -> bytes:
        """Return the body that was read."""
        return self.content

    async def json(self) -> Any:
        """Return the body as ``parse_json`` reads it."""
        return self.parsed


class Route(APIRoute):
    """One route: asks who calls and reads the body before its parameters are looked at."""

    promise: Promise
    needs_caller: bool
    is_limited: bool
    for_accounts: bool

    @property
    def method(self) -> str:
        """The one method of the route."""
        return next(iter(self.methods or ()))

    def get_route_handler(self) -> Callable[[Request], Any]:
        """Return the framework's handler, behind the order that is ours."""
        inner = super().get_route_handler()
        takes_body = self.body_field is not None

        async def handle(given: Request) -> Response:
            request = RouteRequest(given.scope, given.receive)
            if self.is_limited:
                await limit_address(request, for_accounts=self.for_accounts)
            if self.for_accounts and self.path.startswith("/auth/"):
                refuse_elsewhere(services_of(request), self.path)
            if self.needs_caller:
                caller = request.scope[CALLER] = caller_of(request)
                await limit_caller(request, caller)
            if takes_body:
                request.content = await read_body(request, self.promise.largest)
                if request.content:
                    check_content_type(request)
                    request.parsed = parse_json(request.content)
            response: Response = await inner(request)
            return response

        return handle
