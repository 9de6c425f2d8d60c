"""The server is killed under load: acknowledged writes are there, nothing else, and it is back."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, TransactionLostError
from tests.fixtures.commands import Home, environment, program
from tests.fixtures.people import Organization, People
from tests.fixtures.proving import assert_proven, proving_by
from tests.fixtures.server import temporary_home

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

TENANTS = 4
WRITERS = 4
"""Writers for each tenant."""
LOADED = 2.0
"""Seconds of load before each kill, and after the last."""
BACK_WITHIN = 75.0
"""Seconds until every writer is acknowledged again."""
INSERT = "insert into public.clients (org_id, id, name) values (%(org_id)s, %(id)s, %(id)s::text)"


@dataclass
class Writer:
    """Writes one row a transaction for one tenant, until stopped."""

    organization: Organization
    acknowledged: set[UUID] = field(default_factory=set)
    in_doubt: set[UUID] = field(default_factory=set)
    """Rows whose transaction broke off: only the server knows."""
    last: float = 0.0

    async def write(self, gateway: Gateway, stop: asyncio.Event) -> None:
        proof, org_id = self.organization.member.proof, self.organization.id
        while not stop.is_set():
            made = uuid4()
            try:
                async with gateway.sealed("session", proof, org_id) as tx:
                    await tx.run(INSERT, id=made)
            except (DatabaseUnreachableError, TransactionLostError):
                self.in_doubt.add(made)
                await asyncio.sleep(0.05)
            else:
                self.acknowledged.add(made)
                self.last = time.monotonic()


@contextmanager
def worker(home: Home) -> Iterator[subprocess.Popen[bytes]]:
    """The worker that an operator keeps running; it ends with the test."""
    process = subprocess.Popen(
        program("worker"),
        env=environment(**home.variables),
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def a_backend(home: Home) -> int:
    """Process id of a session of requests."""
    sessions = home.behind("select pid from pg_stat_activity where usename = 'sb_api'")
    return int(sessions[0][0])


def the_server(home: Home) -> int:
    pid = home.server_pid()
    assert pid is not None
    return pid


async def works(home: Home) -> None:
    """Wait until a worker has signed in: one that is still starting ends with the database."""
    async with asyncio.timeout(BACK_WITHIN):
        while home.behind("select count(*) from queue.workers") == [(0,)]:
            await asyncio.sleep(0.05)


async def back(writers: list[Writer]) -> None:
    """Wait until each has been acknowledged by a server that started after this."""
    killed = time.monotonic()
    while min(writer.last for writer in writers) < killed + 0.5:
        took = time.monotonic() - killed
        assert took < BACK_WITHIN
        await asyncio.sleep(0.05)


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    """A home with the durability that an operator has."""
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        yield home


async def test_every_acknowledged_write_outlives_the_server(home: Home) -> None:
    people = People(home.installation)
    writers = [
        Writer(organization)
        for organization in [people.found(f"Tenant {number}") for number in range(TENANTS)]
        for _ in range(WRITERS)
    ]
    stop = asyncio.Event()
    with worker(home) as kept:
        await works(home)
        async with (
            home.installation.gateway("sb_api", pool_max_size=TENANTS * WRITERS) as gateway,
            asyncio.TaskGroup() as writing,
        ):
            for writer in writers:
                writing.create_task(writer.write(gateway, stop))
            for victim in (a_backend, the_server, a_backend, the_server):
                await asyncio.sleep(LOADED)
                os.kill(await asyncio.to_thread(victim, home), signal.SIGKILL)
                await back(writers)
            await asyncio.sleep(LOADED)
            stop.set()
        assert kept.poll() is None
    with home.installation.as_superuser() as behind:
        stored = {
            row[0]: row[1]
            for row in behind.execute("select id, org_id from public.clients where name = id::text")
        }
    for writer in writers:
        assert len(writer.acknowledged) > 10
        theirs = {made for made in writer.acknowledged | writer.in_doubt if made in stored}
        assert writer.acknowledged <= theirs
        assert {stored[made] for made in theirs} == {writer.organization.id}
    assert any(writer.in_doubt for writer in writers)
    known = set().union(*(writer.acknowledged | writer.in_doubt for writer in writers))
    assert stored.keys() <= known


def test_what_came_back_is_still_sealed(home: Home) -> None:
    EmbeddedServer(home.path).start()
    maker = EmbeddedServer(home.path).url("postgres", database="postgres")
    assert_proven(proving_by(maker)(home.installation))
