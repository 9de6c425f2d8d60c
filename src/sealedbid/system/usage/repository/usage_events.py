"""Events of use."""

from __future__ import annotations

from sealedbid.platform.postgres import Queries, Transaction
from sealedbid.system.usage.models import MonthUse

QUERIES = Queries("sealedbid.system.usage", "usage_events")


async def month(tx: Transaction) -> MonthUse:
    """Sum up this month of the organization. Raises NotAllowedError for guests and viewers."""
    return await tx.only(QUERIES["month"], MonthUse)
