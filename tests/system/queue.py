"""A queue without anybody in its organisations: scheduling alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from psycopg import Connection

from tests.fixtures.server import Installation

TICKET = "queue.register('a test', 0, interval '1 hour')"


class Queue:
    """A queue of a database of its own, with organisations that nobody is in."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.behind = installation.as_superuser()
        self.dispatch = installation.connect("sb_dispatch")
        self.worker = self.new_worker()

    def empty(self) -> None:
        """Nothing is left of the test."""
        self.behind.execute(
            "delete from public.organizations where id <> '00000000-0000-0000-0000-000000000000'"
        )
        self.behind.execute("delete from queue.workers")
        self.behind.execute("delete from queue.stops")

    def close(self) -> None:
        self.behind.close()
        self.dispatch.close()

    def new_worker(self) -> UUID:
        row = self.dispatch.execute(f"select {TICKET}").fetchone()
        assert row is not None
        worker: UUID = row[0]
        return worker

    def organizations(self, count: int) -> list[UUID]:
        """In the order of their ids, which is that of their turns."""
        rows = self.behind.execute(
            "insert into public.organizations (name) select 'Org ' || n"
            " from generate_series(1, %s) n returning id",
            [count],
        ).fetchall()
        return sorted(row[0] for row in rows)

    def fill(self, org: UUID, count: int, **columns: Any) -> None:
        names = "".join(f", {name}" for name in columns)
        values = "".join(f", %({name})s" for name in columns)
        self.behind.execute(
            f"insert into public.jobs (org_id, job_type{names}) select %(org)s, 'test.job'{values}"
            " from generate_series(1, %(count)s)",
            {"org": org, "count": count} | columns,
        )

    def lane(self, org: UUID, **settings: Any) -> None:
        named = ", ".join(f"p_{name} => %({name})s" for name in settings)
        with self.installation.as_owner() as owner:
            owner.execute(f"select system.set_lane(%(org)s, {named})", {"org": org} | settings)

    def claim(
        self, limit: int, on: Connection[Any] | None = None, **arguments: Any
    ) -> list[tuple[Any, ...]]:
        """Organisation, job and lease of each."""
        given = "".join(f", p_{name} => %({name})s" for name in arguments)
        return (
            (on or self.dispatch)
            .execute(
                "select org_id, job_id, lease_token"
                f" from queue.claim(%(worker)s, %(limit)s{given})",
                {"worker": self.worker, "limit": limit} | arguments,
            )
            .fetchall()
        )

    def value(self, statement: Any, *params: Any) -> Any:
        """The first field of the first row, from behind."""
        row = self.behind.execute(statement, params).fetchone()
        assert row is not None
        return row[0]

    def running(self, org: UUID) -> int:
        return int(
            self.value(
                "select count(*) from public.jobs where org_id = %s and status = 'running'", org
            )
        )

    def fail(self, claimed: tuple[Any, ...], tokens: int = 0) -> None:
        self.dispatch.execute("select queue.fail(%s, %s, %s, null, null, %s)", (*claimed, tokens))
