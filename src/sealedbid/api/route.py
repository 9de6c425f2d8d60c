"""The ways in which a route reaches the database. Nothing else of the API opens a transaction.

A handler is a plain async function: it takes what the request gave and what its annotations name
(the open ``Transaction``, the ``Caller``, the ``Services``, the ``Request``), and returns a row, a
page or None. One wrapper opens, checks the rank, calls the handler, encodes inside the block,
commits and answers: a handler cannot forget to commit, and no answer leaves before it.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeVar
from uuid import UUID

from fastapi import Request, Response
from fastapi.routing import APIRoute

from sealedbid.api.answers import encode, etag
from sealedbid.api.bodies import LARGEST, check_content_type, parse_json, read_body
from sealedbid.api.caller import SAFE, Caller, caller_of
from sealedbid.api.idempotency import keep, key_of, replay
from sealedbid.api.inputs import PathId
from sealedbid.api.limits import check_limits
from sealedbid.api.refusals import remember
from sealedbid.api.services import Services, services_of
from sealedbid.platform.errors import NotAllowedError, NotFoundError, SealedbidError
from sealedbid.platform.postgres import Rank, Transaction
from sealedbid.platform.postgres.errors import ConflictError, CredentialRefusedError

Handler = TypeVar("Handler", bound=Callable[..., Awaitable[Any]])
Endpoint = Callable[..., Awaitable[Response]]
CALLER: Final = "sealedbid.caller"
"""The key of a request's scope under which its caller is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The promise of a route; the reference and the tests read it.

    ``rank`` is None where no organization is open. ``answers`` is None for an empty answer.
    ``takes_key`` is True if an Idempotency-Key keeps the route from doing something twice;
    an answer that ``shows_secret`` is not repeated then.
    """

    way: str
    rank: Rank | None
    answers: Any
    status: int
    problems: tuple[type[SealedbidError], ...]
    largest: int
    takes_key: bool
    shows_secret: bool


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
            if self.needs_caller:
                caller = request.scope[CALLER] = caller_of(request)
                await check_limits(request, caller)
            if takes_body:
                request.content = await read_body(request, self.promise.largest)
                if request.content:
                    check_content_type(request)
                    request.parsed = parse_json(request.content)
            response: Response = await inner(request)
            return response

        return handle


class Way(ABC):
    """Routes under one prefix that reach the database in one way."""

    name: ClassVar[str]
    prefix: ClassVar[str]
    needs_caller: ClassVar[bool] = True
    opens_org: ClassVar[bool] = False

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.routes: list[Route] = []

    @abstractmethod
    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction] | None:
        """The transaction in which a handler runs, or None if it runs in none."""

    def _add(
        self,
        method: str,
        path: str,
        *,
        answers: Any,
        rank: Rank | None,
        status: int,
        problems: tuple[type[SealedbidError], ...],
        largest: int = LARGEST,
        shows_secret: bool = False,
    ) -> Callable[[Handler], Handler]:
        promise = Promise(
            way=self.name,
            rank=rank,
            answers=answers,
            status=status,
            problems=problems,
            largest=largest,
            takes_key=method == "POST" and self.opens_org,
            shows_secret=shows_secret,
        )

        def add(handler: Handler) -> Handler:
            route = Route(
                self.prefix + path,
                self._endpoint(handler, promise, read_only=method in SAFE),
                methods=[method],
                name=handler.__name__,
                operation_id=handler.__name__,
                tags=[self.tag],
                status_code=status,
                response_model=None,
            )
            route.promise = promise
            route.needs_caller = self.needs_caller
            self.routes.append(route)
            return handler

        return add

    def _endpoint(self, handler: Handler, promise: Promise, *, read_only: bool) -> Endpoint:
        """Wrap the handler in an endpoint whose signature the framework reads."""
        signature = inspect.signature(handler, eval_str=True)
        injected = {
            name: _INJECTED[parameter.annotation]
            for name, parameter in signature.parameters.items()
            if parameter.annotation in _INJECTED
        }
        parameters = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for name, parameter in signature.parameters.items()
            if name not in injected
        ]
        parameters.append(_keyword("request", Request))
        if self.opens_org:
            parameters.append(_keyword("org", PathId))

        async def run(request: Request, org: UUID | None, given: dict[str, Any]) -> Response:
            caller: Caller = request.scope.get(CALLER, _NOBODY)
            services = services_of(request)
            key = key_of(request) if promise.takes_key else None
            block = self.transaction(services, caller, org, read_only=read_only)
            context = {"caller": caller, "services": services, "request": request}
            if block is None:
                found = await handler(**given, **_pick(injected, context))
                return _answer(request, promise, found)
            async with block as tx:
                if promise.rank is not None and tx.rank < promise.rank:
                    raise NotAllowedError(
                        f"Not allowed: this needs the rank of {promise.rank.name.lower()}."
                    )
                if key is not None and (kept := await replay(tx, key, request)) is not None:
                    return kept
                found = await handler(**given, **_pick(injected, context | {"tx": tx}))
                answer = _answer(request, promise, found)
                if key is not None:
                    await keep(tx, key, answer, shows_secret=promise.shows_secret)
                return answer

        async def endpoint(*, request: Request, org: UUID | None = None, **given: Any) -> Response:
            try:
                return await run(request, org, given)
            except ConflictError:
                return await run(request, org, given)  # all of it: nothing was kept or sent
            except NotAllowedError:
                if org is not None:
                    remember(request, request.scope[CALLER], org)
                raise

        endpoint.__signature__ = signature.replace(  # type: ignore[attr-defined]
            parameters=parameters, return_annotation=Response
        )
        endpoint.__name__ = handler.__name__
        endpoint.__doc__ = handler.__doc__
        return endpoint


class _Ranked(Way):
    """Routes inside an organization, each with the rank that it needs."""

    def get(
        self,
        path: str,
        *,
        answers: Any,
        rank: Rank,
        problems: tuple[type[SealedbidError], ...] = (),
    ) -> Callable[[Handler], Handler]:
        """Add a route that reads: its transaction cannot write."""
        return self._add("GET", path, answers=answers, rank=rank, status=200, problems=problems)

    def post(
        self,
        path: str,
        *,
        answers: Any,
        rank: Rank,
        status: int = 201,
        problems: tuple[type[SealedbidError], ...] = (),
        shows_secret: bool = False,
    ) -> Callable[[Handler], Handler]:
        """Add a route that creates, or acts; with status 201 it answers the new row.

        ``shows_secret``: the answer is given once, and a repeat of the request is told so.
        """
        return self._add(
            "POST",
            path,
            answers=answers,
            rank=rank,
            status=status,
            problems=problems,
            shows_secret=shows_secret,
        )

    def patch(
        self,
        path: str,
        *,
        answers: Any,
        rank: Rank,
        problems: tuple[type[SealedbidError], ...] = (),
    ) -> Callable[[Handler], Handler]:
        """Add a route that changes the fields that are given."""
        return self._add("PATCH", path, answers=answers, rank=rank, status=200, problems=problems)

    def delete(
        self, path: str, *, rank: Rank, problems: tuple[type[SealedbidError], ...] = ()
    ) -> Callable[[Handler], Handler]:
        """Add a route that removes; its handler returns False if there was nothing."""
        return self._add("DELETE", path, answers=None, rank=rank, status=204, problems=problems)


class Sealed(_Ranked):
    """Routes of an organization, for its members and their keys."""

    name = "sealed"
    prefix = "/api/v1/orgs/{org}"
    opens_org = True

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open the organization of the path by the caller's proof."""
        assert org is not None  # it is in the path
        return services.gateway.sealed(caller.kind, caller.proof, org, read_only=read_only)


