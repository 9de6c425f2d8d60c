"""The promise of a route: who may call it, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The promise of a route; the reference and the tests read it.

    ``rank`` is None where no organization is open. ``answers`` is None for an empty answer.
    ``takes_key`` is True if an Idempotency-Key keeps the route from doing something twice;
    an answer that ``shows_secret`` is not repeated then. ``scope`` is what a key with scopes needs,
    None outside organizations.
    """

    way: str
    rank: Rank | None
    answers: Any
    status: int
    problems: tuple[type[SealedbidError], ...]
    largest: int
    takes_key: bool
    shows_secret: bool
    scope: str | None
