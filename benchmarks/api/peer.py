"""The peer: FastAPI as its documentation shows it, on a table without security.

It looks the token up and reads the membership, as every application has to, in the request's one
transaction: begin, select, select, commit. What keeps tenants apart is each statement's `where`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Query, Request
from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg_pool import AsyncConnectionPool
from pydantic import BaseModel

COLUMNS = "id, name, email, status, website, industry, notes, lock_version, created_at, updated_at"
MEMBER = """
select m.role from peer_plain.tokens t join peer_plain.members m on m.user_id = t.user_id
 where t.stored = %s and t.expires_at > now() and m.org_id = %s
"""
LIST = f"""
select {COLUMNS} from peer_plain.clients
 where org_id = %s and (name, id) > (%s, %s) order by name, id limit %s
"""
SEARCH = f"""
select {COLUMNS} from peer_plain.clients
 cross join (select core.all_beginnings(%(words)s) as beginning,
                    plainto_tsquery('pg_catalog.simple', core.to_words(%(words)s)) as whole
             offset 0) q
 where org_id = %(org_id)s and search @@ q.beginning
 order by ts_rank(search, q.beginning) + ts_rank(search, q.whole) desc, name, id limit 50
"""
GET = f"select {COLUMNS} from peer_plain.clients where org_id = %s and id = %s"
ADD = (
    f"insert into peer_plain.clients (org_id, name, notes) values (%s, %s, %s) returning {COLUMNS}"
)
NIL = UUID(int=0)


class Client(BaseModel):
    """A client, as the peer answers it."""

    id: UUID
    name: str
    email: str | None
    status: str
    website: str | None
    industry: str | None
    notes: str
    lock_version: int
    created_at: datetime
    updated_at: datetime


class ClientIn(BaseModel):
    """A client to add."""

    name: str
    notes: str = ""


class ClientPage(BaseModel):
    """A page of clients."""

    data: list[Client]
    next: str | None


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Hold a pool of the same size as the product's."""
    pool: AsyncConnectionPool[AsyncConnection[Any]] = AsyncConnectionPool(
        os.environ["PEER_URL"],
        min_size=8,
        max_size=8,
        open=False,
        kwargs={"application_name": "peer"},
    )
    await pool.open(wait=True)
    app.state.pool = pool
    yield
    await pool.close()


app = FastAPI(lifespan=lifespan)


async def opened(request: Request, org: UUID) -> AsyncIterator[AsyncConnection[Any]]:
    """Yield a connection in a transaction of a member."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    async with request.app.state.pool.connection() as connection:
        stored = hashlib.sha256(hashlib.sha256(token.encode()).digest()).digest()
        cursor = await connection.execute(MEMBER, (stored, org))
        if await cursor.fetchone() is None:
            raise HTTPException(401)
        yield connection


Opened = Annotated[AsyncConnection[Any], Depends(opened, scope="function")]


@app.get("/api/v1/orgs/{org}/clients", response_model=ClientPage)
async def list_clients(
    org: UUID,
    connection: Opened,
    after: str = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
) -> ClientPage:
    """List clients by name."""
    cursor = connection.cursor(row_factory=class_row(Client))
    await cursor.execute(LIST, (org, after, NIL, limit + 1))
    rows = await cursor.fetchall()
    return ClientPage(data=rows[:limit], next=rows[limit - 1].name if len(rows) > limit else None)


@app.get("/api/v1/orgs/{org}/clients/search", response_model=ClientPage)
async def search_clients(
    org: UUID, connection: Opened, words: Annotated[str, Query(min_length=1, max_length=200)]
) -> ClientPage:
    """Find clients by the beginnings of words, the best first."""
    cursor = connection.cursor(row_factory=class_row(Client))
    await cursor.execute(SEARCH, {"org_id": org, "words": words})
    return ClientPage(data=await cursor.fetchall(), next=None)


@app.get("/api/v1/orgs/{org}/clients/{id}", response_model=Client)
async def get_client(org: UUID, id: UUID, connection: Opened) -> Client:
    """Read a client."""
    cursor = connection.cursor(row_factory=class_row(Client))
    await cursor.execute(GET, (org, id))
    found = await cursor.fetchone()
    if found is None:
        raise HTTPException(404)
    return found


@app.post("/api/v1/orgs/{org}/clients", response_model=Client, status_code=201)
async def add_client(org: UUID, connection: Opened, client: ClientIn) -> Client:
    """Add a client."""
    cursor = connection.cursor(row_factory=class_row(Client))
    await cursor.execute(ADD, (org, client.name, client.notes))
    added = await cursor.fetchone()
    assert added is not None
    return added
