"""Puts a question to the catalog over the views that it uses, and no others."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, LiteralString

from psycopg import sql

from sealedbid.platform.postgres.queries import Queries

VIEWS: Final = Queries("sealedbid.isolation", "views")
_OTHERWISE: Final = {
    "deviations": "no_deviations",
    "definer_functions": "no_definer_functions",
}
"""Empty views in place of the seal's lists, for a database that has none."""
_WORD = re.compile(r"\w+")


@cache
def over_views(statement: LiteralString, *, is_ours: bool) -> sql.Composed:
    """Put the statement over common table expressions for the views that it names.

    The server parses all of its text: with every view an audit took half as long again.
    """
    needed = _needed(statement)
    if not needed:
        return sql.Composed([sql.SQL(statement)])
    views = sql.SQL(",\n").join(
        sql.SQL("{} as (\n{}\n)").format(
            sql.Identifier(name), sql.SQL(VIEWS[name if is_ours else _OTHERWISE.get(name, name)])
        )
        for name in VIEWS
        if name in needed
    )
    return sql.SQL("with {} select * from ({}\n) answer").format(views, sql.SQL(statement))


def _needed(statement: str) -> set[str]:
    """Names of the views that the statement uses; each view names only views before it."""
    words = set(_WORD.findall(statement))
    for name in reversed(list(VIEWS)):
        if name in words:
            words |= set(_WORD.findall(VIEWS[name]))
    return words & set(VIEWS)
