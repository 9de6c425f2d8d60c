"""Makes two answers comparable: without ids, times and order that are made on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from psycopg import Connection, sql

_ID: Final = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?\+\d\d(?::\d\d)?")
_FRACTION: Final = re.compile(r"\b\d+\.\d{3,}\b")
_NAMED: Final = ("eeeeeeee-", "00000000-")
"""The beginnings of ids that scenarios give."""
_LITERAL: Final = "00:00:00+00"
STEP: Final = 30
"""Times are told apart by so many seconds from the beginning of the call."""
FAR: Final = timedelta(hours=6)
"""Scenarios make times nearer than this, the world makes those beyond."""
_TABLES: Final = """
select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'r'
   and n.nspname in ('public', 'auth', 'queue', 'seal', 'seal_private', 'system')
"""


class Settler:
    """Knows the ids and times that were there before."""

    def __init__(self, behind: Connection[Any]) -> None:
        self.ids: set[str] = set()
        self.times: set[datetime] = set()
        for (table,) in behind.execute(_TABLES).fetchall():
            # the name is quoted where it has to be: regclass wrote it
            statement = f"select t::text from {table} t"
            for (row,) in behind.execute(sql.SQL(statement)):
                self.ids.update(_ID.findall(row))
                for found in _TIME.findall(row):
                    time = datetime.fromisoformat(found)
                    self.times.add(time)
                    if abs(time - now()) > FAR:  # a context carries whole seconds
                        more = timedelta(seconds=time.microsecond > 0)
                        self.times.add(time.replace(microsecond=0) + more)

    def settle(self, texts: Iterable[str | None], began: datetime) -> tuple[str, ...]:
        """The texts with ids and times made general, and each one's lines in order."""

        def of_id(match: re.Match[str]) -> str:
            known = match[0] in self.ids or match[0].startswith(_NAMED)
            return match[0] if known else "id"

        def of_time(match: re.Match[str]) -> str:
            time = datetime.fromisoformat(match[0])
            if time in self.times or _LITERAL in match[0]:
                return match[0]
            return f"now{round((time - began).total_seconds() / STEP):+d}"

        settled = []
        for text in texts:
            general = _TIME.sub(of_time, _ID.sub(of_id, text or ""))
            general = _FRACTION.sub(lambda match: f"{float(match[0]):.0f}", general)
            settled.append("\n".join(sorted(line.strip() for line in general.splitlines())))
        return tuple(settled)


def now() -> datetime:
    """The time, as the server has it too."""
    return datetime.now(UTC)


def stable(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str | None, ...]:
    """What two runs agree in; None where they do not."""
    return tuple(a if a == b else None for a, b in zip(one, other, strict=True))


def weaker(before: tuple[str | None, ...], again: tuple[str, ...]) -> tuple[str | None, ...]:
    """What was agreed in before, but for what has turned out otherwise."""
    return tuple(a if a == b else None for a, b in zip(before, again, strict=True))


def differ(before: tuple[str | None, ...], after: tuple[str, ...]) -> bool:
    """True if an answer is another than the two before agreed in."""
    return any(a is not None and a != b for a, b in zip(before, after, strict=True))
