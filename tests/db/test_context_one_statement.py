"""An injected statement that changes the context does not reach foreign rows."""

from __future__ import annotations

from typing import Any, LiteralString

import pytest
from psycopg import Connection, Error

from tests.db.contexts import FORGED, attempt, context_of, opened, refused, scalar
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

ONE_STATEMENT: dict[str, LiteralString] = {
    "union all": (
        "select set_config('seal.context', %s, true) union all select name from public.clients"
    ),
    "union all, for good": (
        "select set_config('seal.context', %s, false) union all select name from public.clients"
    ),
    "a CTE": (
        "with forged as materialized (select set_config('seal.context', %s, true) as text)"
        " select text from forged union all select c.name from forged, public.clients c"
    ),
    "a lateral scan": (
        "select c.name from (select set_config('seal.context', %s, true) offset 0) f,"
        " lateral (select c.name, f from public.clients c offset 0) c"
    ),
    "a sub-select": (
        "select (select string_agg(name, ',') from public.clients where c.text <> '')"
        " from (select set_config('seal.context', %s, true) as text offset 0) c"
    ),
    "a qual": ("select name from public.clients where set_config('seal.context', %s, true) <> ''"),
    "a join on the setting": (
        "select c.name from (values (set_config('seal.context', %s, true))) f"
        " join public.clients c on f.column1 <> c.name"
    ),
}


@pytest.mark.parametrize("way", ONE_STATEMENT)
def test_one_statement_cannot_forge_and_read(
    api: Connection[Any], stocked: World, way: str
) -> None:
    with opened(api, stocked.a, "viewer") as connection:
        good = context_of(connection)
        forged = good.replace(str(stocked.a.id), str(stocked.b.id))
        try:
            with attempt(connection):
                rows = connection.execute(ONE_STATEMENT[way], (forged,)).fetchall()
        except Error as error:
            outcome = str(error.sqlstate)
        else:  # the policy was evaluated before the setting was written
            outcome = repr(rows)
        assert outcome == FORGED or stocked.a.name in outcome
        assert stocked.b.name not in outcome


def test_one_query_over_xml_cannot_forge_and_read(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a) as connection:
        forged = context_of(connection).replace(str(stocked.a.id), str(stocked.b.id))
        with attempt(connection), refused(FORGED):
            scalar(
                connection,
                "select set_config('seal.context', %s, true)"
                " || query_to_xml('select name from public.clients', true, true, '')::text",
                forged,
            )
