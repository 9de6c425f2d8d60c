"""Audit logs of an installation: whose they are, where they end, and whether they are whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from sealedbid.platform.config import Settings
from sealedbid.platform.installer import Owner, organization_owners, platform_owners
from sealedbid.platform.owner import owner_conninfo
from sealedbid.system.audit_log.chain import parse_head
from sealedbid.system.audit_log.models import AuditHead
from sealedbid.system.audit_log.verifying import Verified, verify_audit_log
from sealedbid.usecases.acting import acting_for, choose
from sealedbid.usecases.errors import ActingError


class ForeignHeadError(ActingError):
    """A head was given of an organization whose log is not verified."""


@dataclass(frozen=True, slots=True)
class LogOwners:
    """Owners of audit logs, in whose name these are read."""

    owners: list[Owner]
    lacks_platform: bool
    """True if nobody may read the platform's own log: no operator was appointed."""


def owner_of_log(settings: Settings, org: str | None) -> Owner:
    """Return the owner of one log, the platform's too. Raises UnknownOrganizationError."""
    conninfo = owner_conninfo(settings)
    owners = organization_owners(conninfo)
    return choose(owners if org is None else owners + platform_owners(conninfo), org)


def owners_of_all_logs(settings: Settings) -> LogOwners:
    """Return the owners of every organization's log, and of the platform's."""
    conninfo = owner_conninfo(settings)
    platform = platform_owners(conninfo)
    return LogOwners(organization_owners(conninfo) + platform, lacks_platform=not platform)


def heads_by_organization(
    owners: Iterable[Owner], lines: Iterable[str]
) -> dict[UUID, list[AuditHead]]:
    """Read heads that were kept elsewhere, a line each.

    Raises MalformedHeadError, and ForeignHeadError for a head of none of the owners.
    """
    kept: dict[UUID, list[AuditHead]] = defaultdict(list)
    for org_id, head in map(parse_head, lines):
        kept[org_id].append(head)
    if foreign := kept.keys() - {owner.org_id for owner in owners}:
        raise ForeignHeadError(
            f"A head is of organization {min(foreign)}, whose log is not verified here."
        )
    return kept


async def verify_log(
    settings: Settings,
    owner: Owner,
    kept: Iterable[AuditHead],
    *,
    progress: Callable[[int, int], None],
) -> Verified:
    """Verify one audit log as its owner; ``progress`` is told how many events of how many."""
    async with acting_for(settings, str(owner.org_id), "audit-log verify") as acting:
        return await verify_audit_log(acting.sealed, kept, progress=progress)
