"""Sums of usage, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthUse:
    """Usage of an organization in this month (UTC), and the tokens that it may use.

    Attempts of jobs count when they end. ``token_limit`` is None without a limit.
    """

    tokens: int
    cost_micros: int
    token_limit: int | None
