"""Stops: what must not run until it is resumed, in the whole installation or a part of it."""

from __future__ import annotations

from uuid import UUID

from sealedbid.platform import installer
from sealedbid.platform.config import Settings
from sealedbid.platform.owner import owner_conninfo
from sealedbid.usecases.acting import choose


def stop_jobs(settings: Settings, reason: str, org: str | None, job_type: str | None) -> bool:
    """Stop jobs of an organization, of a type, of both, or all.

    Returns False if that was stopped already. Raises UnknownOrganizationError.
    """
    conninfo = owner_conninfo(settings)
    return bool(installer.stop_jobs(conninfo, reason, _org_id(conninfo, org), job_type))


def resume_jobs(settings: Settings, reason: str, org: str | None, job_type: str | None) -> bool:
    """Take a stop back; it names the same organization and type.

    Returns False if nothing was stopped by that. Raises UnknownOrganizationError.
    """
    conninfo = owner_conninfo(settings)
    return bool(installer.resume_jobs(conninfo, reason, _org_id(conninfo, org), job_type))


def _org_id(conninfo: str, org: str | None) -> UUID | None:
    return None if org is None else choose(installer.organization_owners(conninfo), org).org_id
