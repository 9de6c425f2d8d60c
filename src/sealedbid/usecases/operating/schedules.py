"""Schedules: recurring jobs, set by an organization or by the operator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sealedbid.platform import installer
from sealedbid.platform.config import Settings
from sealedbid.platform.errors import NotFoundError
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.repository import job_schedules
from sealedbid.system.jobs.schedules import next_run
from sealedbid.usecases.acting import choose, within


class UnknownScheduleError(NotFoundError):
    """The organization has no schedule of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no schedule “{name}” in this organization.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A schedule as a person sets it; ``cron`` is read in ``timezone``, a name of IANA."""

    name: str
    job_type: str
    cron: str
    timezone: str
    payload: dict[str, Any]
    catch_up: bool


async def set_schedule(
    settings: Settings, org: str | None, plan: Plan, *, as_operator: bool
) -> datetime:
    """Create a schedule or replace the one of this name, and enable it; return its next time.

    The operator alone may set reserved types. Raises CronError, UnknownOrganizationError.
    """
    first = next_run(plan.cron, plan.timezone, datetime.now(UTC))
    if as_operator:
        conninfo, org_id = _operated(settings, org)
        installer.set_schedule(
            conninfo,
            org_id,
            plan.name,
            plan.job_type,
            cron=plan.cron,
            timezone=plan.timezone,
            next_run_at=first,
            payload=plan.payload,
            catch_up=plan.catch_up,
        )
        return first

    async def put(tx: Transaction) -> None:
        await job_schedules.put(
            tx,
            plan.name,
            plan.job_type,
            cron=plan.cron,
            timezone=plan.timezone,
            payload=plan.payload,
            catch_up=plan.catch_up,
        )

    await within(settings, org, "schedules set", put)
    return first


async def remove_schedule(
    settings: Settings, org: str | None, name: str, *, as_operator: bool
) -> None:
    """Remove a schedule; jobs that it has enqueued still run. Raises UnknownScheduleError."""

    async def take(tx: Transaction) -> bool:
        return await job_schedules.remove(tx, name)

    if as_operator:
        removed = installer.remove_schedule(*_operated(settings, org), name)
    else:
        removed = await within(settings, org, "schedules remove", take)
    if not removed:
        raise UnknownScheduleError(name)


def _operated(settings: Settings, org: str | None) -> tuple[str, UUID]:
    """Return where the operator connects, and the organization."""
    conninfo = owner_conninfo(settings)
    return conninfo, choose(installer.organization_owners(conninfo), org).org_id
