"""Sums of usage, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthUse:
    """Tokens of an organization in this month (UTC), and those that it may use.

    Attempts of jobs count when they end. ``token_limit`` is None without a limit.
    """

    tokens: int
    token_limit: int | None
