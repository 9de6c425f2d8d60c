"""Every route of organizations, their people and their keys."""

from __future__ import annotations

from typing import Final

from sealedbid.api.core import clients, keys, members, organizations
from sealedbid.api.route import Way

WAYS: Final[tuple[Way, ...]] = (
    clients.routes,
    organizations.sealed,
    organizations.between,
    members.routes,
    keys.routes,
)
