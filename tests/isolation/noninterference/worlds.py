"""Two databases: one organization is the same in both, rows and secrets; the other is in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from sealedbid.isolation.prove.ground import Ground, make_ground
from sealedbid.platform.postgres import Queries
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.server import Installation

STATEMENTS = Queries("tests.isolation.noninterference", "worlds")
SCHEMAS = ("public", "seal", "seal_private", "auth")


@dataclass(frozen=True, slots=True)
class Worlds:
    """The organization ``a`` of the ground is in both databases, ``b`` in the first alone."""

    ground: Ground
    both: Installation
    alone: Installation

    def plant(self, statement: str) -> None:
        """Change the schema of both in the same way."""
        for world in (self.both, self.alone):
            with world.as_superuser() as behind:
                behind.execute(sql.SQL(statement))


def make_worlds(make_database: Callable[..., Installation], maker: str) -> Worlds:
    """Fill one database for two organizations, copy it, and delete the second from the copy."""
    both = make_database()
    conninfos = {login: both.conninfo(login) for login in LOGINS} | {"owner": both.owner}
    ground = make_ground(conninfos, SCHEMAS)
    name = f"{both.database}_alone"
    with psycopg.connect(maker, autocommit=True) as admin:
        admin.execute(
            sql.SQL("create database {} template {} owner sealedbid").format(
                sql.Identifier(name), sql.Identifier(both.database)
            )
        )
        # a template does not copy privileges on the database
        admin.execute(
            sql.SQL("grant connect on database {} to sb_api").format(sql.Identifier(name))
        )
    alone = Installation(
        both.settings,
        name,
        make_conninfo(both.owner, dbname=name),
        make_conninfo(both.superuser, dbname=name),
    )
    with alone.as_superuser() as behind, behind.transaction():
        people = "{" + ",".join(map(str, ground.b.persons)) + "}"
        behind.execute("select set_config('worlds.org', %s, true)", [str(ground.b.org_id)])
        behind.execute("select set_config('worlds.people', %s, true)", [people])
        behind.execute(STATEMENTS["without"])
    return Worlds(ground, both, alone)
