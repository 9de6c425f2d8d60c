"""PostgreSQL is killed while requests create: what was answered is there, and the rest is told."""

from __future__ import annotations

import itertools
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from sealedbid.platform.embedded import EmbeddedServer
from tests.api.abuse.process import serving
from tests.api.serving import Api, OrgClient
from tests.fixtures.people import People
from tests.fixtures.prototype import copy_prototype
from tests.fixtures.server import Installation, installation_of, temporary_home

pytestmark = pytest.mark.full

WRITERS, BEFORE, AFTER = 4, 10, 20


def create(member: OrgClient, name: str) -> httpx2.Response:
    return member("POST", "/clients", json={"name": name}, headers={"idempotency-key": name})


def names_of(installation: Installation, org_id: object) -> list[str]:
    with installation.as_superuser() as behind:
        rows = behind.execute(
            "select name from public.clients where org_id = %s order by 1", [org_id]
        ).fetchall()
    return [name for (name,) in rows]


def test_every_201_is_there_and_every_row_has_its_answer(tmp_path: Path) -> None:
    with temporary_home() as home:
        copy_prototype(home)
        server = EmbeddedServer(home)  # what is committed is on the disk, as an operator's is
        server.start()
        installation = installation_of(server)
        world = People(installation).world()
        with serving(installation, tmp_path, SEALEDBID_POOL_TIMEOUT="2") as process:
            api = Api(installation, process.url)
            members = [api.member(world.a) for _ in range(WRITERS)]
            pid = server.status().pid
            assert pid is not None
            answers: dict[str, int] = {}
            is_back = threading.Event()

            def write(writer: int) -> None:
                left = AFTER
                for number in itertools.count():
                    name = f"{writer} {number}"
                    left -= is_back.is_set()
                    answers[name] = create(members[writer], name).status_code
                    if left == 0:
                        return

            with ThreadPoolExecutor(WRITERS) as threads:
                running = [threads.submit(write, writer) for writer in range(WRITERS)]
                try:
                    while len(answers) < WRITERS * BEFORE:
                        time.sleep(0.01)
                    os.kill(pid, signal.SIGKILL)
                    time.sleep(0.3)
                    server.start()
                finally:
                    is_back.set()
                for each in running:
                    each.result(120)
            created = {name for name, status in answers.items() if status == 201}
            failed = set(answers) - created
            assert {answers[name] for name in failed} == {503}
            there = names_of(installation, world.a.id)
            assert len(there) == len(set(there))
            assert created <= set(there) <= created | failed
            for name in failed:  # the same key: what was done is told, what was not is done
                again = create(members[int(name[0])], name)
                assert again.status_code == 201
                is_told = again.headers.get("idempotency-replayed") == "true"
                assert is_told == (name in there)
            assert names_of(installation, world.a.id) == sorted(answers)
            assert "Traceback" not in process.said()
            api.close()
