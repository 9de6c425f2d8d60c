"""docs/reference/openapi.json, and the table of routes in docs/reference/api.md."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sealedbid.api.app import create_app
from sealedbid.api.openapi import document, takes_version
from sealedbid.api.route import Route
from sealedbid.platform.config import Settings

HEAD = "| route | does | who | scope | version | key | errors of its own |\n" + "|---" * 7 + "|\n"


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


def _row(route: Route) -> str:
    promise = route.promise
    who = promise.way if promise.rank is None else f"{promise.rank.name.lower()} and above"
    cells: tuple[Any, ...] = (
        f"`{route.method} {route.path}`",
        (route.endpoint.__doc__ or "").partition("\n")[0],
        who,
        f"`{promise.scope}`" if promise.scope else "",
        "If-Match" if takes_version(route) else "",
        "yes" if promise.takes_key else "",
        ", ".join(f"`{kind.__name__}`" for kind in promise.problems),
    )
    return f"| {' | '.join(cells)} |\n"
