"""The verbs of routes: with a rank inside an organization, without one outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sealedbid.api.bodies import LARGEST
from sealedbid.api.route.endpoint import Handler
from sealedbid.api.route.way import Way
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Rank


class Ranked(Way):
    """Routes inside an organization, each with the rank that it needs."""

    def get(
        self,
        path: str,
        *,
        answers: Any,
        rank: Rank,
        problems: tuple[type[SealedbidError], ...] = (),
    ) -> Callable[[Handler], Handler]:
        """Add a route that reads: its transaction cannot write."""
        return self._add("GET", path, answers=answers, rank=rank, status=200, problems=problems)

    def post(
        self,
        path: str,
        *,
        answers: Any,
        rank: Rank,
        status: int = 201,
        problems: tuple[type[SealedbidError], ...] = (),
        shows_secret: bool = False,
    ) -> Callable[[Handler], Handler]:
        """Add a route that creates, or acts; with status 201 it answers the new row.

        ``shows_secret``: the answer is given once, and a repeat of the request is told so.
        """
        return self._add(
            "POST",
            path,
            answers=answers,
            rank=rank,
            status=status,
            problems=problems,
            shows_secret=shows_secret,
        )

    def patch(
        self,
        path: str,
        *,
        answers: Any,
        rank: Rank,
        problems: tuple[type[SealedbidError], ...] = (),
    ) -> Callable[[Handler], Handler]:
        """Add a route that changes the fields that are given."""
        return self._add("PATCH", path, answers=answers, rank=rank, status=200, problems=problems)

    def delete(
        self, path: str, *, rank: Rank, problems: tuple[type[SealedbidError], ...] = ()
    ) -> Callable[[Handler], Handler]:
        """Add a route that removes; its handler returns False if there was nothing."""
        return self._add("DELETE", path, answers=None, rank=rank, status=204, problems=problems)


class Unranked(Way):
    """Routes outside organizations."""

    def route(
        self,
        method: str,
        path: str,
        *,
        answers: Any,
        status: int = 200,
        problems: tuple[type[SealedbidError], ...] = (),
        largest: int = LARGEST,
    ) -> Callable[[Handler], Handler]:
        """Add a route."""
        return self._add(
            method,
            path,
            answers=answers,
            rank=None,
            status=status,
            problems=problems,
            largest=largest,
        )
