"""PostgreSQL is killed while requests create: what was answered is there, and the rest is told."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sealedbid.platform.embedded import EmbeddedServer
from tests.api.serving import Api, served
from tests.fixtures.people import People
from tests.fixtures.prototype import copy_prototype
from tests.fixtures.server import installation_of, temporary_home

pytestmark = pytest.mark.full


def test_every_201_is_there_and_every_row_has_its_answer() -> None:
    with temporary_home() as home:
        copy_prototype(home)
        server = EmbeddedServer(home)  # what is committed is on the disk, as an operator's is
        server.start()
        installation = installation_of(server)
        world = People(installation).world()
        with served(installation, pool_timeout=2.0) as url:
            api = Api(installation, url)
            members = [api.member(world.a) for _ in range(4)]
            answers: dict[str, int] = {}

            def create(writer: int) -> None:
                for number in range(60):
                    name = f"{writer} {number}"
                    answers[name] = members[writer](
                        "POST",
                        "/clients",
                        json={"name": name},
                        headers={"idempotency-key": name},
                    ).status_code

            with ThreadPoolExecutor(4) as threads:
                running = [threads.submit(create, writer) for writer in range(4)]
                time.sleep(0.3)
                pid = server.status().pid
                assert pid is not None
                os.kill(pid, signal.SIGKILL)
                time.sleep(0.3)
                server.start()
                for each in running:
                    each.result(120)
            assert set(answers.values()) <= {201, 503}
            repeated = {
                name: members[0]("POST", "/clients", json={"name": name}).status_code
                for name, status in answers.items()
                if status == 503
            }
            with installation.as_superuser() as behind:
                there = {
                    row[0]
                    for row in behind.execute(
                        "select name from public.clients where org_id = %s", [world.a.id]
                    ).fetchall()
                }
            assert {name for name, status in answers.items() if status == 201} <= there
            assert there == set(answers)
            assert set(repeated.values()) <= {201, 409}
            api.close()
