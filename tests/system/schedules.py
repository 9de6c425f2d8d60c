"""Schedules for tests: set as a person, read as a superuser, fired as the dispatcher."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from psycopg import Connection

from tests.db.contexts import scalar
from tests.db.documents import within
from tests.fixtures.people import Organization
from tests.fixtures.server import Installation

SET = "select queue.set_schedule(%s, %s, %s, '* * * * *', 'UTC', now() + interval '1 day')"
REMOVE = "select queue.remove_schedule(%s, %s)"
FIRE = "select queue.fire_schedule(%s, %s, %s, now() + interval '1 hour')"


class Clock:
    """Sets the times of schedules, and fires due ones."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation

    def set(
        self, organization: Organization, role: str = "admin", name: str = "daily", **more: Any
    ) -> UUID:
        """Set a schedule of type test.scheduled that has been due for a moment; returns its id."""
        given = {"payload": '{"word": "secret"}', "next": "-1 second"} | more
        named = "".join(f", p_{key} => %({key})s" for key in given if key != "next")
        with self.installation.connect("sb_api") as api, within(api, organization, role):
            row = api.execute(
                "select queue.set_schedule(p_org => %(org)s, p_name => %(name)s,"
                " p_type => 'test.scheduled', p_cron => '* * * * *', p_timezone => 'UTC',"
                f" p_next => now() + %(next)s::interval{named})",
                {"org": organization.id, "name": name} | given,
            ).fetchone()
        assert row is not None
        made: UUID = row[0]
        return made

    def fire(self, organization: Organization, schedule: UUID) -> Any:
        """Fire the schedule at its due time."""
        due = self.of(schedule)["next_run_at"]
        with self.installation.connect("sb_dispatch") as dispatch:
            return scalar(dispatch, FIRE, organization.id, schedule, due)

    def put(self, schedule: UUID, when: str) -> None:
        """Set the schedule's next time, relative to now."""
        self._behind(
            "update public.job_schedules set next_run_at = now() + %s::interval where id = %s",
            when,
            schedule,
        )

    def of(self, schedule: UUID) -> dict[str, Any]:
        """The schedule's whole row."""
        return self._rows(
            "select to_jsonb(s) from public.job_schedules s where s.id = %s", schedule
        )[0]

    def jobs(self, schedule: UUID) -> list[dict[str, Any]]:
        """The jobs of the schedule, in order."""
        return self._rows(
            "select to_jsonb(j) from public.jobs j where j.unique_key = 'schedule ' || %s::text"
            " order by j.created_at",
            schedule,
        )

    def log(self, schedule: UUID) -> list[dict[str, Any]]:
        """The schedule's events in the audit log."""
        return self._rows(
            "select to_jsonb(a) from public.audit_log a"
            " where a.resource_type = 'job_schedules' and a.resource_id = %s::text"
            " order by a.created_at",
            schedule,
        )

    def _rows(self, statement: Any, *params: Any) -> list[dict[str, Any]]:
        with self.installation.as_superuser() as behind:
            return [row[0] for row in behind.execute(statement, params).fetchall()]

    def _behind(self, statement: Any, *params: Any) -> None:
        with self.installation.as_superuser() as behind:
            behind.execute(statement, params)


def names(connection: Connection[Any]) -> list[str]:
    """Names of the schedules that the context shows."""
    return [row[0] for row in connection.execute("select name from public.job_schedules")]
