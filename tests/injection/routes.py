"""Routes with every usual mistake, mounted on the real application.

The caller is known, by their token and through the product's own wrapper, as in every route;
everything after that is wrong.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, LiteralString
from uuid import UUID

from fastapi import FastAPI, Request, Response
from psycopg import AsyncConnection, AsyncCursor, Error

from sealedbid.api.caller import Caller
from sealedbid.api.route import Sealed, SignedIn
from sealedbid.api.services import Services
from sealedbid.isolation.prove.ground import Lease
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Gateway, Rank, Transaction
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE

COLUMNS = "name, website, notes"


@dataclass(frozen=True)
class Believing:
    """A connection whose organization is a setting, which every statement on it may change."""

    connection: AsyncConnection[Any]

    async def answer(
        self, statement: LiteralString, **params: Any
    ) -> tuple[int, list[tuple[Any, ...]]]:
        """Answer as a Transaction does."""
        cursor = AsyncCursor(self.connection)
        await cursor.execute(statement, {name: str(value) for name, value in params.items()})
        return cursor.rowcount, await cursor.fetchall() if cursor.description else []


@dataclass
class Mistakes:
    """State that the routes share, which is one of the mistakes."""

    worker: Gateway | None = None
    leases: Mapping[UUID, Lease] = field(default_factory=dict)
    kept: AsyncConnection[Any] | None = None
    shared: Transaction | None = None
    background: set[asyncio.Task[Any]] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    """Results of work after the response."""
    believes: bool = False
    """True if the organization is a setting of the session, as usual, and there is no seal."""

    @asynccontextmanager
    async def opened(
        self, services: Services, caller: Caller, org_id: UUID
    ) -> AsyncIterator[Transaction | Believing]:
        """Open a transaction for the caller in the organization that the route names."""
        if not self.believes:
            async with services.gateway.sealed("session", caller.proof, org_id) as tx:
                yield tx
            return
        async with services.gateway.pool_for(None).connection() as connection:
            believing = Believing(connection)
            await believing.answer("select set_config('app.org_id', %(org)s, false)", org=org_id)
            yield believing


def pasted(said: str) -> str:
    """Escape per cent signs, which would be placeholders and protect by chance."""
    return said.replace("%", "%%")


async def where(tx: Transaction, q: str) -> Any:
    """Paste the search into the WHERE."""
    return await tx.answer(f"select {COLUMNS} from public.clients where name = '{pasted(q)}'")


async def order(tx: Transaction, q: str) -> Any:
    """Paste the column to sort by into the ORDER BY."""
    return await tx.answer(f"select {COLUMNS} from public.clients order by {pasted(q)}")


async def limit(tx: Transaction, q: str) -> Any:
    """Paste the page's size into the LIMIT."""
    return await tx.answer(f"select {COLUMNS} from public.clients limit {pasted(q)}")


async def insert(tx: Transaction, q: str) -> Any:
    """Paste the name into the VALUES; the inserted row is shown."""
    return await tx.answer(
        f"insert into public.clients (org_id, name) values ('{tx.org_id}', '{pasted(q)}')"
        f" returning {COLUMNS}"
    )


async def named_organization(tx: Transaction, q: str) -> Any:
    """Take the organization from the request, in the statement."""
    return await tx.answer(
        f"select {COLUMNS} from public.clients where org_id = %(named)s", named=UUID(q)
    )


Careless = Callable[[Mistakes, Services, Caller, UUID, str], Awaitable[Any]]


async def named_opening(
    app: Mistakes, services: Services, caller: Caller, own: UUID, q: str
) -> Any:
    """Take the organization from the request, in the opening."""
    async with app.opened(services, caller, UUID(q)) as tx:
        return await tx.answer(f"select {COLUMNS} from public.clients")


async def forgotten(app: Mistakes, services: Services, caller: Caller, own: UUID, q: str) -> Any:
    """Forget to open a context."""
    async with services.gateway.pool_for(None).connection() as connection:
        cursor = AsyncCursor(connection)
        await cursor.execute(f"select {COLUMNS} from public.clients where org_id = '{q}'")
        return await cursor.fetchall()


