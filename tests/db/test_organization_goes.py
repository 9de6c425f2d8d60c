"""Rows of an organization that the operator removes: they go with it."""

from __future__ import annotations

from psycopg import sql

from sealedbid.isolation.catalog import read_tables
from sealedbid.isolation.factory import fill
from tests.fixtures.people import People
from tests.fixtures.server import Installation


def test_an_organization_goes_with_every_row_it_has_and_the_others_stay(
    fresh_installation: Installation,
) -> None:
    world = People(fresh_installation).world()
    with fresh_installation.as_owner() as owner:
        fill(owner, world.a.id, marker="goes")
        fill(owner, world.b.id, marker="stays")
    with fresh_installation.as_superuser() as behind:
        behind.execute("delete from public.organizations where id = %s", [world.a.id])
        for name, table in read_tables(behind).items():
            if table.has_org:
                count = sql.SQL("select from {} where org_id = %s").format(
                    sql.Identifier(table.schema, table.relation)
                )
                assert behind.execute(count, [world.a.id]).rowcount == 0, name
                assert behind.execute(count, [world.b.id]).rowcount > 0, name
