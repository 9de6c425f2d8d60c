"""A stocked database for the battery; rows that cannot be handled, planted by a superuser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias
from uuid import UUID

import pytest
from psycopg import sql

from sealedbid.platform.embedded import EmbeddedServer
from tests.fixtures.queue import Queue
from tests.poison.battery import Battery
from tests.poison.databases import Databases
from tests.poison.stock import Stock, stocked

Poison: TypeAlias = Callable[[str, str, UUID], None]

# An unforeseen error at any change of one row.
PLANT = """
create function public.spoil() returns trigger language plpgsql as $$
begin
    if (case tg_op when 'DELETE' then old.id else new.id end)::text = any (tg_argv) then
        raise numeric_value_out_of_range using message = 'secret words of a row';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$
"""


@pytest.fixture
def poison(queue: Queue) -> Iterator[Poison]:
    """Makes every such change (update, delete, ...) of the row with this id fail, until the end."""
    queue.behind.execute(PLANT)

    def spoil(table: str, change: str, row_id: UUID) -> None:
        queue.behind.execute(
            sql.SQL(
                "create or replace trigger spoiled before {} on {} for each row"
                " execute function public.spoil({})"
            ).format(sql.SQL(change), sql.Identifier(*table.split(".")), sql.Literal(str(row_id)))
        )

    yield spoil
    queue.behind.execute("drop function public.spoil cascade")
    queue.behind.execute("delete from queue.set_aside")


@pytest.fixture
def aside(queue: Queue) -> Callable[[], list[Any]]:
    """Reads task, organization, row and reason of rows set aside, as the dispatcher."""

    def read() -> list[Any]:
        return queue.dispatch.execute(
            "select task, org_id, row_id, reason from queue.aside()"
        ).fetchall()

    return read


@pytest.fixture(scope="session")
def databases(server: EmbeddedServer) -> Databases:
    return Databases(server)


@pytest.fixture(scope="session")
def stocked_database(databases: Databases) -> tuple[str, Stock]:
    """The database's name, and its stock."""
    installation = databases.clone()
    return installation.database, stocked(installation)


@pytest.fixture
def battery(databases: Databases, stocked_database: tuple[str, Stock]) -> Battery:
    return Battery(databases, *stocked_database)
