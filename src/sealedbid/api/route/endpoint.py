"""The wrapper of every handler: opens, checks the rank, calls, encodes, commits and answers."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Final, Protocol, TypeAlias, TypeVar
from uuid import UUID

from fastapi import Request, Response

from sealedbid.api.answers import encode, etag
from sealedbid.api.caller import Caller
from sealedbid.api.idempotency import keep, key_of, replay
from sealedbid.api.inputs import PathId
from sealedbid.api.limits import asker_of
from sealedbid.api.route.elsewhere import was_admitted
from sealedbid.api.route.promise import Promise
from sealedbid.api.route.reading import CALLER
from sealedbid.api.route.refusals import remember
from sealedbid.api.services import Services, services_of
from sealedbid.platform.errors import NotAllowedError, NotFoundError
from sealedbid.platform.postgres import Asker, Rank, Transaction
from sealedbid.platform.postgres.errors import ConflictError, CredentialRefusedError

Handler = TypeVar("Handler", bound=Callable[..., Awaitable[Any]])
Endpoint: TypeAlias = Callable[..., Awaitable[Response]]
_INJECTED: Final[dict[Any, str]] = {
    Transaction: "tx",
    Caller: "caller",
    Services: "services",
    Request: "request",
}
_NOBODY: Final = Caller("session", b"")


class Open(Protocol):
    """Opens the transaction in which a handler runs; None if it runs in none."""

    def __call__(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction] | None:
        """Return the transaction, which is not open yet."""


def endpoint_of(
    handler: Handler, promise: Promise, open: Open, *, read_only: bool, opens_org: bool
) -> Endpoint:
    """Wrap the handler in an endpoint whose signature the framework reads."""
    signature = inspect.signature(handler, eval_str=True)
    injected = {
        name: _INJECTED[parameter.annotation]
        for name, parameter in signature.parameters.items()
        if parameter.annotation in _INJECTED
    }

    async def run(request: Request, org: UUID | None, given: dict[str, Any]) -> Response:
        caller: Caller = request.scope.get(CALLER, _NOBODY)
        services = services_of(request)
        key = key_of(request) if promise.takes_key else None
        block = open(services, caller, org, read_only=read_only)
        context: dict[str, Any] = {"caller": caller, "services": services, "request": request}
        if block is None:
            found = await handler(**given, **_pick(injected, context))
            return _answer(request, promise, found)
        async with block as tx:
            _check(promise, tx.rank, await asker_of(request, caller, tx))
            if key is not None and (kept := await replay(tx, key, request)) is not None:
                return kept
            context["tx"] = tx
            found = await handler(**given, **_pick(injected, context))
            answer = _answer(request, promise, found)
            if key is not None:
                await keep(tx, key, answer, shows_secret=promise.shows_secret)
            return answer

    async def twice(request: Request, org: UUID | None, given: dict[str, Any]) -> Response:
        """Run, and again from the beginning where that helps: nothing was kept or sent."""
        try:
            return await run(request, org, given)
        except ConflictError:
            return await run(request, org, given)
        except CredentialRefusedError:
            if not await was_admitted(request, request.scope.get(CALLER, _NOBODY)):
                raise
            return await run(request, org, given)

    async def endpoint(*, request: Request, org: UUID | None = None, **given: Any) -> Response:
        try:
            answer = await twice(request, org, given)
        except NotAllowedError:
            if org is not None:
                remember(request, request.scope[CALLER], org)
            raise
        caller = request.scope.get(CALLER, _NOBODY)
        answer.background = services_of(request).lasting.after(caller)
        return answer

    endpoint.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=_parameters(signature, injected, opens_org=opens_org),
        return_annotation=Response,
    )
    endpoint.__name__ = handler.__name__
    endpoint.__doc__ = handler.__doc__
    return endpoint


def _parameters(
    signature: inspect.Signature, injected: dict[str, str], *, opens_org: bool
) -> list[inspect.Parameter]:
    """The parameters that the framework fills in: those of the handler, less what is ours."""
    parameters = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name not in injected
    ]
    parameters.append(_keyword("request", Request))
    if opens_org:
        parameters.append(_keyword("org", PathId))
    return parameters


def _keyword(name: str, annotation: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation)


def _check(promise: Promise, rank: Rank, asker: Asker) -> None:
    """Raise NotAllowedError if the rank is below the route's, or the key is not for it."""
    if promise.rank is not None and rank < promise.rank:
        raise NotAllowedError(f"Not allowed: this needs the rank of {promise.rank.name.lower()}.")
    if promise.scope is not None and asker.scopes and promise.scope not in asker.scopes:
        raise NotAllowedError(f"Not allowed: this needs a key with the scope {promise.scope}.")


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