class Guest(_Ranked):
    """Routes of one shared document, for the holder of its link, which names the organization."""

    name = "guest"
    prefix = "/api/v1/shared"

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open the link's organization. Raises CredentialRefusedError for any other credential."""
        del org
        if caller.kind != "link" or caller.org_id is None:
            raise CredentialRefusedError("Only the link of a document opens it.")
        return services.gateway.sealed("link", caller.proof, caller.org_id, read_only=read_only)


class _Unranked(Way):
    """Routes outside organizations."""

    def route(
        self,
        method: str,
        path: str,
        *,
        answers: Any,
        status: int = 200,
        problems: tuple[type[SealedbidError], ...] = (),
        largest: int = LARGEST,
    ) -> Callable[[Handler], Handler]:
        """Add a route."""
        return self._add(
            method,
            path,
            answers=answers,
            rank=None,
            status=status,
            problems=problems,
            largest=largest,
        )


class Between(_Unranked):
    """Routes of a person who has opened no organization: their profile, founding, joining."""

    name = "between"
    prefix = "/api/v1"

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open the person by the caller's proof."""
        del org
        return services.gateway.sealed_person(caller.proof, read_only=read_only)


class SignedIn(_Unranked):
    """Routes about an account, which its functions judge by the caller's proof themselves."""

    name = "signed in"
    prefix = "/auth/v1"

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> None:
        """Open nothing."""
        return


class OpenToAll(SignedIn):
    """Routes that need no credential."""

    name = "open to all"
    needs_caller = False


_INJECTED: Final[dict[Any, str]] = {
    Transaction: "tx",
    Caller: "caller",
    Services: "services",
    Request: "request",
}
_NOBODY: Final = Caller("session", b"")


def _keyword(name: str, annotation: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation)


def _pick(injected: dict[str, str], context: dict[str, Any]) -> dict[str, Any]:
    return {name: context[what] for name, what in injected.items()}


def _answer(request: Request, promise: Promise, found: Any) -> Response:
    """Encode what a handler returned. Raises NotFoundError for None, and for False."""
    if found is None or found is False:
        raise NotFoundError("There is none with this id.")
    if isinstance(found, Response):
        return found
    if promise.answers is None:
        return Response(status_code=promise.status)
    headers = {}
    if (version := etag(found)) is not None:
        headers["ETag"] = version
        if request.method == "GET" and request.headers.get("if-none-match") == version:
            return Response(status_code=304, headers=headers)
    if promise.status == 201 and (id := getattr(found, "id", None)) is not None:
        headers["Location"] = f"{request.url.path}/{id}"
    return Response(encode(found), promise.status, headers=headers, media_type="application/json")
