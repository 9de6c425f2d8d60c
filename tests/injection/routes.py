"""A small web application with every usual mistake, on the product's own pools.

The client is known (the header ``Who``), as after a correct sign-in; everything after that is
wrong.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, LiteralString
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from psycopg import AsyncConnection, AsyncCursor, Error

from sealedbid.isolation.prove.ground import Ground, Side
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Gateway, Transaction
from sealedbid.platform.postgres.gateway import FIRST_MESSAGE

COLUMNS = "name, website, notes"
ANSWERS_WITHIN = 30
"""Seconds."""


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
class Application:
    """State that the routes share, which is one of the mistakes."""

    ground: Ground
    api: Gateway
    worker: Gateway
    kept: AsyncConnection[Any] | None = None
    shared: Transaction | None = None
    background: set[asyncio.Task[Any]] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    """Results of work after the response."""
    believes: bool = False
    """True if the organization is a setting of the session, as usual, and there is no seal."""

    @asynccontextmanager
    async def opened(self, who: Side, org_id: UUID) -> AsyncIterator[Transaction | Believing]:
        """Open a transaction for ``who`` in the organization that the route names."""
        if not self.believes:
            async with self.api.sealed("session", who.proofs["member"], org_id) as tx:
                yield tx
            return
        async with self.api.pool_for(None).connection() as connection:
            believing = Believing(connection)
            await believing.answer("select set_config('app.org_id', %(org)s, false)", org=org_id)
            yield believing


Route = Callable[[Application, Side, str], Awaitable[Any]]


def pasted(said: str) -> str:
    """Escape per cent signs, which would be placeholders and protect by chance."""
    return said.replace("%", "%%")


async def where(app: Application, who: Side, said: str) -> Any:
    """Paste the search into the WHERE."""
    async with app.api.sealed("session", who.proofs["member"], who.org_id) as tx:
        return await tx.answer(
            f"select {COLUMNS} from public.clients where name = '{pasted(said)}'"
        )


async def order(app: Application, who: Side, said: str) -> Any:
    """Paste the column to sort by into the ORDER BY."""
    async with app.api.sealed("session", who.proofs["member"], who.org_id) as tx:
        return await tx.answer(f"select {COLUMNS} from public.clients order by {pasted(said)}")


async def limit(app: Application, who: Side, said: str) -> Any:
    """Paste the page's size into the LIMIT."""
    async with app.api.sealed("session", who.proofs["member"], who.org_id) as tx:
        return await tx.answer(f"select {COLUMNS} from public.clients limit {pasted(said)}")


async def insert(app: Application, who: Side, said: str) -> Any:
    """Paste the name into the VALUES; the inserted row is shown."""
    async with app.api.sealed("session", who.proofs["member"], who.org_id) as tx:
        return await tx.answer(
            f"insert into public.clients (org_id, name) values ('{who.org_id}', '{pasted(said)}')"
            f" returning {COLUMNS}"
        )


async def named_organization(app: Application, who: Side, said: str) -> Any:
    """Take the organization from the request, in the statement."""
    async with app.api.sealed("session", who.proofs["member"], who.org_id) as tx:
        return await tx.answer(
            f"select {COLUMNS} from public.clients where org_id = %(named)s", named=UUID(said)
        )


async def named_opening(app: Application, who: Side, said: str) -> Any:
    """Take the organization from the request, in the opening."""
    async with app.opened(who, UUID(said)) as tx:
        return await tx.answer(f"select {COLUMNS} from public.clients")


async def forgotten(app: Application, who: Side, said: str) -> Any:
    """Forget to open a context."""
    async with app.api.pool_for(None).connection() as connection:
        cursor = AsyncCursor(connection)
        await cursor.execute(f"select {COLUMNS} from public.clients where org_id = '{said}'")
        return await cursor.fetchall()


async def kept_connection(app: Application, who: Side, said: str) -> Any:
    """Use one connection for all requests, on which each opens, and none ends its transaction."""
    if app.kept is None:
        app.kept = await app.api.pool_for(None).getconn()
    cursor = AsyncCursor(app.kept)
    if app.believes:
        await cursor.execute("select set_config('app.org_id', %s, false)", (str(who.org_id),))
    else:
        await cursor.execute(FIRST_MESSAGE, prepare=False)
        opening = "select seal.open('session', %s, %s)"
        await cursor.execute(opening, (who.proofs["member"], who.org_id), prepare=False)
    await asyncio.sleep(0.2)  # a call to another service, while other requests come
    await cursor.execute(f"select {COLUMNS} from public.clients where name <> '{said}'")
    return await cursor.fetchall()


async def shared_transaction(app: Application, who: Side, said: str) -> Any:
    """Open a transaction for the first request, and use it for those that come meanwhile."""
    statement = f"select {COLUMNS} from public.clients where name <> '{pasted(said)}'"
    if app.shared is not None:
        return await app.shared.answer(statement)
    async with app.api.sealed("session", who.proofs["member"], who.org_id) as tx:
        app.shared = tx
        try:
            await asyncio.sleep(0.5)
            return await tx.answer(statement)
        finally:
            app.shared = None


async def background_task(app: Application, who: Side, said: str) -> Any:
    """Go on working after the response, in the transaction of the request."""
    async with app.opened(who, who.org_id) as tx:

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


async def job_body(app: Application, who: Side, said: str) -> Any:
    """Paste a job's payload into a statement, on the worker's login."""
    lease = who.lease
    async with app.worker.sealed_job(lease.job_id, lease.token, who.org_id) as tx:
        return await tx.answer(
            f"select {COLUMNS} from public.clients where name = '{pasted(said)}'"
        )


ROUTES: Mapping[str, Route] = {
    route.__name__: route
    for route in (
        *(where, order, limit, insert, named_organization, named_opening, forgotten),
        *(kept_connection, shared_transaction, background_task, job_body),
    )
}


async def _awaited(answer: Awaitable[Any]) -> Any:
    return await answer


@contextmanager
def serve(app: Application, loop: asyncio.AbstractEventLoop) -> Iterator[str]:
    """Serve on a port of loopback; errors are answered as they are, which is a mistake too."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            who = app.ground.b if self.headers["Who"] == "b" else app.ground.a
            said = parse_qs(url.query, keep_blank_values=True).get("q", [""])[0]
            answer = ROUTES[url.path.strip("/")](app, who, said)
            try:
                done = asyncio.run_coroutine_threadsafe(_awaited(answer), loop)
                status, body = 200, repr(done.result(ANSWERS_WITHIN))
            except (Error, SealedbidError, ValueError) as error:
                diag = error.diag if isinstance(error, Error) else None
                status, body = 500, f"{error} {diag.message_detail if diag else ''}"
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Log nothing: requests are many, and the answers matter."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