async def kept_connection(
    app: Mistakes, services: Services, caller: Caller, own: UUID, q: str
) -> Any:
    """Use one connection for all requests, on which each opens, and none ends its transaction."""
    if app.kept is None:
        app.kept = await services.gateway.pool_for(None).getconn()
    cursor = AsyncCursor(app.kept)
    if app.believes:
        await cursor.execute("select set_config('app.org_id', %s, false)", (str(own),))
    else:
        await cursor.execute(FIRST_MESSAGE, prepare=False)
        opening = "select seal.open('session', %s, %s)"
        await cursor.execute(opening, (caller.proof, own), prepare=False)
    await asyncio.sleep(0.2)  # a call to another service, while other requests come
    await cursor.execute(f"select {COLUMNS} from public.clients where name <> '{q}'")
    return await cursor.fetchall()


async def shared_transaction(
    app: Mistakes, services: Services, caller: Caller, own: UUID, q: str
) -> Any:
    """Open a transaction for the first request, and use it for those that come meanwhile."""
    statement = f"select {COLUMNS} from public.clients where name <> '{pasted(q)}'"
    if app.shared is not None:
        return await app.shared.answer(statement)
    async with services.gateway.sealed("session", caller.proof, own) as tx:
        app.shared = tx
        try:
            await asyncio.sleep(0.5)
            return await tx.answer(statement)
        finally:
            app.shared = None


async def background_task(
    app: Mistakes, services: Services, caller: Caller, own: UUID, q: str
) -> Any:
    """Go on working after the response, in the transaction of the request."""
    async with app.opened(services, caller, own) as tx:

        async def work() -> None:
            for _ in range(20):
                await asyncio.sleep(0.02)
                try:
                    app.told.append(repr(await tx.answer(f"select {COLUMNS} from public.clients")))
                except (Error, SealedbidError) as error:
                    app.told.append(str(error))

        task = asyncio.create_task(work())
        app.background.add(task)
        task.add_done_callback(app.background.discard)
        return "begun"


async def job_body(app: Mistakes, services: Services, caller: Caller, own: UUID, q: str) -> Any:
    """Paste a job's payload into a statement, on the worker's login."""
    assert app.worker is not None
    lease = app.leases[own]
    async with app.worker.sealed_job(lease.job_id, lease.token, own) as tx:
        return await tx.answer(f"select {COLUMNS} from public.clients where name = '{pasted(q)}'")


WRAPPED: Mapping[str, Callable[[Transaction, str], Awaitable[Any]]] = {
    route.__name__: route for route in (where, order, limit, insert, named_organization)
}
"""Routes in the transaction that the product's wrapper opens."""
CARELESS: Mapping[str, Careless] = {
    route.__name__: route
    for route in (
        *(named_opening, forgotten, kept_connection),
        *(shared_transaction, background_task, job_body),
    )
}
"""Routes that go past the wrapper; they know the caller's own organization."""
READING = "reading"
"""The route `where` as a GET, whose transaction cannot write; the others are POSTs."""
ROUTES = (*WRAPPED, READING, *CARELESS)


class Past(SignedIn):
    """Routes that open nothing, below the organization's path."""

    prefix: ClassVar[str] = "/api/v1/orgs/{org}/wrong"


def mount(app: FastAPI, mistakes: Mistakes) -> None:
    """Mount the routes; errors are answered as they are, which is a mistake too."""
    sealed, past = Sealed("wrong"), Past("wrong")
    for name, wrapped in WRAPPED.items():
        sealed.post(f"/wrong/{name}", answers=str, rank=Rank.VIEWER, status=200)(_shown(wrapped))
    sealed.get(f"/wrong/{READING}", answers=str, rank=Rank.VIEWER)(_shown(where))
    for name, careless in CARELESS.items():
        past.route("POST", f"/{name}", answers=str)(_past(careless, mistakes))
    app.router.routes.extend((*sealed.routes, *past.routes))
    for kind in (Error, SealedbidError, ValueError):
        app.add_exception_handler(kind, _tell)


def _shown(route: Callable[[Transaction, str], Awaitable[Any]]) -> Any:
    async def handler(tx: Transaction, q: str) -> Response:
        return Response(repr(await route(tx, q)), media_type="text/plain")

    handler.__name__ = route.__name__
    return handler


def _past(route: Careless, mistakes: Mistakes) -> Any:
    async def handler(services: Services, caller: Caller, request: Request, q: str) -> Response:
        org = UUID(request.path_params["org"])
        found = await route(mistakes, services, caller, org, q)
        return Response(repr(found), media_type="text/plain")

    handler.__name__ = route.__name__
    return handler


async def _tell(request: Request, error: Exception) -> Response:
    detail = error.diag.message_detail if isinstance(error, Error) else None
    return Response(f"{error} {detail or ''}", 500, media_type="text/plain")
