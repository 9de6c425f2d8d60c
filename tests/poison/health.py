"""Checks that all organizations' work goes on, whatever one of them has written."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from sealedbid.platform.backup import back_up, restore
from sealedbid.platform.postgres.logins import login_password
from sealedbid.worker.run import run_worker
from tests.fixtures.commands import OnDatabase
from tests.fixtures.server import Installation
from tests.poison.databases import Databases
from tests.poison.stock import Stock
from tests.worker.bodies import BODIES

ECHO: Final = "insert into public.jobs (org_id, job_type) values (%s, 'test.echo') returning id"
NIGHTLY: Final = "select queue.set_schedule(%s, 'nightly', 'test.echo', '* * * * *', 'UTC', now())"


class Unhealthy(AssertionError):
    """A shared part does not work any more; ``part`` names it."""

    def __init__(self, part: str, reason: str) -> None:
        super().__init__(f"{part}: {reason}")
        self.part = part


@dataclass(frozen=True, slots=True)
class Health:
    """Checks one database."""

    installation: Installation
    stock: Stock
    databases: Databases

    def parts(self) -> dict[str, Callable[[], None]]:
        """The parts that have to work, the quick ones first."""
        return {
            "maintenance": self.maintenance,
            "a worker, a job and a schedule of B": self.worker,
            "commands": self.commands,
            "backup and restore": self.backup,
        }

    def check(self, *names: str) -> None:
        """Raise Unhealthy if one of these parts (none means all) does not work."""
        for name, part in self.parts().items():
            if not names or name in names:
                try:
                    part()
                except Exception as error:
                    raise Unhealthy(name, f"{type(error).__name__}: {error}"[:2000]) from error

    def maintenance(self) -> None:
        """Run a whole round, and set nothing aside."""
        with self.installation.connect("sb_dispatch") as dispatch:
            done = dispatch.execute("select * from queue.tick()").fetchone()
            if done is None or None in done:
                raise AssertionError(f"queue.tick() gives {done}")
            dispatch.execute("select queue.rescue()")
            dispatch.execute("select * from queue.due_schedules(500)").fetchall()
            aside = dispatch.execute("select * from queue.aside()").fetchone()
            if aside is not None:
                raise AssertionError(f"put aside: {aside}")

    def worker(self) -> None:
        """Start a worker that ends by itself; B's job is done then, and B's schedule fired."""
        b = self.stock.world.b
        with self.installation.connect("sb_api") as api, api.transaction():
            api.execute("select seal.open('session', %s, %s)", (b.admin.proof, b.id))
            asked = _value(api, ECHO, b.id)
            api.execute(NIGHTLY, [b.id])
        asyncio.run(run_worker(self.installation.settings, until_idle=True, handlers=BODIES))
        with self.installation.as_superuser() as behind:
            status = _value(behind, "select status from public.jobs where id = %s", asked)
            if status != "done":
                raise AssertionError(f"B's job is {status}")
            outcome = _value(
                behind, "select last_outcome from public.job_schedules where org_id = %s", b.id
            )
            if outcome is None:
                raise AssertionError("B's schedule was not fired")
        self.maintenance()

    def commands(self) -> None:
        """Run the operator's commands that look at all organizations."""
        run = OnDatabase(self.installation)
        a, b = str(self.stock.world.a.id), str(self.stock.world.b.id)
        with self.installation.as_superuser() as behind:
            names = behind.execute(
                "select name from public.job_schedules where org_id = %s and is_active limit 3", [a]
            ).fetchall()
        for arguments in (
            ("audit",),
            *(("audit-log", "verify", "--org", org) for org in (a, b)),
            *(("audit-log", "list", "--limit", "1000", "--org", org) for org in (a, b)),
            ("audit-log", "head", "--org", a),
            ("jobs", "stats"),
            ("jobs", "list", "--limit", "1000", "--org", a),
            ("schedules", "list", "--org", a),
            *(("schedules", "next", "--org", a, "--", name) for (name,) in names),
        ):
            done = run(*arguments)
            if done.returncode:
                said = (done.stderr or done.stdout).strip()[-600:]
                raise AssertionError(f"{' '.join(arguments)} ends with: {said}")

    def backup(self) -> None:
        """Back up and restore the database; all rows come back."""
        folder = Path(tempfile.mkdtemp())
        empty = self.databases.empty()
        try:
            file = folder / "all.dump"
            taken = back_up(self.installation.superuser, file)
            came = restore(
                empty.owner,
                empty.superuser,
                file,
                lambda login: login_password(self.installation.settings, login),
            )
            if taken.rows != came.rows:
                raise AssertionError("the numbers of rows differ")
        finally:
            shutil.rmtree(folder)
            self.databases.drop(empty)


def _value(connection: Connection[Any], statement: str, *params: UUID) -> Any:
    row = connection.execute(statement.encode(), params).fetchone()
    return None if row is None else row[0]
