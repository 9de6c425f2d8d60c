"""Limits of the organization on what its runs spend."""

from __future__ import annotations

from sealedbid.intelligence.llm import Limit
from sealedbid.platform.postgres import Transaction
from sealedbid.system.usage.repository import usage_events


async def month_limit(tx: Transaction) -> Limit:
    """The limit of the organization's month, in tokens, with what has been used of it.

    Runs that are under way elsewhere count when their attempts end.
    """
    use = await usage_events.month(tx)
    return Limit(scope="month", tokens=use.token_limit, used_tokens=use.tokens)
