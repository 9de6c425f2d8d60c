"""Two organizations with rows in every table, in a database that only reads and rolls back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

from sealedbid.isolation.catalog import read_tables
from sealedbid.isolation.factory import fill
from tests.db.matrix import Matrix
from tests.fixtures.people import People, new_proof
from tests.fixtures.server import Installation


@pytest.fixture(scope="session")
def matrix_installation(make_database: Callable[..., Installation]) -> Installation:
    return make_database()


@pytest.fixture(scope="session")
def matrix(matrix_installation: Installation) -> Iterator[Matrix]:
    installation = matrix_installation
    world = People(installation).world()
    with psycopg.connect(installation.owner, autocommit=True) as owner:
        tables = read_tables(owner)
        mine = fill(owner, world.a.id, marker="canarya")
        theirs = fill(owner, world.b.id, marker="canaryb")
        with owner.transaction(force_rollback=True):
            spare = fill(owner, world.a.id, marker="spare")
    shown, link = mine["public.share_links"][0], new_proof()
    shown |= {"created_by": world.a.member.id, "password_salt": None, "password_proof": None}
    with installation.as_superuser() as superuser:
        superuser.execute(
            "update public.share_links set created_by = %(created_by)s,"
            " password_salt = null, password_proof = null where id = %(id)s",
            shown,
        )
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.member.proof, world.a.id))
        api.execute(
            "select seal.issue('link', %s, %s, 0, %s)",
            (link, shown["id"], shown["expires_at"]),
        )
    with installation.connect("sb_api") as api, installation.as_superuser() as superuser:
        yield Matrix(
            tables=tables,
            world=world,
            link=link,
            mine={name: rows[0] for name, rows in mine.items()},
            theirs={name: rows[0] for name, rows in theirs.items()},
            spare={name: rows[0] for name, rows in spare.items()},
            api=api,
            superuser=superuser,
        )
