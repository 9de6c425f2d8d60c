"""docs/reference/openapi.json, and the table of routes in docs/reference/api.md."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sealedbid.api.app import create_app
from sealedbid.api.errors import PROBLEMS, Problem
from sealedbid.api.openapi import document, takes_version
from sealedbid.api.route import Route
from sealedbid.platform.config import Settings
from sealedbid.platform.errors import SealedbidError

HEAD = (
    "| route | does | who may | scope of a key | needs | takes | errors of its own |\n"
    + "|---" * 7
    + "|\n"
)
WAYS = {
    "between": "a person who is signed in",
    "signed in": "a person who is signed in",
    "open to all": "anybody",
    "guest": "the holder of a link",
}
"""The words of ways that open no organization."""


def routes() -> list[Route]:
    """Every route of the application, which is not started."""
    app = create_app(Settings(home=Path("/nonexistent")))
    return [route for route in app.routes if isinstance(route, Route)]


def openapi() -> str:
    """The OpenAPI document."""
    app = create_app(Settings(home=Path("/nonexistent")))
    return json.dumps(document(app), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def api(page: str) -> str:
    """The page with its table of routes replaced."""
    rows = "".join(map(_row, routes()))
    pattern = r"(?<=<!-- routes -->\n).*?(?=<!-- /routes -->)"
    return re.sub(pattern, lambda _: f"\n{HEAD}{rows}\n", page, flags=re.DOTALL)


def _errors(kinds: tuple[type[SealedbidError], ...]) -> list[str]:
    """The status and type of each error, as a client sees them, each once."""
    problems = [_problem(kind) for kind in kinds]
    return list(dict.fromkeys(f"{each.status} `{each.type}`" for each in problems))


def _problem(kind: type[SealedbidError]) -> Problem:
    """The problem of a class, or of its nearest ancestor that has one."""
    return next(PROBLEMS[each] for each in kind.__mro__ if each in PROBLEMS)


def _row(route: Route) -> str:
    promise = route.promise
    named = WAYS.get(promise.way, promise.way)
    who = named if promise.rank is None else f"{promise.rank.name.lower()} and above"
    cells: tuple[Any, ...] = (
        f"`{route.method} {route.path}`",
        (route.endpoint.__doc__ or "").partition("\n")[0],
        who,
        f"`{promise.scope}`" if promise.scope else "",
        "If-Match" if takes_version(route) else "",
        "Idempotency-Key" if promise.takes_key else "",
        ", ".join(_errors(promise.problems)),
    )
    return f"| {' | '.join(cells)} |\n"
