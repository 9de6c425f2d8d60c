"""The database inside the cluster, and its owner, who is no superuser."""

from __future__ import annotations

from importlib.resources import files

import psycopg
from psycopg import sql

from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.secrets import ensure_secret, secret_path

OWNER = "sealedbid"
DATABASE = "sealedbid"


def prepare_database(layout: Layout, administration: str, database: str) -> None:
    """Make the owner and the database if they are not there, and close what stands open.

    The superuser connects to ``administration`` for the cluster, and to ``database``.
    """
    password = ensure_secret(secret_path(layout.home, f"{OWNER}.password"))
    with psycopg.connect(administration, autocommit=True) as connection:
        owner = sql.Identifier(OWNER)
        found = connection.execute("select from pg_roles where rolname = %s", [OWNER])
        if found.rowcount == 0:
            verifier = connection.pgconn.encrypt_password(
                password.encode(), OWNER.encode(), b"scram-sha-256"
            ).decode()
            connection.execute(
                sql.SQL("create role {} login createrole password {}").format(owner, verifier)
            )
        if not connection.execute(
            "select from pg_database where datname = %s", [DATABASE]
        ).rowcount:
            connection.execute(
                sql.SQL("create database {} owner {} template template0").format(
                    sql.Identifier(DATABASE), owner
                )
            )
            # Logins belong to the cluster: these two databases are not theirs. The owner comes to
            # postgres to take turns with other installations.
            connection.execute("revoke connect, temporary on database postgres from public")
            connection.execute("revoke connect, temporary on database template1 from public")
            connection.execute(sql.SQL("grant connect on database postgres to {}").format(owner))
            connection.execute(
                sql.SQL("revoke connect, temporary on database {} from public").format(
                    sql.Identifier(DATABASE)
                )
            )
    script = files(__package__).joinpath("prepare_database.sql").read_text(encoding="utf-8")
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(script)
