"""Sums of usage, as repositories return them."""

from __future__ import annotations

from sealedbid.platform.rows import Row


class MonthUse(Row, frozen=True, kw_only=True):
    """Tokens of an organization in this month (UTC), and those that it may use.

    Attempts of jobs count when they end. ``token_limit`` is None without a limit.
    """

    tokens: int
    token_limit: int | None
