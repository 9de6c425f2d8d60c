"""Every route of organizations, their people and their keys."""

from __future__ import annotations

from typing import Final

from sealedbid.api.core import clients, keys, members, organizations
from sealedbid.api.route import Way

WAYS: Final[tuple[Way, ...]] = (
    organizations.between,
    organizations.sealed,
    members.routes,
    keys.routes,
    clients.routes,
)
