"""The lists in db/README.md that the database keeps of itself."""

from __future__ import annotations

from typing import Any

from psycopg import Connection

from sealedbid.platform.shipped import database_files
from tests.generated.tables import tables

DEFINERS = """
select signature, owner,
       case when callers = '{}' then 'none' else array_to_string(callers, ', ') end, reach, reason
  from seal.definer_functions
 order by split_part(signature, '.', 1) <> 'seal', signature
"""
DEVIATIONS = """
select kind, relation, name, reason from seal.deviations order by relation, kind, name
"""

EVENTS = """
select action,
       case least_rank when 0 then 'guests, of their own link'
            else (array['viewer', 'member', 'admin', 'owner'])[least_rank] || ' and above' end,
       meaning
  from system.event_actions order by least_rank, action
"""


def table(headings: list[str], rows: list[Any]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def filled(readme: str, connection: Connection[Any]) -> str:
    """The text of db/README.md with the lists between their marks."""
    events = connection.execute(EVENTS).fetchall()
    definers = connection.execute(DEFINERS).fetchall()
    deviations = connection.execute(DEVIATIONS).fetchall()
    readme = _between(
        readme,
        "tables",
        table(
            ["domain", "table", "read", "add", "change", "remove", "what it holds"],
            tables(connection, database_files() / "migrations"),
        ),
    )
    readme = _between(
        readme,
        "definers",
        table(
            ["function", "owner", "callers", "reach", "why it acts with its owner's rights"],
            [(f"`{signature}`", *rest) for signature, *rest in definers],
        ),
    )
    readme = _between(
        readme,
        "events",
        table(
            ["event", "who may say it", "what it says"],
            [(f"`{action}`", *rest) for action, *rest in events],
        ),
    )
    return _between(
        readme,
        "deviations",
        table(
            ["what", "of", "name", "why"],
            [(kind, f"`{relation}`", f"`{name}`", why) for kind, relation, name, why in deviations],
        ),
    )


def _between(text: str, mark: str, content: str) -> str:
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, found, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"db/README.md has no {start} ... {end}")
    return f"{before}{start}\n{content}\n{end}{after}"
